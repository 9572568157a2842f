#!/usr/bin/env python3
"""Measure how long the planner takes to answer a key in a plan of a hundred steps.

usage: benchmarks/planner.py [TIMES]      (40 unless told; needs no display)

The real window on a real library. Prints the median of each key until the window is painted again,
and of saving and the small picture, which follow once the keys pause, in milliseconds of this
process's own time. Exits 1 when the median of a key is longer than a frame.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app.data_folder import DataFolder, open_data_folder
from facilitator.app.home_view import Settings
from facilitator.app.planning import Planning
from facilitator.domain.ids import PlanId, StepId
from facilitator.domain.plan.limits import MOST_STEPS
from facilitator.domain.plan.plan import Plan
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.ui.planner.window import PlannerWindow
from tests.helpers.files import ready_plan

FRAME_MS = 1000 / 60
KEYS: dict[str, tuple[Qt.Key, Qt.KeyboardModifier]] = {
    "down": (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    "shift down": (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    "alt up": (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    "undo": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
}


def a_long_plan() -> Plan:
    """Return a ready plan, again and again, up to as many steps as a plan may have."""
    plan = ready_plan(PlanId("pscc-90"))
    rounds = range(-(-MOST_STEPS // len(plan.steps)))
    steps = tuple(
        replace(
            step,
            id=StepId(f"{step.id}-{number}"),
            of=None if step.of is None else StepId(f"{step.of}-{number}"),
        )
        for number in rounds
        for step in plan.steps
    )
    return replace(plan, steps=steps[:MOST_STEPS])


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds an act takes until everything is painted."""
    began = time.process_time()
    act()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def measured(window: PlannerWindow, times: int) -> dict[str, float]:
    """Return the median of each key, of typing, and of what follows."""
    rows = window.order.rows
    rows.setFocus()
    last = window.draft.plan.steps[-1].id  # it uses no other step's lines, so it can move
    medians = {}
    for name, key in KEYS.items():
        if name == "alt up":
            rows.chosen_changed.emit((last,))
        medians[name] = median(timed(partial(QTest.keyClick, rows, *key)) for _ in range(times))
        if name == "alt up" and window.draft.place_of(last) != MOST_STEPS - 1 - times:
            raise RuntimeError("the step did not move")
    window.side.edit_title_of_step()
    box = window.focusWidget() or window
    medians["typing"] = median(timed(lambda: QTest.keyClicks(box, "n")) for _ in range(times))
    return medians


def opened(data: DataFolder) -> PlannerWindow:
    """Open the long plan in the planner."""
    planning = Planning(data, Settings(data.library), SystemClock(), SystemShuffler())
    planning.open(a_long_plan())
    window = planning.window
    if window is None:
        raise RuntimeError("the planner did not open")
    window.destroyed.connect(lambda: planning)  # it lives as long as its window
    window.activateWindow()
    QApplication.processEvents()
    return window


def main() -> int:
    """Measure, and say whether each key was answered within a frame."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        data = open_data_folder(Path(folder))
        with closing(data.library):
            window = opened(data)
            medians = measured(window, times)
            saving = timed(window.save)
            window.hide()
    application.quit()
    keys = ", ".join(f"{name} {length:.1f} ms" for name, length in medians.items())
    sys.stdout.write(f"planner of {MOST_STEPS} steps: {keys}; saving {saving:.1f} ms\n")
    return 0 if max(medians.values()) <= FRAME_MS else 1


if __name__ == "__main__":
    sys.exit(main())
