"""Facilitator: a workshop where people can speak honestly, run from one laptop."""

__version__ = "0.1.0"
