"""R: references between files."""
