"""F: the file as a file."""
