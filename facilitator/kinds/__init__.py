"""Kinds of step, one folder for each: everything that belongs to one kind alone."""
