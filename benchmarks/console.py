#!/usr/bin/env python3
"""Measure how long the console takes to open, from a session to its first paint.

usage: benchmarks/console.py [TIMES]      (20 unless told; needs no display)

A real workshop file and the real window, on a plan of ninety minutes. The first opening also loads
fonts and icons and is left out. Prints the medians of building and showing it in milliseconds of
this process's own time, which other programs do not lengthen, and how many widgets it has. Exits 1
when the console took longer than the aim.
"""

import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.workshop import Setup, Workshop
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.live.session.session import LiveSession
from facilitator.store.workshop.file import create_workshop
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.scene.ruler import QtRuler
from tests.helpers.files import live_session, ready_plan

AIM_MS = 120.0


def opened(session: LiveSession) -> tuple[float, float, int]:
    """Open a console and close it; return milliseconds to build and to show it, and its widgets."""
    began = time.process_time()
    console = ConsoleWindow(session, LiveSignals(session))
    built = time.process_time()
    console.show()
    QApplication.processEvents()
    visible = time.process_time()
    widgets = len(console.findChildren(QWidget))
    console.close()
    console.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (built - began) * 1000, (visible - built) * 1000, widgets


def main() -> int:
    """Measure, and say whether the aim was kept."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    application = QApplication([])
    plan = ready_plan(PlanId("pscc-90"))
    workshop = Workshop.of(WorkshopId("w"), plan, Setup(people=12), practice=False)
    with tempfile.TemporaryDirectory() as folder:
        db = create_workshop(Path(folder) / "w.workshop", workshop)
        with closing(
            live_session(db, workshop, SystemClock(), SystemShuffler(), QtRuler())
        ) as session:
            opened(session)
            building, showing, counts = zip(*(opened(session) for _ in range(times)), strict=True)
    application.quit()
    whole = median(building) + median(showing)
    sys.stdout.write(
        f"console: built {median(building):.1f} ms, shown {median(showing):.1f} ms, "
        f"together {whole:.1f} ms, {counts[-1]} widgets\n"
    )
    return 0 if whole <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
