"""The report of an office: everything that its formats show, as one typed result."""
