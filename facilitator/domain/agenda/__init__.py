"""The steps as they are run, and finishing on time."""
