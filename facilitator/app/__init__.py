"""Composition root: builds clock, store, session and windows, and connects them.

``run`` is what the command line calls; nothing below this package may import it.
"""

from facilitator.app.running import run

__all__ = ["run"]
