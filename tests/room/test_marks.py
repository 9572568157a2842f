"""What people name a line by: the same mark on every page of the room, and on the console."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.letters import Marks
from facilitator.domain.text.language import ENGLISH
from facilitator.live.session.session import LiveSession
from facilitator.room.marks import mark_of
from facilitator.room.pages.picture import NotesPage
from tests.helpers.boards import record_page_lines
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, SETUP, a_session, reopened


def opened(folder: Path, marks: Marks) -> LiveSession:
    """Return a session with six opened lines, marked in this way."""
    session = a_session(folder, setup=replace(SETUP, marks=marks))
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    for number in range(6):
        session.writing.give_turn(Turn((f"line {number}",)))
    session.writing.close(GATHER.id)
    session.writing.open_together(GATHER.id)
    return session


@pytest.mark.parametrize("marks", Marks)
def test_a_line_has_the_same_mark_on_board_and_console_and_after_a_restart(
    tmp_path: Path, marks: Marks
) -> None:
    session = opened(tmp_path, marks)
    session.board.toggle_curtain()
    session.board.lines(GATHER.id)
    page = session.picture().content
    assert isinstance(page, NotesPage)
    expected = [mark_of(number, marks, ENGLISH) for number in range(6)]
    assert [note.letter for note in page.notes] == expected
    gathering = session.desk().gathering
    assert gathering is not None
    assert [row.letter for row in gathering.rows] == expected
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.workshop.setup.marks is marks
    again.steps.jump(CHOICE.id)
    assert [mark for mark, *_line in record_page_lines(again)] == expected
    assert [row.letter for row in again.desk().record.rows] == expected
    again.close()


@pytest.mark.parametrize("marks", Marks)
def test_no_two_lines_have_the_same_mark(marks: Marks) -> None:
    assert len({mark_of(number, marks, ENGLISH) for number in range(1000)}) == 1000


def test_numbers_begin_with_one() -> None:
    assert [mark_of(number, Marks.NUMBERS, ENGLISH) for number in range(3)] == ["1", "2", "3"]
