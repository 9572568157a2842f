"""Where people write without names."""
