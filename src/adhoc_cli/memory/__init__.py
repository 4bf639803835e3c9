"""What the last report found: kept in a small file, compared with what is found today."""
