"""Texts, their languages, and hints about them."""
