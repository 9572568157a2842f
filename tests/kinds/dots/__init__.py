"""Dots: from the plan to the record."""
