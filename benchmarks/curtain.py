#!/usr/bin/env python3
"""Measure how long the curtain takes from its key to its paint, on a board of 1920 × 1080.

usage: benchmarks/curtain.py [TIMES]      (200 unless told; needs no display)

A real workshop file, the real console and board; the key is F8. What is written to the file comes
after the paint and is measured too, since the next key waits for it. Prints the median and the
slowest of both. Exits 1 when a paint took longer than the aim of 100 ms.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.workshop import Setup, Workshop
from facilitator.kinds.registry import READY_PLANS
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.room.pages.picture import CalmPage, RoomPicture
from facilitator.store.workshop.file import create_workshop
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.scene.ruler import QtRuler
from tests.helpers.files import live_session

AIM_MS = 100.0


def measured(folder: Path, times: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds to each paint of the curtain, and to the end of each command."""
    plan = READY_PLANS.plan(PlanId("pscc-90"))
    workshop = Workshop.of(WorkshopId("w"), plan, Setup(people=12), practice=False)
    db = create_workshop(folder / "w.workshop", workshop)
    session = live_session(db, workshop, SystemClock(), SystemShuffler(), QtRuler())
    signals = LiveSignals(session)
    console, board = ConsoleWindow(session, signals), BoardWindow()
    painted: list[float] = []
    began = 0.0

    def show(picture: RoomPicture) -> None:
        board.show_picture(picture)
        if isinstance(picture.content, CalmPage):
            painted.append((time.perf_counter() - began) * 1000)

    signals.room_changed.connect(show)
    board.resize(1920, 1080)
    board.show()
    console.show()
    done: list[float] = []
    for _time in range(times):
        QTest.keyClick(console.desk.middle, Qt.Key.Key_F8)  # lift it
        QApplication.processEvents()
        began = time.perf_counter()
        QTest.keyClick(console.desk.middle, Qt.Key.Key_F8)
        done.append((time.perf_counter() - began) * 1000)
    session.close()
    board.close_for_good()
    console.close()
    return painted, done


def main() -> int:
    """Measure, and check whether the aim was met."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        painted, done = measured(Path(folder), times)
    application.quit()
    for name, lengths in (("painted", painted), ("written", done)):
        sys.stdout.write(
            f"{name}: median {median(lengths):.1f} ms, slowest {max(lengths):.1f} ms\n"
        )
    return 0 if len(painted) == times and max(painted) <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
