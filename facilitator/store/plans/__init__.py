"""Plan files: TOML, readable by people, written and read back without a difference."""
