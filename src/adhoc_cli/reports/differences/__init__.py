"""What changed between two rosters (`adhoc diff`): `compare.compare_rosters`."""
