"""The panels about time."""
