"""T: who has been trained."""
