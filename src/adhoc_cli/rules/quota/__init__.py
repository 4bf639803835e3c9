"""Q: the quota of seats."""
