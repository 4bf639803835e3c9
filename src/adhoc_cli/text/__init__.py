"""Indonesian and English."""
