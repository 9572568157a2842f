"""Workshops in a data folder, a full disk, and the real program in a process."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.kinds.registry import LIVE
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.store.library.file import open_library
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SETUP

ROOT = Path(__file__).parents[2]
GATHER = StepId("gather")
WRITTEN = ("Kestrel one", "Heron two", "Avocet three", "Dunlin four", "Plover five", "Siskin six")


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow: every write of this process is refused by the system."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def started(folder: Path, seed: int = 3) -> Iterator[Workshops]:
    """Start the program's part below the windows on a data folder; afterwards it is gone."""
    with closing(open_library(folder)) as library:
        yield Workshops(folder, library, FakeClock(), SeededShuffler(seed), FixedRuler, LIVE)


def written(session: LiveSession) -> LiveSession:
    """Let people write, read first, and open the lines together."""
    session.writing.open(GATHER, promise_said=True)
    for text in WRITTEN:
        session.writing.give_turn(Turn((text,)))
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    return session


def begun(workshops: Workshops) -> LiveSession:
    """Begin a workshop, up to its gathering."""
    session = workshops.begin(PLAN, SETUP)
    session.steps.jump(StepId("said"))
    session.said.add("We got through winter")
    session.steps.jump(GATHER)
    return session


def workshop_files(folder: Path) -> list[str]:
    """Return the names of what is left of workshops in a folder."""
    return sorted(file.name for file in folder.iterdir() if ".workshop" in file.name)


@dataclass(frozen=True, slots=True)
class Ended:
    """How the real program ended, and what it said."""

    code: int
    output: str
    complained: str


def facilitator(*arguments: str | Path, strace: tuple[str, ...] = ()) -> Ended:
    """Run the real program in a process of its own, without a display."""
    command = [*strace, sys.executable, "-m", "facilitator", *map(str, arguments)]
    ours = {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_BENCHMARK": "1"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(os.environ) | ours,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
