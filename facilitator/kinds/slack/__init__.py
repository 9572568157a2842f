"""Time that belongs to nobody yet."""
