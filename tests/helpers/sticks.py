"""A workshop file on a stick, and a list that cannot be written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from facilitator.live.library.record_file import write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import AGREEING, agree, suggested
from tests.helpers.programs import started
from tests.helpers.sessions import SETUP

STICK = "stick.workshop"
GROUP = "Kestrel Street"
AGREED = "One voice at a time"


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Keep everybody from writing the list, as a full disk would."""
    with closing(sqlite3.connect(data / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def opened(workshops: Workshops, path: Path) -> LiveSession:
    """Open a workshop's file where it lies, and carry on."""
    return workshops.carry_on(workshops.files.take_in(path))


def agreed_on_a_stick(folder: Path, *, yes: bool = True, seed: int = 3) -> Path:
    """Leave a group's workshop, in which something is agreed, on a stick from another laptop."""
    (other := folder / "other laptop").mkdir()
    with started(other, seed) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, group=GROUP))
        session.board.step()
        agree(session, *suggested(session, AGREED))
        session.agreements.keep_for_next(yes=yes)
        (entry,) = workshops.entries()
        session.close()
        return workshops.list.path_of(entry).rename(folder / STICK)


def close(workshops: Workshops, session: LiveSession, records: Path) -> Path:
    """Make a workshop's record and forget its file, as the program does."""
    summary, record = workshops.begin_closing(session.workshop, records, kept=session.is_saved)
    write_record(summary, record)
    session.close()
    return workshops.finish_closing(session.workshop.id, session.workshop)
