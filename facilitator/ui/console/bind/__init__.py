"""Connects the panels' signals to commands of the live session."""
