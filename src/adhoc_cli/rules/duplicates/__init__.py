"""D: the same person or number twice."""
