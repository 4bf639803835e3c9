"""Bytes to typed tables: the only reader of rosters."""
