"""The projected window."""
