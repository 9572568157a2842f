"""Checks whether this computer has all that a workshop needs, and says what to do if not."""

from facilitator.doctor.computer import run

__all__ = ["run"]
