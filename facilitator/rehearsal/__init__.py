"""Plays a workshop through the real windows, with made-up people.

``run`` is demonstration, smoke test and source of pictures; the end-to-end tests play the same
script.
"""

from facilitator.rehearsal.running import run

__all__ = ["run"]
