"""Spare time."""
