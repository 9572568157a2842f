"""The steps of a running workshop, and finishing on time."""
