"""Patterns: their moves, their commands, and their windows."""
