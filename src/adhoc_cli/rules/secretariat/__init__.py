"""S: the secretariats of PPK and PPS."""
