"""Acts on a workshop file in a process of its own, to be killed or to find the disk full.

``python -m tests.attack.turns serve`` reads a line of JSON for each, and forks a process for it:
the act, the path of its file, and where to write a line for each act that was acknowledged.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from facilitator.domain.contribution import Gathering, Turn
from facilitator.domain.ids import StepId
from facilitator.errors import StoreUnavailableError
from facilitator.kinds.patterns.commands import NewPattern, Put, TakeOut, Undo
from facilitator.kinds.patterns.state import Spot
from facilitator.live.library.record_file import put_in_place, write_beside
from facilitator.live.library.taking_out import open_record
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.record import json_of, lines_of, made_again
from facilitator.store.database import Store, open_store, transaction
from facilitator.store.workshop.file import forget
from facilitator.store.workshop.gatherings import save_gathering
from facilitator.store.workshop.schema import WORKSHOP_FILE
from tests.helpers.files import live_session, open_workshop, read_whole
from tests.helpers.rulers import FixedRuler
from tests.helpers.workshops import GATHER

TURNS = (
    Turn(("tagaaaaaaaaaaaa a first line", "tagbbbbbbbbbbbb another of theirs")),
    Turn(),
    Turn(("tagcccccccccccc the last",), in_record=False),
)
ANSWERS = (0, 5, None, 0)  # of fist to five
DOTS = (((0, 1), (2, 2)), (), ((2, 1),), ((0, 2),))  # by the letters of lines
MOVES = (
    NewPattern("tagpattern one", (Spot(0), Spot(1))),
    Put((Spot(0, 0), Spot(2)), 0, also=True),
    TakeOut((Spot(1, 0),)),
    Undo(),
)
PULSE_ANSWERS = ((0, 4), (None, None), (4, None), (2, 2))  # to two statements
NEXT_VERSION = replace(
    WORKSHOP_FILE,
    migrations=(*WORKSHOP_FILE.migrations, ("ALTER TABLE contribution ADD COLUMN more TEXT",)),
)
FAILED = 3


def acknowledge(what: str) -> None:
    """Say that an act is done."""
    os.write(1, f"{what}\n".encode())


def hand_in(db: Store) -> None:
    """Hand in the turns, one after the other."""
    gathering = read_whole(db).gathering(GATHER)
    for turn in TURNS:
        gathering = gathering.turned((turn,), SystemShuffler())
        with transaction(db):
            save_gathering(db, gathering)
        acknowledge("turn")


def hand_in_or_say(db: Store) -> int:
    """Hand in the turns; when the machine fails, say so, and what the file holds then."""
    try:
        hand_in(db)
    except StoreUnavailableError:
        acknowledge("failed")
        return FAILED
    return 0


def hand_in_through_session(path: Path, *, too_early: bool, synced: bool) -> None:
    """Hand in the turns as the typing corner does: Done answers once the session has saved one.

    Acknowledged too early, or on a disk that was not asked to be sure, they are planted leaks.
    """
    db = open_workshop(path)
    if not synced:
        db.execute("PRAGMA synchronous = OFF")
    session = live_session(db, read_whole(db), SystemClock(), SystemShuffler(), FixedRuler())
    for turn in TURNS:
        if too_early:
            acknowledge("turn")
        session.writing.give_turn(turn)
        if not too_early:
            acknowledge("turn")


def answer_through_session(path: Path, *, too_early: bool) -> None:
    """Choose in a check as the typing corner does: Done answers once the session has saved it."""
    db = open_workshop(path)
    session = live_session(db, read_whole(db), SystemClock(), SystemShuffler(), FixedRuler())
    for place in ANSWERS:
        if too_early:
            acknowledge("turn")
        session.holding.hand_in(place)
        if not too_early:
            acknowledge("turn")


def answer_a_pulse(path: Path, *, too_early: bool) -> None:
    """Answer the present step's pulse as the typing corner does."""
    db = open_workshop(path)
    session = live_session(db, read_whole(db), SystemClock(), SystemShuffler(), FixedRuler())
    step = session.workshop.agenda.now.step
    for answer in PULSE_ANSWERS:
        if too_early:
            acknowledge("turn")
        session.own.hand_in(step.id, answer)
        if not too_early:
            acknowledge("turn")


def place_dots_through_session(path: Path) -> None:
    """Place dots as the typing corner does: Done answers once the session has saved them."""
    db = open_workshop(path)
    session = live_session(db, read_whole(db), SystemClock(), SystemShuffler(), FixedRuler())
    for placed in DOTS:
        session.own.hand_in(session.workshop.agenda.now.step.id, placed)
        acknowledge("turn")


def sort_through_session(path: Path) -> None:
    """Sort lines into patterns as the console does, one move after the other."""
    db = open_workshop(path)
    session = live_session(db, read_whole(db), SystemClock(), SystemShuffler(), FixedRuler())
    for move in MOVES:
        session.own.do(StepId("sort"), move)
        acknowledge("move")


THROUGH_SESSION: dict[str, Callable[[Path], None]] = {
    "answers": partial(answer_through_session, too_early=False),
    "answers too early": partial(answer_through_session, too_early=True),
    "pulse": partial(answer_a_pulse, too_early=False),
    "pulse too early": partial(answer_a_pulse, too_early=True),
    "dots": place_dots_through_session,
    "sort": sort_through_session,
}


def take_out(record: Path) -> None:
    """Take the first line out of a record, with its words in place of a PDF."""
    opened = open_record(record)
    first, _text = lines_of(opened.summary)[0]
    again = made_again(opened.summary, [first], opened.summary.held_on)
    write_beside(again, opened.record, lambda summary: json_of(summary).encode())
    put_in_place(opened.record)
    acknowledge("taken out")


def main(act: str, path: Path) -> int:
    """Do one act."""
    if act in ("session", "too early", "not synced"):
        hand_in_through_session(path, too_early=act == "too early", synced=act != "not synced")
        return 0
    if act in THROUGH_SESSION:
        THROUGH_SESSION[act](path)
        return 0
    if act in ("take out", "open record"):
        (take_out if act == "take out" else open_record)(path)
        return 0
    if act == "forget":
        forget(path)
        acknowledge("forgotten")
        return 0
    if act == "upgrade":
        open_store(path, NEXT_VERSION).close()
        acknowledge("upgraded")
        return 0
    return hand_in_or_say(open_workshop(path))


def expected(before: Gathering, kept: int) -> list[str]:
    """Return the texts there must be after n turns."""
    texts = [line.text for line in before.contributions]
    return sorted(texts + [text for turn in TURNS[:kept] for text in turn.texts])


PR_SET_PTRACER, ANYBODY = 0x59616D61, -1


def begin_traced(output: Path) -> None:
    """Acknowledge into a file from now on, and stop until strace has attached."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY)  # where only parents may attach
    os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT), 1)
    os.kill(os.getpid(), signal.SIGSTOP)


def serve() -> int:
    """Fork a process for each act; write its id once it has stopped, then its exit code."""
    for line in sys.stdin:
        act, path, output = json.loads(line)
        actor = os.fork()
        if actor == 0:
            begin_traced(Path(output))
            return main(act, Path(path))
        os.waitpid(actor, os.WUNTRACED)
        os.write(1, f"{actor}\n".encode())
        _actor, status = os.waitpid(actor, 0)
        os.write(1, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    return 0


if __name__ == "__main__":
    assert sys.argv[1:] == ["serve"]
    sys.exit(serve())
