"""C: who has met whom."""
