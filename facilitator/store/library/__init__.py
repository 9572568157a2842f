"""``library.db``: settings and the list of workshops."""
