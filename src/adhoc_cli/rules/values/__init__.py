"""V: the value of a single cell, or of two cells of one row."""
