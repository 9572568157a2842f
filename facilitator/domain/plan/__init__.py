"""A plan and its steps, before the workshop."""
