"""Results to text: one file a format, one interface."""
