"""Whole workshops played through the real windows, watched from the outside."""

import json
import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app.crash import log_to_file
from facilitator.app.data_folder import open_data_folder
from facilitator.domain.plan.plan import Plan
from facilitator.rehearsal.running import Rehearsal
from facilitator.room.pages.picture import RoomPicture, TimeShown
from facilitator.ui.acting.camera import Camera
from facilitator.ui.board.window import BoardWindow
from tests.helpers.records import texts_in


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board showed at a moment, with what the camera's caption says of it."""

    moment: str
    picture: RoomPicture

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on the board, the minutes of the ring among them."""
        return tuple(texts_of(self.picture.content))


class Watcher(Camera):
    """A camera that stores what the board is given to draw, in place of its pixels."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.looks: list[Shown] = []
        self.captions: list[str] = []

    def take(self, window: QWidget, name: str) -> None:
        self.captions.append(f"{name} {self.moment}")
        if isinstance(window, BoardWindow):
            self.looks.append(Shown(self.moment, window.view.picture))


@dataclass(frozen=True, slots=True)
class Played:
    """What a rehearsal left behind."""

    data: Path
    looks: tuple[Shown, ...]
    captions: tuple[str, ...]
    report: dict[str, object]
    record: str  # its whole text, as a screen reader reads it

    def lines(self, which: str) -> list[str]:
        """Return lines that the report names: "kept" or "left_out"."""
        lines = self.report[which]
        assert isinstance(lines, list)
        return [str(line) for line in lines]

    def number(self, which: str) -> int:
        """Return a number of the report."""
        number = self.report[which]
        assert isinstance(number, int)
        return number

    @property
    def log(self) -> str:
        """What the program wrote into its log."""
        file = self.data / "facilitator.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""


def play(application: QApplication, folder: Path, plan: Plan, people: int, seed: int = 1) -> Played:
    """Play a plan to its record, in a data folder of its own with a log that takes everything."""
    data, out = folder / "data", folder / "out"
    out.mkdir()
    opened = open_data_folder(data)
    watcher = Watcher(out)
    with closing(opened.library), everything_logged(data):
        Rehearsal(application, opened, out, seed, watcher).play(plan, people)
    return Played(
        data,
        tuple(watcher.looks),
        tuple(watcher.captions),
        json.loads((out / "rehearsal.json").read_text(encoding="utf-8")),
        " ".join(" ".join(texts_in((out / "record.pdf").read_bytes())).split()),
    )


@contextmanager
def everything_logged(data: Path) -> Iterator[None]:
    """Write whatever any part of the program logs into the program's own log."""
    root = logging.getLogger()
    level, before = root.level, set(root.handlers)
    log_to_file(data)
    added = [handler for handler in root.handlers if handler not in before]
    for handler in added:
        handler.setLevel(logging.DEBUG)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(level)
        for handler in added:
            root.removeHandler(handler)
            handler.close()


def texts_of(value: object) -> Iterator[str]:
    """Return every text in a picture, however deep it is."""
    if isinstance(value, TimeShown):
        yield f"{value.minutes} min"
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
