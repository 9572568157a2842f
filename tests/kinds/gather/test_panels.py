"""The console's panels for lines without names, with a live session behind them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import SetAside
from facilitator.domain.workshop import Showing
from facilitator.ui.console.gathering.waiting import MissingCard
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from tests.helpers.finding import texts_on
from tests.helpers.lines import act
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.sessions import SETUP


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8) as meeting:
        yield meeting


@pytest.fixture
def console(meeting: Meeting, qtbot: QtBot) -> ConsoleWindow:
    window = ConsoleWindow(meeting.session, LiveSignals(meeting.session))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return window


def read_first(meeting: Meeting, lines: int = 6) -> None:
    """Let people write, and close writing."""
    meeting.open_writing()
    for n in range(lines):
        meeting.write(f"line {n}")
    meeting.close_writing()


def test_a_question_about_a_line_is_dropped_when_the_lines_are_mixed(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    closed = console.desk.middle.gathering.closed
    closed.out_button.click()
    assert closed.ask.isVisible()
    meeting.session.writing.mix(GATHER)
    assert not closed.ask.isVisible()
    assert len(meeting.gathering.contributions) == 6


def test_a_question_about_an_opened_line_is_dropped_when_the_lines_are_mixed(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    meeting.open_together()
    opened = console.desk.middle.gathering.opened
    act(opened.lines, 0, "out")
    assert opened.ask.isVisible()
    meeting.session.writing.mix(GATHER)
    assert not opened.ask.isVisible()


def test_one_or_two_lines_are_not_on_the_console_either(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting, lines=2)
    console.desk.middle.turn_to(Tab.LINES)
    assert not console.desk.middle.gathering.closed.lines.items
    assert "line 0" not in texts_on(console)


def test_there_are_three_reasons_to_set_a_line_aside_and_each_has_words_to_say(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting, lines=8)
    closed = console.desk.middle.gathering.closed
    sentences = set()
    for why in SetAside:
        place = next(n for n, item in enumerate(closed.lines.items) if not item.is_quiet)
        closed.lines.choose(place)
        closed.aside_button.click()
        assert set(closed.ask.buttons) == {str(reason) for reason in SetAside}
        closed.ask.buttons[str(why)].click()
        assert closed.after.say.text()
        assert closed.after.do.text()
        assert closed.after.care_button.isVisible() == (why is SetAside.RISK)
        sentences.add(closed.after.say.text())
        closed.after.read_button.click()
    assert len(sentences) == len(SetAside) == 3


RISK = "You set a line aside as serious risk. Copy by hand what you must pass on; closing"


def with_a_line_of_risk(console: ConsoleWindow, meeting: Meeting) -> str:
    """Set a line aside as serious risk, open the others, go to the record; return the line."""
    read_first(meeting)
    line = meeting.gathering.contributions[0]
    meeting.session.writing.set_aside(GATHER, line.id, SetAside.RISK)
    meeting.open_together()
    console.desk.middle.turn_to(Tab.RECORD)
    return line.text


def test_nothing_is_said_of_risk_where_no_line_was_set_aside_for_it(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    console.desk.middle.turn_to(Tab.RECORD)
    closing = console.desk.middle.record.closing
    closing.make_button.click()
    assert closing.ask.isVisible()
    assert RISK not in texts_on(console)


def test_a_line_about_serious_risk_can_be_copied_by_hand_before_closing(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    line = with_a_line_of_risk(console, meeting)
    closing = console.desk.middle.record.closing
    assert line not in texts_on(console)
    for button in (closing.make_button, closing.delete_button):
        button.click()
        assert RISK in closing.ask.text.text()
        assert f"“{line}”" in texts_on(console)
        closing.ask.leave_button.click()
        assert line not in texts_on(console)


def test_where_the_room_may_see_it_the_line_is_shown_only_on_the_facilitators_word(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    line = with_a_line_of_risk(console, meeting)
    closing = console.desk.middle.record.closing
    closing.make_button.click()
    console.set_seen_by_room(seen=True)
    assert line not in texts_on(console)
    closing.make_button.click()
    assert RISK in texts_on(console)
    assert line not in texts_on(console)
    closing.ask.buttons["alone"].click()
    assert f"“{line}”" in texts_on(console)
    assert set(closing.ask.buttons) == {"make"}


def test_a_line_let_through_while_it_is_asked_is_no_longer_spoken_of(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    line = meeting.gathering.contributions[0]
    meeting.session.writing.set_aside(GATHER, line.id, SetAside.RISK)
    console.desk.middle.turn_to(Tab.RECORD)
    closing = console.desk.middle.record.closing
    closing.make_button.click()
    meeting.session.writing.let_through(GATHER, line.id)
    assert not closing.ask.isVisible()
    closing.make_button.click()
    assert RISK not in texts_on(console)


def test_the_console_says_whether_all_lines_were_heard(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    meeting.session.board.set_height(700)  # a flat board: two pages
    meeting.open_together()
    opened = console.desk.middle.gathering.opened
    meeting.session.board.one_line(GATHER)
    console.desk.middle.turn_to(Tab.LINES)
    for _ in range(5):
        assert opened.heard.text() == "Not all read aloud yet"
        assert not opened.heard_button.isVisible()
        meeting.session.steps.next()
    assert opened.heard.text() == "Not all read aloud yet"
    opened.heard_button.click()
    assert opened.heard.text() == "All read aloud"
    meeting.session.board.one_line(GATHER)
    assert opened.heard.text() == "All read aloud"
    meeting.session.board.lines(GATHER)
    meeting.session.board.lines(GATHER)
    meeting.session.board.one_line(GATHER)
    assert opened.heard.text() == "All read aloud"


def test_a_wall_of_lines_counts_as_heard_only_when_the_facilitator_says_so(
    console: ConsoleWindow, meeting: Meeting, qtbot: QtBot
) -> None:
    read_first(meeting)
    meeting.session.board.set_height(700)  # a flat board: two pages
    meeting.open_together()
    opened = console.desk.middle.gathering.opened
    for _ in range(2):
        meeting.session.board.lines(GATHER)
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_H)
        assert opened.heard.text() == "Not all read aloud yet"
    meeting.session.steps.next()
    assert opened.heard.text() == "Not all read aloud yet"
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_H)
    assert opened.heard.text() == "All read aloud"
    qtbot.keyClick(console.desk.middle, Qt.Key.Key_H)
    assert opened.heard.text() == "Not all read aloud yet"


def test_an_overview_is_not_reading_aloud(
    console: ConsoleWindow, meeting: Meeting, qtbot: QtBot
) -> None:
    read_first(meeting)
    meeting.session.board.set_height(700)  # a flat board: two pages
    meeting.open_together()
    showings = []
    for _press in range(2):
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_I)
        showings.append(meeting.session.workshop.board.showing)
        qtbot.keyClick(console.desk.middle, Qt.Key.Key_H)
        assert console.desk.middle.gathering.opened.heard.text() == "Not all read aloud yet"
    assert showings == [Showing.OVERVIEW, Showing.LINES]


@pytest.mark.parametrize("in_charge", [True, False])
def test_who_may_type_cards_is_said_where_somebody_is_in_charge(
    console: ConsoleWindow, meeting: Meeting, *, in_charge: bool
) -> None:
    setup = meeting.session.workshop.setup
    meeting.session.setup.set(
        type(setup)(8, support=setup.support, recipients=setup.recipients, in_charge=in_charge)
    )
    meeting.open_writing()
    console.desk.middle.turn_to(Tab.LINES)
    assert console.desk.middle.gathering.writing.in_charge.isVisible() == in_charge
    assert ("in charge" in texts_on(console)) == in_charge


@pytest.mark.parametrize("leaves", [True, False])
def test_what_was_copied_from_a_line_is_taken_back_when_the_editor_closes(
    console: ConsoleWindow, meeting: Meeting, *, leaves: bool
) -> None:
    read_first(meeting)
    card, clipboard = console.desk.middle.gathering.closed.reword, QGuiApplication.clipboard()
    console.desk.middle.gathering.closed.reword_button.click()
    card.field.selectAll()
    card.field.copy()
    assert clipboard.text().startswith("line ")
    if not leaves:
        card.field.setText("the point behind it")
    (card.leave_button if leaves else card.keep_button).click()
    assert not clipboard.text()


def test_what_was_copied_from_a_line_leaves_the_clipboard_when_the_lines_are_mixed_again(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    closed = console.desk.middle.gathering.closed
    closed.reword_button.click()
    closed.reword.field.selectAll()
    closed.reword.field.copy()
    assert QGuiApplication.clipboard().text().startswith("line ")
    meeting.session.writing.mix(GATHER)
    assert not closed.reword.isVisible()
    assert not QGuiApplication.clipboard().text()
    assert not closed.reword.field.text()


def test_the_platform_learns_nothing_from_a_line_that_is_reworded(console: ConsoleWindow) -> None:
    hints = console.desk.middle.gathering.closed.reword.field.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_what_the_facilitator_copied_elsewhere_stays_in_the_clipboard(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    QGuiApplication.clipboard().setText("a shopping list")
    closed = console.desk.middle.gathering.closed
    closed.reword_button.click()
    closed.reword.leave_button.click()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("support", "recipients", "heading"),
    [
        ("", "", "Two things are missing before anyone writes"),
        ("Ann", "", "One thing is missing before anyone writes"),
        ("", "everyone", "One thing is missing before anyone writes"),
    ],
)
def test_what_is_missing_before_anyone_writes_is_counted(
    qtbot: QtBot, support: str, recipients: str, heading: str
) -> None:
    card = MissingCard()
    qtbot.addWidget(card)
    card.show_setup(replace(SETUP, support=support, recipients=recipients))
    assert heading in [label.text() for label in card.findChildren(QLabel)]


def test_how_the_lines_are_on_the_board_is_one_choice_and_a_second_press_changes_nothing(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    meeting.open_together()
    console.desk.middle.turn_to(Tab.LINES)
    opened, session = console.desk.middle.gathering.opened, meeting.session
    buttons = opened.page_button, opened.one_button, opened.away_button
    for button, showing in (
        (opened.one_button, Showing.ONE),
        (opened.overview_button, Showing.OVERVIEW),
        (opened.page_button, Showing.LINES),
        (opened.overview_button, Showing.OVERVIEW),
        (opened.one_button, Showing.ONE),
        (opened.page_button, Showing.LINES),
        (opened.away_button, Showing.STEP),
    ):
        for _press in range(2):
            if button.isVisible():
                button.click()
            assert session.workshop.board.showing is showing
    assert [button.isChecked() for button in buttons] == [True, False, False]
