"""Takes the pictures of a rehearsal: ``board-01-….png`` and so on, numbered in order."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QWidget


class Camera:
    """Puts numbered pictures of windows into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: Counter[str] = Counter()
        self.moment = ""  # what is going on, for the file names

    def take(self, window: QWidget, name: str) -> None:
        """Take a picture of a window as it stands."""
        self._taken[name] += 1
        moment = re.sub(r"[^a-z0-9]+", "-", self.moment.lower()).strip("-")
        window.grab().save(str(self._folder / f"{name}-{self._taken[name]:02}-{moment}.png"))

    @property
    def taken(self) -> dict[str, int]:
        """How many pictures there are of each window."""
        return dict(self._taken)
