"""Into a roster folder: a new one from the reference of places, messy files to canonical CSV."""
