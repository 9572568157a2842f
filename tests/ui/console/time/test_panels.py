"""The panels about time, on the real console, by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from facilitator.domain.plan.step import TimeLook
from facilitator.domain.workshop import Showing
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.keys import press
from tests.helpers.sessions import a_session

LEFT = Qt.MouseButton.LeftButton
PSCC_90 = next(plan for plan in ready_plans() if plan.id == "pscc-90")
SIZES = [(1093, 580), (1280, 800)]


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=PSCC_90, clock=clock)
    yield session
    session.close()


def test_f_proposes_enter_applies_u_undoes_and_esc_leaves(
    console: ConsoleWindow, session: LiveSession, clock: FakeClock
) -> None:
    clock.advance(minutes=4)
    session.tick()
    before = session.workshop
    panel = console.desk.middle.drawers.finish
    press(Qt.Key.Key_F, on=console)
    assert panel.isVisible()
    assert "4 minutes later" in panel.heading.text()
    assert "Shorten “What do we notice?” from 10 to 7 min." in panel.changes.text()
    press(Qt.Key.Key_Space, on=console)
    assert session.workshop != before
    assert "on time" in panel.heading.text()
    press(Qt.Key.Key_Escape, on=console)
    assert not panel.isVisible()
    assert console.focusWidget() is console.desk.middle
    press(Qt.Key.Key_U, on=console)
    assert session.workshop == before


def test_the_pace_is_a_button_that_opens_the_proposal_and_closes_it(
    console: ConsoleWindow, qtbot: QtBot
) -> None:
    panel = console.desk.middle.drawers.finish
    qtbot.mouseClick(console.desk.header.pace_chip, LEFT)
    assert panel.isVisible()
    assert not panel.apply_button.isVisible()
    qtbot.mouseClick(console.desk.header.pace_chip, LEFT)
    assert not panel.isVisible()


def test_the_room_is_asked_from_the_panel_and_from_more(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    before = session.workshop.board
    qtbot.mouseClick(console.desk.header.pace_chip, LEFT)
    qtbot.mouseClick(console.desk.middle.drawers.finish.ask_button, LEFT)
    assert session.workshop.board.showing is Showing.ASK
    menu = console.desk.middle.now.menu()
    actions = menu.findChildren(QAction)
    action = next(action for action in actions if action.text().startswith("Ask the group"))
    action.trigger()
    assert session.workshop.board == before
    menu.deleteLater()


@pytest.mark.parametrize("size", SIZES)
def test_an_open_panel_keeps_its_buttons_in_the_window(
    size: tuple[int, int], console: ConsoleWindow, qtbot: QtBot, clock: FakeClock
) -> None:
    console.resize(*size)
    clock.advance(minutes=25)
    qtbot.mouseClick(console.desk.header.pace_chip, LEFT)
    for drawer in console.desk.middle.drawers.all:
        if drawer.isVisible():
            bottom = drawer.mapTo(console, drawer.rect().bottomLeft()).y()
            assert bottom <= console.height()
            assert drawer.height() >= drawer.heightForWidth(drawer.width())


def choose(console: ConsoleWindow, words: str) -> None:
    """Choose something under More."""
    menu = console.desk.middle.now.menu()
    actions = menu.findChildren(QAction)
    next(action for action in actions if action.text().startswith(words)).trigger()
    menu.deleteLater()


def test_turns_go_by_seat_and_end_when_the_panel_closes(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    panel = console.desk.middle.drawers.turns
    choose(console, "Turns by seat")
    qtbot.mouseClick(panel.begin_button, LEFT)
    first = panel.seat.text()
    qtbot.mouseClick(panel.done_button, LEFT)
    assert panel.seat.text() not in ("", first)
    assert "11 turns left" in panel.text.text()
    qtbot.mouseClick(panel.close_button, LEFT)
    assert session.desk().speaking_order is None


def test_the_extra_timer_starts_holds_and_starts_again(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, clock: FakeClock
) -> None:
    panel = console.desk.middle.drawers.extra
    choose(console, "Extra timer")
    qtbot.mouseClick(panel.start_button, LEFT)
    clock.advance(seconds=130)
    session.tick()
    assert panel.face.text() == "+0:10"
    assert panel.text.text() == "Time for this one is over."
    qtbot.mouseClick(panel.start_button, LEFT)
    assert panel.face.text() == "2:00"
    qtbot.mouseClick(panel.toggle_button, LEFT)
    assert panel.toggle_button.words == "Go on"


def test_the_look_of_the_time_is_chosen_for_all_steps_and_for_this_one(
    console: ConsoleWindow, session: LiveSession
) -> None:
    panel = console.desk.middle.drawers.choices
    choose(console, "What the room sees and hears")
    panel.everywhere.setCurrentIndex(panel.everywhere.findText("Minutes"))
    panel.everywhere.activated.emit(panel.everywhere.currentIndex())
    panel.here.setCurrentIndex(panel.here.findText("Nothing"))
    panel.here.activated.emit(panel.here.currentIndex())
    board = session.desk().board
    assert (board.time.value, board.time_here) == ("minutes", TimeLook.NOTHING)


def test_now_next_and_break_are_put_on_the_board_and_taken_away_by_one_box(
    console: ConsoleWindow, session: LiveSession
) -> None:
    session.board.toggle_curtain()
    choices = console.desk.middle.drawers.choices
    console.desk.middle.now.command_asked.emit(Act.TIME_LOOK)
    assert not choices.strip.isChecked()
    choices.strip.click()
    assert session.picture().strip is not None
    assert choices.strip.isChecked()
    choices.strip.click()
    assert session.picture().strip is None


def test_the_words_shortly_before_the_end_are_typed_for_this_step_and_for_all(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    cue = console.desk.middle.drawers.cue
    choose(console, "What the board says near the end")
    (field,) = cue.fields.values()
    assert field.text() == "Start to bring this to a close."
    field.clear()
    qtbot.keyClicks(field, "Find your last sentence.")
    qtbot.mouseClick(cue.here_button, LEFT)
    step = session.workshop.agenda.now.step.id
    assert [step_id for step_id, _words in session.workshop.board.cue_of] == [step]
    qtbot.mouseClick(cue.everywhere_button, LEFT)
    assert session.workshop.board.cue.first == "Find your last sentence."
    session.steps.jump(session.workshop.agenda.runs[1].step.id)
    assert field.text() == "Find your last sentence."
    field.clear()
    qtbot.mouseClick(cue.everywhere_button, LEFT)
    assert field.text() == "Start to bring this to a close."
