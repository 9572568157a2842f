"""Draws a picture for the room at any size."""
