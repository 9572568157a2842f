"""Somebody types while a projector is pulled out, put in, mirrored and moved: a real X server.

``DISPLAY=:90 python -m tests.attack.hot_displays ROUNDS FOLDER``; prints what was seen as JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.app.running import make_application
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Pace
from tests.helpers.meeting import a_meeting

SCRIPT = Path(__file__).parents[2] / "scripts" / "two_screens.sh"
INK = QColor(255, 0, 255)
PROJECTOR = "DUMMY1"
HAPPENS = (
    ("unplug",),
    ("plug", "1920x1080", "right-of"),
    ("plug", "1920x1080", "same-as"),
    ("plug", "1920x1080", "left-of"),
    ("plug", "1280x800", "same-as"),
    ("plug", "1920x1080", "right-of"),
    ("lid", "close"),
    ("lid", "open"),
)
PROJECTOR_ALONE = ("lid", "close")
PATIENCE = 30  # seconds to wait for what has to come, on a busy machine too
AFTER = (
    0.4  # seconds to go on looking once the program has the event, and the least number of looks
)
LOOKS = 5


class Looker:
    """Types, changes displays, and looks at what the projector shows."""

    def __init__(self, windows: WorkshopWindows, *, leaks: bool) -> None:
        self._windows = windows
        self._leaks = leaks
        self._since: float | None = None  # when characters were first seen
        self.seen: Counter[str] = Counter()

    def round(self) -> None:
        """Let each thing happen once while somebody types with the words shown."""
        for what in HAPPENS:
            if stands(PROJECTOR_ALONE):
                self.seen["corner though the lid is shut"] += self._windows.corner.isVisible()
            else:
                self._show_words()
                QTest.keyClicks(self._field(), "Mgj|")
                self.seen["words were shown"] += not self._field().is_covered
            self._watch(change(what), what)
            self._look_for_windows()
            self.seen[" ".join(what)] += 1
        field = self._field()
        kept = self._windows.corner.isVisible() and "Mgj|" in field.line
        self.seen["words were there, covered"] += kept and field.is_covered
        self.seen["could go on typing"] += wait_for(self._windows.corner.isActiveWindow)

    def try_to_open(self) -> None:
        """Try to write, and to read first, where the room would see it."""
        windows = self._windows
        notice = windows.console.desk.middle.notice
        reading = windows.console.desk.middle.gathering.closed
        for what, name in ((HAPPENS[2], "mirrored"), (HAPPENS[0], "one display"), (HAPPENS[1], "")):
            windows.corner_place.close()
            change(what).wait(timeout=PATIENCE)
            assert wait_for(partial(stands, what)), what
            QTest.qWait(500)
            windows.open_corner()
            QTest.qWait(100)
            is_open = windows.corner.isVisible()
            self.seen[f"{name} refused"] += not is_open and bool(notice.text)
            self.seen[f"{name} forced"] += is_open and self._cover_is_forced()
            self.seen[f"{name} not read"] += reading.pages.page is reading.seen

    def _watch(self, changing: "subprocess.Popen[bytes]", what: tuple[str, ...]) -> None:
        """Look until the display has changed and the program knows, and some more."""
        until = time.monotonic() + PATIENCE
        while changing.poll() is None or not stands(what):
            assert time.monotonic() < until, what
            QTest.qWait(5)
            self._look(told=False)
        assert changing.returncode == 0
        looks, since = 0, time.monotonic()
        while looks < LOOKS or time.monotonic() - since < AFTER:
            self._look(told=True)
            looks += 1
            QTest.qWait(5)

    def _look(self, *, told: bool) -> None:
        """Look at the projector; between the display's change and ours a moment goes by."""
        self.seen["looks"] += 1
        display_image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        met = False
        for screen in QGuiApplication.screens():
            if screen.name() == PROJECTOR:
                self.seen["looks at a projector"] += 1
                met = has_characters(display_image.copy(screen.geometry()), self._em())
        desk = self._windows.console.desk
        open_there = desk.isVisible() and self._stands_on_projector(self._windows.console)
        self.seen["desk on the projector"] += open_there and not self._windows.displays.mirrored
        if not met:
            self._since = None
            return
        self._since = self._since or time.monotonic()
        shown_for = round(1000 * (time.monotonic() - self._since))
        self.seen["looks with characters"] += 1
        self.seen["characters though told"] += told or self._windows.displays.mirrored
        self.seen["longest, in ms"] = max(self.seen["longest, in ms"], shown_for)

    def _look_for_windows(self) -> None:
        """See that corner and console have moved, unless the displays are mirrored."""
        if self._windows.displays.mirrored:
            self.seen["mirrored"] += 1
            self.seen["cover was not forced"] += not self._cover_is_forced()
            return
        if stands(PROJECTOR_ALONE):  # the console has nowhere else to be, under its cover
            self.seen["console uncovered"] += self._windows.console.desk.isVisible()
            return
        if not self._leaks:  # else nobody moves them
            wait_for(lambda: not self._stands_on_projector())
        self.seen["corner or console on the projector"] += self._stands_on_projector()

    def _stands_on_projector(self, *only: QWidget) -> bool:
        areas = [s.geometry() for s in QGuiApplication.screens() if s.name() == PROJECTOR]
        windows = only or (self._windows.corner, self._windows.console)
        return any(
            w.isVisible() and area.intersects(w.geometry()) for w in windows for area in areas
        )

    def _show_words(self) -> None:
        corner = self._windows.corner
        corner.activateWindow()
        assert QTest.qWaitForWindowActive(corner, 1000 * PATIENCE)
        QTest.qWait(50)
        self._field().setFocus()
        self._field().setStyleSheet(f"color: {INK.name()};")
        if self._field().is_covered:
            QTest.keyClick(self._field(), Qt.Key.Key_F2)
        if self._field().is_covered:  # forced: one display, or a mirrored one
            self.seen["cover was forced"] += 1
        QTest.qWait(20)

    def _cover_is_forced(self) -> bool:
        QTest.keyClick(self._field(), Qt.Key.Key_F2)
        return self._field().is_covered

    def _field(self) -> Field:
        corner = self._windows.corner  # out of sight while the lid is shut
        return next(field for field in corner.findChildren(Field) if field.isVisibleTo(corner))

    def _em(self) -> int:
        return self._field().fontMetrics().height()


def change(what: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """Begin to change the displays."""
    return subprocess.Popen(
        ["bash", str(SCRIPT), what[0], os.environ["DISPLAY"], *what[1:]],
        stdout=subprocess.DEVNULL,
    )


def wait_for(is_so: Callable[[], bool]) -> bool:
    """Wait until something is so; return whether it came to be."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        QTest.qWait(20)
    return is_so()


def stands(what: tuple[str, ...]) -> bool:
    """Return whether the program sees the displays as a change leaves them."""
    corners = {screen.name(): screen.geometry().topLeft() for screen in QGuiApplication.screens()}
    projector = corners.pop(PROJECTOR, None)
    if what == PROJECTOR_ALONE:
        return projector is not None and not corners
    if what[0] == "unplug" or projector is None or not corners:
        return what[0] == "unplug" and projector is None
    laptop = next(iter(corners.values()))
    if what[0] == "lid":
        return what[1] == "open" and projector.x() > laptop.x()
    places = {
        "right-of": projector.x() > laptop.x(),
        "left-of": projector.x() < laptop.x(),
        "same-as": projector == laptop,
    }
    return places[what[2]]


def has_characters(image: QImage, em: int) -> bool:
    """Return whether a stroke of ink is taller than the squares of covered words are."""
    heights: dict[int, int] = {}
    for y in range(image.height()):
        heights = {x: heights.get(x, 0) + 1 for x in _inked(image, y)}
        if any(height > em * 0.4 for height in heights.values()):
            return True
    return False


def _inked(image: QImage, y: int) -> Iterator[int]:
    """Yield where in a row there is ink."""
    line = bytes(cast("bytes", image.constScanLine(y)))
    wanted = bytes((INK.blue(), INK.green(), INK.red()))
    place = line.find(wanted)
    while place != -1:
        if place % 4 == 0:
            yield place // 4
        place = line.find(wanted, place + 1)


def plant_a_leak(windows: WorkshopWindows) -> None:
    """Let nobody tell the windows that a display has changed."""
    windows.displays.changed.disconnect()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    for signal in (application.screenAdded, application.screenRemoved):
        signal.disconnect()
    for screen in QGuiApplication.screens():
        screen.geometryChanged.disconnect()


def main(rounds: int, folder: Path, *, leaks: bool) -> int:
    """Play n rounds and print what was seen."""
    application = make_application()
    with a_meeting(folder) as meeting:
        meeting.open_writing()
        windows = WorkshopWindows(application, meeting.session, None, Pace())
        windows.open()
        QTest.qWait(800)
        windows.open_corner()
        QTest.qWait(300)
        if leaks:
            plant_a_leak(windows)
        looker = Looker(windows, leaks=leaks)
        for _ in range(rounds):
            looker.round()
        if not leaks:
            looker.try_to_open()
        windows.close()
    sys.stdout.write(json.dumps(looker.seen) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2]), leaks=sys.argv[3:] == ["leak"]))
