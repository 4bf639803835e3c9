"""What is checked: one file a rule, in a folder a family, found by walking."""
