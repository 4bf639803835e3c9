"""adhoc-cli checks the rosters of an Indonesian election office's ad hoc bodies."""

__version__ = "0.1.0"
