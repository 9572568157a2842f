"""A workshop in its gathering, in a data folder of its own, up to its record."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.domain.contribution import Contribution, Gathering, Shuffler, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.kinds.registry import LIVE
from facilitator.live.library.record_file import write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import ListPage, NotesPage
from facilitator.store.library.file import open_library
from facilitator.store.record_files import json_beside
from tests.helpers.clock import FakeClock
from tests.helpers.records import texts_in
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SETUP

GATHER = StepId("gather")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A running session with its folders: data, and where the record goes."""

    workshops: Workshops
    session: LiveSession
    data: Path
    records: Path

    @property
    def gathering(self) -> Gathering:
        """The gathering as it is now."""
        return self.session.workshop.gathering(GATHER)

    def open_writing(self) -> None:
        """Say the promise and open writing, or open it again."""
        self.session.writing.open(GATHER, promise_said=True)

    def close_writing(self) -> None:
        """Close writing, so that the lines are read first."""
        self.session.writing.close(GATHER)

    def open_together(self) -> None:
        """Open the lines, the warning read where it has to be."""
        self.session.writing.open_together(GATHER, warned=True)

    def write(self, *texts: str, in_record: bool = True) -> None:
        """Hand in a turn, an empty one without texts."""
        self.session.writing.give_turn(Turn(texts, in_record))

    def of(self, text: str) -> Contribution:
        """Return the line that begins so."""
        return next(line for line in self.gathering.contributions if line.text.startswith(text))

    def close(self) -> Path:
        """Make the record and forget the rest; return the record."""
        summary, record = self.workshops.begin_closing(self.session.workshop, self.records)
        write_record(summary, record)
        self.session.close()
        return self.workshops.finish_closing(self.session.workshop.id)


@contextmanager
def a_meeting(
    folder: Path, shuffler: Shuffler | None = None, people: int = 40, plan: Plan = PLAN
) -> Iterator[Meeting]:
    """Begin a workshop at its gathering, in a data folder of its own."""
    data, records = folder / "data", folder / "records"
    data.mkdir(parents=True)
    library = open_library(data)
    workshops = Workshops(
        data, library, FakeClock(), shuffler or SystemShuffler(), FixedRuler, LIVE
    )
    session = workshops.begin(plan, replace(SETUP, people=people))
    session.steps.jump(GATHER)
    try:
        yield Meeting(workshops, session, data, records)
    finally:
        session.close()
        library.close()


def on_board(meeting: Meeting) -> list[str]:
    """Return the lines that the room sees, in the order of their letters."""
    content = meeting.session.picture().content
    if isinstance(content, NotesPage):
        return [note.text for note in content.notes]
    return [note.text for note in content.lines] if isinstance(content, ListPage) else []


def in_record(record: Path) -> list[str]:
    """Return the texts of the record, as a screen reader meets them."""
    return texts_in(record.read_bytes())


def in_json(record: Path) -> str:
    """Return the JSON beside the record."""
    return json_beside(record).read_text(encoding="utf-8")
