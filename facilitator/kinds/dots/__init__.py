"""Dot votes, blind until closed."""
