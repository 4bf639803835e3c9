"""A roster: the tables of a folder, the places in it, and the seats that are counted over them."""
