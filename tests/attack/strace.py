"""Acts killed, or refused by the machine, at the n-th call to it."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.helpers.attacks import count

ROOT = Path(__file__).parents[2]
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")
KILLED = 137, -9


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


def run(act: str, path: Path, *options: str) -> Outcome:
    """Run an act of ``tests.attack.turns`` under strace."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("This attack needs strace: install it with `apt-get install strace`.")
    traced = [strace, "-f", "-qq", *options]
    program = [sys.executable, "-B", "-m", "tests.attack.turns", act, str(path)]
    done = subprocess.run(
        [*traced, *program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    return Outcome(done.returncode, tuple(done.stdout.split()))


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
    assert outcome.code in KILLED, (point, outcome)
    return outcome


def refused(act: str, path: Path, point: Point, error: str, *, for_good: bool) -> Outcome:
    """Run an act whose call fails once, or from then on; see that it did fail."""
    inject = f"inject={point.call}:error={error}:when={point.n}{'+' if for_good else ''}"
    with TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        outcome = run(act, path, "-o", str(trace), "-e", f"trace={point.call}", "-e", inject)
        assert "(INJECTED)" in trace.read_text(errors="replace"), (point, outcome)
    return outcome
