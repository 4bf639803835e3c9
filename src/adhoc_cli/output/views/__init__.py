"""One view a command: a typed result as a document, as data, and as records."""
