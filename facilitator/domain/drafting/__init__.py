"""Changing a plan: a draft, the acts that change it, and undo. Pure values, no file, no window."""
