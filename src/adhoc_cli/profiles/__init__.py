"""The law as data: one TOML an election, and the model that reads it."""
