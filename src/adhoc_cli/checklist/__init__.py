"""Coordination: the items of a place, the append-only journal of what was done, and progress."""
