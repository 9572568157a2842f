"""Composition root: builds clock, store, session and windows, and connects them.

``run`` is what the command line calls; nothing below this package may import it.
"""

import builtins
import gc
from pathlib import Path

__all__ = ["run"]


def run(data: Path, file: Path | None) -> int:
    """Open Home, a workshop's file, a plan or a record, and run until the last window closes.

    Raises what ``running.run`` raises.
    """
    gc.disable()  # all that is imported stays: looking for garbage in it slows the start
    try:
        _load_qt()
        from facilitator.app import running

        gc.freeze()
    finally:
        gc.enable()
    return running.run(data, file)


def _load_qt() -> None:
    """Load Qt, and take PySide's hook out of Python's imports.

    The hook looks for ``from __feature__ import`` in every module that is imported from then on,
    and reads its source for that. No module here has it, and windows would open later.
    """
    from PySide6 import QtCore

    if hasattr(QtCore, "__init_feature__"):
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
