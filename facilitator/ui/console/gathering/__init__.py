"""Contributions without names: a page for each state of a gathering."""
