"""People write without names."""
