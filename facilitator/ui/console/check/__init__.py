"""Checks, by show of hands or at the typing corner: choose, count, close."""
