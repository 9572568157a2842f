"""A question open on the console says nothing about turns, and no turn closes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.contribution import SetAside
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.ui.corner.pace import Pace
from tests.helpers.lines import act, tick
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.windows import the_windows

RISKS = 4  # with two of them, half of all turns would leave their order as it was


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=12) as meeting:
        meeting.open_writing()
        for n in range(8):
            meeting.write(f"line {n}")
        meeting.close_writing()
        yield meeting


@pytest.fixture
def windows(meeting: Meeting, qapp: QApplication) -> Iterator[WorkshopWindows]:
    with the_windows(meeting.session, Pace()) as windows:
        qapp.processEvents()
        yield windows


def record_of(windows: WorkshopWindows) -> RecordPanel:
    """Turn to what goes in the record."""
    windows.console.desk.middle.turn_to(Tab.RECORD)
    return windows.console.desk.middle.record


def in_record(session: LiveSession) -> list[str]:
    """Return the lines that could go in the record."""
    return [row.text for row in session.desk().record.rows]


@pytest.mark.parametrize("kept", [True, False])
def test_a_question_about_a_line_stays_through_late_turns_and_is_about_that_line(
    windows: WorkshopWindows, meeting: Meeting, *, kept: bool
) -> None:
    meeting.open_together()
    meeting.open_writing()
    record, session = record_of(windows), meeting.session
    if not kept:
        tick(record.lines, 2)
    asked = session.desk().record.rows[2].text
    act(record.lines, 2, "out")
    title = record.ask.title.text()
    for texts in ((), ("late",), (), ("later",)):
        meeting.write(*texts)
        assert record.ask.isVisible()
        assert record.ask.title.text() == title
    assert in_record(session)[2] == asked
    record.ask.buttons["out"].click()
    assert asked not in in_record(session)
    assert len(in_record(session)) == 7


def test_a_question_about_a_line_that_went_is_asked_no_more(
    windows: WorkshopWindows, meeting: Meeting
) -> None:
    meeting.open_together()
    meeting.open_writing()
    record, session = record_of(windows), meeting.session
    asked = session.desk().record.rows[2].text
    act(record.lines, 2, "out")
    meeting.write("late")
    session.writing.take_out(GATHER, meeting.of(asked).id)
    assert not record.ask.isVisible()


def test_the_question_before_closing_stays_through_late_turns(
    windows: WorkshopWindows, meeting: Meeting
) -> None:
    for n in range(RISKS):
        line = meeting.of(f"line {n}").id
        meeting.session.writing.set_aside(GATHER, line, SetAside.RISK)
    meeting.open_together()
    meeting.open_writing()
    closing = record_of(windows).closing
    closing.make_button.click()
    asked = closing.ask.line.text()
    for texts in ((), ("late",), (), ("later",), (), ()):
        meeting.write(*texts)
        assert closing.ask.isVisible()
        assert closing.ask.line.text() == asked


def test_a_question_about_an_opened_line_stays_while_another_line_goes(
    windows: WorkshopWindows, meeting: Meeting
) -> None:
    meeting.open_together()
    windows.console.desk.middle.turn_to(Tab.LINES)
    opened = windows.console.desk.middle.gathering.opened
    first, *_others, last = meeting.gathering.ready
    act(opened.lines, len(opened.lines.items) - 1, "out")
    title = opened.ask.title.text()
    meeting.session.writing.take_out(GATHER, first.id)
    assert opened.ask.isVisible()
    assert opened.ask.title.text() == title == "Take line H out?"
    meeting.session.writing.take_out(GATHER, last.id)
    assert not opened.ask.isVisible()
