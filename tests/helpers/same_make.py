"""Displays of one make, to which Qt gives the same name."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QScreen

MAKE = "DELL U2415"


@contextmanager
def displays_of_one_make() -> Iterator[None]:
    """Let every display have the same name, as two of one make have on Windows and macOS.

    Qt's displays in memory cannot: it looks up their size by name, so two would lie on each other.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QScreen, "name", lambda _screen: MAKE)
        yield
