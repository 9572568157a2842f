"""Plays a workshop through the real windows, with made-up people."""
