"""Takes the pictures of a rehearsal, numbered in order: ``board-01-….png`` and so on."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

LAYOUTS = 3  # that may follow one another when a part of a window gets another size
QUICKLY = 89  # the quality at which Qt packs a PNG fast, for a tenth more bytes


def settle() -> None:
    """Lay all windows out as they will be seen."""
    for _again in range(LAYOUTS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


class Camera:
    """Saves numbered pictures of windows in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: Counter[str] = Counter()
        self.moment = ""  # what is happening, for the file names

    def take(self, window: QWidget, name: str) -> None:
        """Save a picture of a window."""
        self._taken[name] += 1
        moment = re.sub(r"[^a-z0-9]+", "-", self.moment.lower()).strip("-")
        path = self._folder / f"{name}-{self._taken[name]:02}-{moment}.png"
        settle()
        window.grab().save(str(path), "PNG", QUICKLY)

    @property
    def taken(self) -> dict[str, int]:
        """The number of pictures of each window."""
        return dict(self._taken)
