"""A question about a line without a name is about that line, whatever is selected since."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import SetAside
from facilitator.ui.console.gathering.closed import GatherClosed
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.lines import click, texts_of
from tests.helpers.meeting import GATHER, Meeting, a_meeting

TEXTS = {f"line {n}" for n in range(6)}


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for text in sorted(TEXTS):
            meeting.write(text)
        meeting.close_writing()
        yield meeting


@pytest.fixture
def closed(meeting: Meeting, qtbot: QtBot) -> GatherClosed:
    window = ConsoleWindow(meeting.session, LiveSignals(meeting.session))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return window.desk.middle.gathering.closed


def choose(closed: GatherClosed, place: int) -> str:
    """Choose a line by a click, and return its words."""
    click(closed.lines, place)
    return texts_of(closed.lines)[place]


def left(meeting: Meeting) -> set[str]:
    return {line.text for line in meeting.gathering.contributions}


def test_other_words_take_the_place_of_the_line_that_was_to_be_reworded(
    closed: GatherClosed, meeting: Meeting
) -> None:
    asked = choose(closed, 0)
    closed.reword_button.click()
    choose(closed, 3)
    closed.reword.field.setText("without the person")
    closed.reword.keep_button.click()
    assert left(meeting) == TEXTS - {asked} | {"without the person"}


def test_tab_goes_through_all_reasons_from_the_first_before_it_leaves_the_question(
    closed: GatherClosed, qtbot: QtBot
) -> None:
    choose(closed, 0)
    closed.aside_button.click()
    met = []
    for _why in range(len(SetAside) + 1):
        focus = closed.window().focusWidget()
        assert focus is not None
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert met == [*closed.ask.buttons.values(), closed.ask.leave_button]
    qtbot.keyClick(met[-1], Qt.Key.Key_Escape)
    assert closed.ask.isHidden()


def test_the_line_that_was_asked_about_is_taken_out(closed: GatherClosed, meeting: Meeting) -> None:
    asked = choose(closed, 1)
    closed.out_button.click()
    choose(closed, 4)
    closed.ask.buttons["for good"].click()
    assert left(meeting) == TEXTS - {asked}


def test_the_line_that_was_asked_about_is_set_aside(closed: GatherClosed, meeting: Meeting) -> None:
    asked = choose(closed, 2)
    closed.aside_button.click()
    choose(closed, 5)
    closed.ask.buttons[str(SetAside.PERSON)].click()
    aside = {line.text for line in meeting.gathering.contributions if line.set_aside is not None}
    assert aside == {asked}


def test_a_console_that_opens_while_lines_are_read_has_them_in_their_present_order(
    closed: GatherClosed, meeting: Meeting
) -> None:
    shown_ids = [item.id for item in closed.lines.items]
    assert shown_ids == [line.id for line in meeting.gathering.contributions]


def test_nothing_of_a_line_stays_in_a_question_that_was_dropped(
    closed: GatherClosed, meeting: Meeting
) -> None:
    choose(closed, 0)
    closed.reword_button.click()
    closed.reword.field.selectAll()
    closed.reword.field.copy()
    meeting.session.writing.mix(GATHER)
    assert not QGuiApplication.clipboard().text()
    choose(closed, 0)
    closed.aside_button.click()
    meeting.session.writing.mix(GATHER)
    assert not closed.ask.line.text()
