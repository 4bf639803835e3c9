"""Places: the bundled reference, those that a roster lists, and finding one by code or name."""
