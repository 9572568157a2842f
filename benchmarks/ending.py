#!/usr/bin/env python3
"""Measure how long the program takes to end after the system has asked it to, by SIGTERM.

usage: benchmarks/ending.py [RUNS]      (5 unless told; needs no display)

The real program is brought to a moment by keys and clicks: at Home; on the console, with half a
note typed; at the typing corner, with half a line typed; and while a record is being made. Prints
the median and the slowest of each, in seconds from the signal until the process is gone. Exits 1
when one took longer than the two seconds that are promised, or did not end well.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.setup import Setup
from facilitator.kinds.registry import LIVE, READY_PLANS
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.store.library.file import open_library
from facilitator.ui.scene.ruler import QtRuler

AIM = 2.0  # seconds
ROOT = Path(__file__).parents[1]
MOMENTS = ("home", "console", "corner", "record")
SETUP = Setup(people=12, support="Sam, 020 7946 0001", recipients="everyone here")


def write_workshop(data: Path) -> str:
    """Save a workshop whose writing is open in a data folder; return its file's name."""
    plan = READY_PLANS.plan(PlanId("pscc-90"))
    gather = next(step.id for step in plan.steps if step.kind is StepKind.GATHER)
    with closing(open_library(data)) as library:
        workshops = Workshops(data, library, SystemClock(), SystemShuffler(), QtRuler, LIVE)
        session = workshops.begin(plan, SETUP)
        session.board.step()
        session.steps.jump(gather)
        session.writing.open(gather, promise_said=True)
        session.close()
        (entry,) = workshops.entries()
        return entry.file


def seconds_to_end(moment: str, data: Path, file: str) -> float:
    """Bring the program to a moment and end it; return the seconds that took."""
    opened = () if moment == "home" else ("open", str(data / file))
    command = (sys.executable, "-m", "tests.helpers.driven", moment, "--data", str(data), *opened)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        if program.stdout is None or not program.stdout.readline().strip().isdecimal():
            raise SystemExit(f"the program did not come to the moment: {moment}")
        began = time.perf_counter()
        program.terminate()
        code = program.wait()
        seconds = time.perf_counter() - began
    if code != 0:
        raise SystemExit(f"{moment}: the program ended with {code}")
    return seconds


def main() -> int:
    """Measure each moment in turn, and check whether the aim was met."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    application = QApplication([])
    times: dict[str, list[float]] = {moment: [] for moment in MOMENTS}
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder, "prepared")
        prepared.mkdir()
        file = write_workshop(prepared)
        for run in range(runs):
            for moment, seconds in times.items():
                data = Path(shutil.copytree(prepared, Path(folder, f"{moment} {run}")))
                seconds.append(seconds_to_end(moment, data, file))
    application.quit()
    for moment, seconds in times.items():
        line = f"{moment}: median {median(seconds):.2f} s, slowest {max(seconds):.2f} s\n"
        sys.stdout.write(line)
    return 0 if max(max(seconds) for seconds in times.values()) <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
