"""W: the waivers of `adhoc.toml`."""
