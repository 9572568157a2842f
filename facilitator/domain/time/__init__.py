"""Clocks, rounds, turns, days."""
