"""Opens workshop files as the program does and works with them, in a process with bounds.

``python -m tests.attack.opened_files FILE…`` writes a line of JSON for each file: what came of it.
With ``--trusting`` first, the program checks nothing: the attack has to see that. The system ends
it when one file takes too much of the processor or of the memory.
"""

import json
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import date
from functools import partial
from hashlib import file_digest
from pathlib import Path

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.errors import FacilitatorError, StoreDamagedError
from facilitator.live.session.session import LiveSession
from facilitator.store import database
from facilitator.store.workshop import whole
from tests.helpers.programs import started

SECONDS = 10  # of the processor, for one file
TRUSTING_SECONDS = 2  # the same for a program that checks nothing and would never end
BYTES = 1 << 30  # of address space, the interpreter's own among them


def acts_on(session: LiveSession) -> Iterator[Callable[[], object]]:
    """Yield what a facilitator does in the first minutes, and on the way out."""
    yield session.board.toggle_curtain
    yield session.tick
    for run in session.workshop.agenda.runs:
        yield partial(session.steps.jump, run.step.id)
        yield session.board.step
        yield session.time.toggle
        if run.step.kind is StepKind.GATHER:
            yield from acts_on_gathering(session, run.step.id)
        yield partial(session.said.add, "It goes on.")
    yield session.board.agreement
    yield session.board.care
    yield session.board.record
    yield session.agreements.undo
    yield session.agreements.redo
    yield session.steps.next
    yield session.tick
    yield partial(session.summary, date(2030, 1, 1))
    yield session.minutes


def acts_on_gathering(session: LiveSession, step_id: StepId) -> Iterator[Callable[[], object]]:
    """Yield what is done where people write."""
    yield partial(session.writing.open, step_id, promise_said=True)
    yield partial(session.writing.give_turn, Turn(("one more",)))
    yield partial(session.writing.close, step_id)
    yield partial(session.writing.open_together, step_id, warned=True)
    yield partial(session.board.lines, step_id)
    yield partial(session.board.one_line, step_id)


def work_with(session: LiveSession) -> None:
    """Do all of it; what the program refuses is refused in a sentence."""
    try:
        for act in acts_on(session):
            with suppress(FacilitatorError):
                act()  # after which room and console are shown
        if not session.is_saved:
            raise AssertionError("the file opened, and could not be written")
    finally:
        session.close()


def what_came_of(path: Path) -> dict[str, str]:
    """Open a file and work with it, or say why not; then nothing may have changed."""
    data = path.parent / "data"
    data.mkdir()
    before = traces(path)
    with started(data) as workshops:
        try:
            session = workshops.carry_on(workshops.files.take_in(path))
        except FacilitatorError as error:
            outcome = {"sentence": error.message, "remedy": error.remedy}
            is_damaged = isinstance(error, StoreDamagedError)
        else:
            work_with(session)
            return {"outcome": "opened"}
        outcome["outcome"] = "refused" if traces(path) == before else "changed"
        if is_damaged and workshops.files.can_be_salvaged(path):
            work_with(workshops.carry_on(workshops.salvage(path)))
            outcome["outcome"] = "salvaged" if traces(path) == before else "changed"
        return outcome


def traces(path: Path) -> list[tuple[str, int, str]]:
    """Return all files beside it, when they were written and what is in them."""
    files = (file for file in path.parent.iterdir() if file.is_file())
    return sorted((file.name, file.stat().st_mtime_ns, digest_of(file)) for file in files)


def digest_of(path: Path) -> str:
    """Return what tells a file's content from any other."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def believe(*_said: object) -> None:
    """Check nothing."""


def trust_files() -> None:
    """Plant the leak: what a file says is believed."""
    for module, name in (
        (database, "check_schema"),
        (database, "check_content"),
        (whole, "check_sound"),
    ):
        setattr(module, name, believe)


def note_a_trace(outcome: dict[str, str], kind: object, error: object, _at: object) -> bool:
    """Note an error that is none of ours as what came of a file."""
    if isinstance(error, Exception):
        outcome |= {"outcome": "trace", "sentence": f"{kind}: {error}"}
    return isinstance(error, Exception)


def main(paths: list[str]) -> None:
    """Write what came of each file."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    trusting = paths[0] == "--trusting"
    if trusting:
        trust_files()
        paths = paths[1:]
    for path in map(Path, paths):
        signal.setitimer(signal.ITIMER_PROF, TRUSTING_SECONDS if trusting else SECONDS)
        outcome: dict[str, str] = {}
        with ExitStack() as traces:
            traces.push(partial(note_a_trace, outcome))
            outcome |= what_came_of(path)
        signal.setitimer(signal.ITIMER_PROF, 0)
        status = Path("/proc/self/status").read_text(encoding="ascii")
        most = int(status.partition("VmHWM:")[2].split()[0]) // 1024
        sys.stdout.write(json.dumps(outcome | {"file": path.parent.name, "MB": most}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
