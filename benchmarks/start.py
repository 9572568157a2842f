#!/usr/bin/env python3
"""Measure how long it takes until the first window is shown, beside an empty PySide6 window.

usage: benchmarks/start.py [RUNS]      (7 unless told; needs Xvfb)

Both are started in turn, each in a process, on a display and with a home folder of its own, once
beforehand to fill the system's file cache. Prints the medians, their ratio and the peak memory.
Exits 1 when a program does not say that its window is shown, or when the aim is missed: 1.7 times
the time of the empty window.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TextIO

AIM = 1.7  # times the empty window
PROGRAM = (sys.executable, "-m", "facilitator")
EMPTY = (
    sys.executable,
    "-c",
    """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, told)

def told():
    sys.stdout.write("shown\\n")
    sys.stdout.flush()
    application.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
""",
)


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until the window was shown, and peak memory in megabytes."""

    seconds: float
    megabytes: float


def spawn(command: tuple[str, ...], environment: dict[str, str]) -> tuple[int, TextIO]:
    """Start a program; return its process id and what it writes to standard output."""
    reading, writing = os.pipe()
    to_us = [(os.POSIX_SPAWN_DUP2, writing, 1)]
    pid = os.posix_spawnp(command[0], command, environment, file_actions=to_us)
    os.close(writing)
    return pid, os.fdopen(reading)


@contextmanager
def display() -> Iterator[str]:
    """Run an X server of our own and yield its display."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-noreset")
    server, output = spawn(command, dict(os.environ))
    with output:
        number = output.readline().strip()
        try:
            yield f":{number}"
        finally:
            os.kill(server, signal.SIGTERM)
            os.waitpid(server, 0)


def start(command: tuple[str, ...]) -> Start:
    """Start a program as a new user would, and wait until its window is shown."""
    with tempfile.TemporaryDirectory() as home, display() as name:
        inherited = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
        ours = {"HOME": home, "DISPLAY": name, "FACILITATOR_BENCHMARK": "1"}
        before = time.perf_counter()
        program, output = spawn(command, inherited | ours)
        with output:
            first = output.readline().strip()
        seconds = time.perf_counter() - before
        _pid, _status, usage = os.wait4(program, 0)
    if first != "shown":
        raise SystemExit(f"{command[2].strip()[:20]} did not say that its window is shown.")
    return Start(seconds, usage.ru_maxrss / 1024)


def measure(runs: int) -> tuple[list[Start], list[Start]]:
    """Start both in turn; the first of each fills the cache and does not count."""
    pairs = [(start(PROGRAM), start(EMPTY)) for _run in range(runs + 1)][1:]
    return [ours for ours, _empty in pairs], [empty for _ours, empty in pairs]


def told(name: str, starts: list[Start]) -> str:
    """Format the starts of a program as one line."""
    seconds = [start.seconds for start in starts]
    memory = median(start.megabytes for start in starts)
    return (
        f"{name:<13} {median(seconds):.2f} s (from {min(seconds):.2f} to {max(seconds):.2f}), "
        f"{memory:.0f} MB at most\n"
    )


def main(arguments: list[str]) -> int:
    """Measure and print; return 1 when the aim is missed."""
    if len(arguments) > 1 or not all(number.isdecimal() and int(number) for number in arguments):
        sys.stderr.write(__doc__ or "")
        return 2
    if shutil.which("Xvfb") is None:
        sys.stderr.write("Xvfb is missing. Type: sudo apt-get install -y xvfb\n")
        return 2
    ours, empty = measure(int(arguments[0]) if arguments else 7)
    ratio = median(start.seconds for start in ours) / median(start.seconds for start in empty)
    sys.stdout.write(told("Facilitator", ours) + told("empty window", empty))
    sys.stdout.write(f"ratio         {ratio:.2f} (aim: at most {AIM:.1f})\n")
    return int(ratio > AIM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
