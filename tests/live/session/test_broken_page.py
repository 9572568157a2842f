"""A bug in one page: the curtain still comes, the console goes on, and other pages are shown."""

from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.domain.ids import WorkshopId
from facilitator.domain.workshop import Workshop
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.events import DeskChanged, Event, RoomChanged
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import CalmPage, RoomPicture, StepPage
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session, open_workshop, read_whole
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import GATHER, PLAN, SAID, SETUP, TALK

BROKEN = SAID.question.first.split()[-1]


class BreakingRuler(FixedRuler):
    """Has a bug that one text alone brings out."""

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        if BROKEN in text:
            raise ZeroDivisionError
        return super().lines(text, width, size, weight)


class Told:
    """The last events of board and console."""

    def __init__(self, session: LiveSession) -> None:
        self.room: RoomPicture = session.picture()
        self.step = ""
        session.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        match event:
            case RoomChanged():
                self.room = event.picture
            case DeskChanged():
                self.step = event.desk.now.title


def at_the_broken_page(folder: Path) -> tuple[LiveSession, Told]:
    """Return a session whose present step cannot be laid out, the curtain up."""
    workshop = Workshop.of(WorkshopId("w"), PLAN, SETUP, practice=False)
    db = create_workshop(folder / "w.workshop", workshop)
    session = live_session(db, workshop, FakeClock(), SeededShuffler(1), BreakingRuler())
    session.board.toggle_curtain()
    told = Told(session)
    with pytest.raises(ZeroDivisionError):
        session.steps.jump(SAID.id)
    return session, told


def test_the_console_reports_a_step_whose_page_cannot_be_laid_out(tmp_path: Path) -> None:
    session, told = at_the_broken_page(tmp_path)
    assert told.step == SAID.title.first
    assert isinstance(told.room.content, StepPage)
    assert told.room.content.question == TALK.question  # what the room has before it still
    session.close()


def test_the_curtain_comes_over_a_page_that_cannot_be_laid_out(tmp_path: Path) -> None:
    session, told = at_the_broken_page(tmp_path)
    session.board.toggle_curtain()
    assert told.room.content == CalmPage()
    with pytest.raises(ZeroDivisionError):
        session.board.toggle_curtain()
    session.close()


def test_what_is_published_before_it_is_saved_is_saved_whatever_happened(tmp_path: Path) -> None:
    session, _told = at_the_broken_page(tmp_path)
    session.board.toggle_curtain()
    with pytest.raises(ZeroDivisionError):
        session.board.toggle_curtain()
    session.close()
    db = open_workshop(tmp_path / "w.workshop")
    assert not read_whole(db).board.curtain
    db.close()


def test_next_leads_on_from_a_page_that_cannot_be_laid_out(tmp_path: Path) -> None:
    session, told = at_the_broken_page(tmp_path)
    for _press in range(2):  # asked, then meant
        with suppress(ZeroDivisionError):
            session.steps.next()
    assert session.workshop.agenda.now.step.id == GATHER.id
    assert told.step == GATHER.title.first
    session.close()


def test_the_step_after_a_page_that_cannot_be_laid_out_is_shown(tmp_path: Path) -> None:
    session, told = at_the_broken_page(tmp_path)
    session.steps.jump(TALK.id)
    assert isinstance(told.room.content, StepPage)
    assert told.room.content.question == TALK.question
    assert told.step == TALK.title.first
    session.close()
