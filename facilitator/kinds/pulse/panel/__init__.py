"""The pulse's panel on the console."""
