"""Draws pictures for the room at any size."""
