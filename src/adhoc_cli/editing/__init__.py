"""Changes to a roster that is there: some cells of some rows, every other byte as it was."""
