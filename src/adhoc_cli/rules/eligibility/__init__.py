"""E: who may hold a seat, and when."""
