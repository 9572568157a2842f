"""Acts killed, or refused by the machine, at the n-th call to it."""

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.helpers.attacks import count

ROOT = Path(__file__).parents[2]
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")
KILLED = -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th time that a call is made."""

    call: str
    n: int

    def __str__(self) -> str:
        return f"{self.call} {self.n}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended, and what it had acknowledged until then."""

    code: int
    output: tuple[str, ...]


@cache
def actors() -> subprocess.Popen[str]:
    """Start the process that forks one for each act: it imports the program only once."""
    program = [sys.executable, "-B", "-m", "tests.attack.turns", "serve"]
    server = subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    atexit.register(server.communicate)  # it ends with its input
    return server


def run(act: str, path: Path, *options: str) -> Outcome:
    """Run an act of ``tests.attack.turns`` under strace, which attaches before it begins."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("This attack needs strace: install it with `apt-get install strace`.")
    server = actors()
    assert server.stdin is not None
    assert server.stdout is not None
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        server.stdin.write(json.dumps([act, str(path), str(output)]) + "\n")
        actor = int(server.stdout.readline())  # it has stopped itself
        tracing = [strace, "-f", *options, "-p", str(actor)]
        tracer = subprocess.Popen(tracing, stderr=subprocess.PIPE, text=True)
        assert tracer.stderr is not None
        message = tracer.stderr.readline()  # from then on, no call of the process is missed
        assert "attached" in message, message
        os.kill(actor, signal.SIGCONT)
        code = int(server.stdout.readline())
        tracer.communicate(timeout=60)
        return Outcome(code, tuple(output.read_text(encoding="utf-8").split()))


def points_of(act: str, path: Path, calls: tuple[str, ...], trace: Path) -> list[Point]:
    """Return every point at which the act can be stopped; it is done once to find them."""
    done = run(act, path, "-o", str(trace), "-e", f"trace={','.join(calls)}")
    assert done.code == 0, done
    seen = re.findall(r"^\d+ +(\w+)\(", trace.read_text(errors="replace"), re.MULTILINE)
    trace.unlink()
    return [Point(call, n) for call in calls for n in range(1, seen.count(call) + 1)]


def chosen(points: list[Point], small: int) -> list[Point]:
    """Return all points with the full count, else about ``small`` spread evenly over them."""
    step = len(points) / count(small, len(points))
    return [points[int(place * step)] for place in range(int(len(points) / step))]


def of_each_call(points: list[Point], most: int) -> list[Point]:
    """Return at most n points of each call, spread evenly, the last of them among them."""
    chosen_points = []
    for call in dict.fromkeys(point.call for point in points):
        all_of_it = [point for point in points if point.call == call]
        step = max(1.0, len(all_of_it) / most)
        number = int(len(all_of_it) / step)
        chosen_points += [all_of_it[-1 - int(place * step)] for place in range(number)]
    return chosen_points


def killed(act: str, path: Path, point: Point) -> Outcome:
    """Run an act that is killed as it makes a call; the call is not made."""
    inject = f"inject={point.call}:signal=SIGKILL:when={point.n}"
    outcome = run(act, path, "-o", "/dev/null", "-e", f"trace={point.call}", "-e", inject)
    assert outcome.code == KILLED, (point, outcome)
    return outcome


def refused(act: str, path: Path, point: Point, error: str, *, for_good: bool) -> Outcome:
    """Run an act whose call fails once, or from then on; see that it did fail."""
    inject = f"inject={point.call}:error={error}:when={point.n}{'+' if for_good else ''}"
    with TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        outcome = run(act, path, "-o", str(trace), "-e", f"trace={point.call}", "-e", inject)
        assert "(INJECTED)" in trace.read_text(errors="replace"), (point, outcome)
    return outcome


def paths_in(folder: Path) -> Iterator[Path]:
    """Give a path for a workshop in a folder of its own, again and again."""
    for place in range(1_000_000):
        inner = folder / str(place)
        inner.mkdir()
        yield inner / "a.workshop"


@dataclass(frozen=True, slots=True)
class Killings:
    """At how many points an act can be killed, and how often not all of it was kept."""

    points: int
    lost: int


def kept_wherever_killed(
    act: str, files: Iterator[Path], kept: Callable[[Path], int], most: int, part: str = "turn"
) -> Killings:
    """Kill an act of ``most`` parts at points all over it, each time on another file.

    What was acknowledged is kept then, and at most a part more.
    """
    first = next(files)
    points, lost = points_of(act, first, CALLS, first.with_name("trace")), 0
    for point in chosen(points, small=8):
        outcome = killed(act, path := next(files), point)
        number, acknowledged = kept(path), outcome.output.count(part)
        assert acknowledged <= number <= acknowledged + 1, point
        lost += number < most
    return Killings(len(points), lost)
