"""Binds what the panels ask for to the commands of the live session."""
