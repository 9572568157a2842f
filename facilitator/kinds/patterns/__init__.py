"""The group sorts opened lines."""
