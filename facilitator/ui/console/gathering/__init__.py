"""Contributions without names: one page for each state of a gathering."""
