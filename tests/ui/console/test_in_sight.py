"""What the facilitator needs next is in sight without scrolling, on usual laptops."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.ui.console.middle import Tab
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.lines import LineList
from tests.helpers.meeting import GATHER, Meeting, a_meeting

SIZES = [(1093, 580), (1280, 800), (1366, 768), (1920, 1080)]


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8) as meeting:
        yield meeting


@pytest.fixture
def console(meeting: Meeting, qtbot: QtBot) -> ConsoleWindow:
    window = ConsoleWindow(meeting.session, LiveSignals(meeting.session))
    qtbot.addWidget(window)
    window.show()
    return window


def in_sight(console: ConsoleWindow, widget: QWidget) -> bool:
    """Return whether all of a widget can be seen without scrolling."""
    for _round in range(6):  # layouts within layouts settle one after another
        QApplication.processEvents()
    seen = widget.visibleRegion().boundingRect()
    return console.isVisible() and widget.isVisible() and seen == widget.rect()


def lines_in_sight(console: ConsoleWindow, lines: LineList) -> int:
    """Return how many lines of a list can be seen whole without scrolling."""
    in_sight(console, lines)
    seen = lines.viewport().visibleRegion().boundingRect()
    return sum(seen.contains(lines.row_of(place)) for place in range(len(lines.items)))


@pytest.mark.parametrize("size", [(1000, 480), *SIZES])
def test_the_pictures_of_the_board_are_never_cut_at_their_side(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    console.show_board_place("Board on the other display")
    meeting.session.board.toggle_curtain()
    boards = console.desk.boards
    for part in (boards.now, boards.place, boards.state):
        in_sight(console, part)
        if part.isVisible():
            assert part.visibleRegion().boundingRect().width() == part.width()


def read_first(meeting: Meeting) -> None:
    """Let people write, and close writing."""
    meeting.open_writing()
    for n in range(6):
        meeting.write(f"line {n}")
    meeting.close_writing()


@pytest.mark.parametrize("size", SIZES)
def test_writing_is_opened_without_scrolling(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    meeting.session.steps.jump(GATHER)
    waiting = console.desk.middle.gathering.waiting
    assert in_sight(console, waiting.said_tick)
    assert in_sight(console, waiting.open_button)


@pytest.mark.parametrize("size", SIZES)
def test_writing_is_gone_on_with_and_closed_without_scrolling(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    meeting.open_writing()
    writing = console.desk.middle.gathering.writing
    for button in (writing.corner_button, writing.cards_button, writing.close_button):
        assert in_sight(console, button)


@pytest.mark.parametrize("size", SIZES)
def test_the_lines_are_opened_without_scrolling(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    read_first(meeting)
    console.desk.middle.turn_to(Tab.LINES)
    assert in_sight(console, console.desk.middle.gathering.closed.verdict.open_button)
    console.desk.middle.turn_to(Tab.NOW)
    assert not console.desk.middle.gathering.closed.verdict.open_button.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_four_lines_and_what_can_be_done_with_one_are_in_sight_while_reading(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    console.show_board_place("Board on the other display")
    meeting.open_writing()
    for n in range(6):
        meeting.write(f"a line number {n} of some forty-five characters")
    meeting.close_writing()
    console.desk.middle.turn_to(Tab.LINES)
    closed = console.desk.middle.gathering.closed
    assert lines_in_sight(console, closed.lines) >= 4
    for button in (closed.aside_button, closed.reword_button, closed.out_button):
        assert in_sight(console, button)


@pytest.mark.parametrize("size", SIZES)
def test_where_few_wrote_lines_and_warning_are_in_sight_together(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    meeting.open_writing()
    for n in range(3):
        meeting.write(f"line {n}")
    meeting.close_writing()
    console.desk.middle.turn_to(Tab.LINES)
    closed = console.desk.middle.gathering.closed
    verdict = closed.verdict
    assert lines_in_sight(console, closed.lines)
    for part in (closed.aside_button, verdict.warning, verdict.agreed_tick):
        assert in_sight(console, part)
    assert in_sight(console, verdict.open_button)


@pytest.mark.parametrize("size", SIZES)
def test_three_lines_that_go_in_the_record_are_in_sight(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    console.show_board_place("Board on the other display")
    meeting.open_writing()
    for n in range(6):
        meeting.write(f"a line number {n} of some forty-five characters")
    meeting.close_writing()
    meeting.open_together()
    console.desk.middle.turn_to(Tab.RECORD)
    assert lines_in_sight(console, console.desk.middle.record.lines) >= 3


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_line_is_cut_by_what_is_noted_beneath_it(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    meeting.open_writing()
    for n in range(6):
        meeting.write(
            f"Mr. Jones of Payroll, jones{n}@example.org, stops shouting at us in meetings"
        )
    meeting.close_writing()
    console.desk.middle.turn_to(Tab.LINES)
    closed = console.desk.middle.gathering.closed
    first = closed.chosen
    assert first is not None
    meeting.session.writing.set_aside(GATHER, first.id, SetAside.PERSON)
    lines_in_sight(console, closed.lines)
    for place in range(len(closed.lines.items)):
        assert closed.lines.row_of(place).contains(closed.lines.words_of(place))


def test_the_lines_are_not_opened_from_a_screen_that_the_room_sees(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    read_first(meeting)
    console.desk.middle.turn_to(Tab.LINES)
    console.set_seen_by_room(seen=True)
    assert not console.desk.middle.gathering.closed.verdict.isVisible()
    console.set_seen_by_room(seen=False)
    assert console.desk.middle.gathering.closed.verdict.isVisible()


def test_next_leads_only_once_the_lines_are_opened(
    console: ConsoleWindow, meeting: Meeting
) -> None:
    button = console.desk.middle.now.buttons.next
    meeting.session.steps.jump(GATHER)
    assert button.property("role") == "plain"
    read_first(meeting)
    assert button.property("role") == "plain"
    meeting.open_together()
    assert meeting.gathering.state is GatheringState.OPENED
    assert button.property("role") == "main"


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_what_is_kept_is_under_the_bar_beside_it(
    console: ConsoleWindow, meeting: Meeting, size: tuple[int, int]
) -> None:
    console.resize(*size)
    meeting.session.steps.jump(GATHER)
    waiting = console.desk.middle.gathering.waiting
    in_sight(console, waiting.promise)
    right = waiting.promise.mapTo(waiting.area.viewport(), waiting.promise.rect().topRight()).x()
    assert right < waiting.area.viewport().width()
