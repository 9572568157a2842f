"""Lines that are said aloud and typed by a helper."""
