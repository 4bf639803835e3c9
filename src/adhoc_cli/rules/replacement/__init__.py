"""P: who follows whom in a seat."""
