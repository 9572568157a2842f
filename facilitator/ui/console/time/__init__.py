"""The small panels about time."""
