"""Clocks, rounds, speaking order, days."""
