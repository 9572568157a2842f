"""The console shows plainly that the board is gone, and opens it again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.live.session.session import LiveSession
from facilitator.ui.console.board.ask import IN_WINDOW
from facilitator.ui.console.middle import Tab
from facilitator.ui.corner.pace import Pace
from facilitator.ui.widgets.questions import QuestionCard
from tests.helpers.keys import press
from tests.helpers.sessions import SAID
from tests.helpers.windows import the_windows

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    return session


@pytest.fixture
def windows(session: LiveSession, qapp: QApplication) -> Iterator[WorkshopWindows]:
    assert qapp
    with the_windows(session, Pace()) as opened:
        yield opened


def pull_out(windows: WorkshopWindows) -> None:
    """Let Qt say that the board's display has gone."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(windows.board.screen())
    QApplication.processEvents()


def test_while_the_board_is_on_nothing_is_said(windows: WorkshopWindows) -> None:
    assert windows.console.desk.off.isHidden()
    assert windows.console.desk.boards.lost.isHidden()


@pytest.mark.parametrize("size", [(1093, 580), (1280, 800)])
def test_without_the_projector_the_console_says_so_and_has_the_words_ready(
    windows: WorkshopWindows, size: tuple[int, int]
) -> None:
    pull_out(windows)
    windows.console.showNormal()
    windows.console.resize(*size)
    QApplication.processEvents()
    off = windows.console.desk.off
    assert off.isVisible()
    assert "Keep going" in off.title.text()
    assert "What made it hard to speak?" in off.words.text()
    assert off.height() <= size[1] // 3
    assert windows.console.size().toTuple() == size


def test_what_is_to_be_said_follows_the_steps_and_the_curtain(
    windows: WorkshopWindows, session: LiveSession
) -> None:
    pull_out(windows)
    session.steps.skip()
    assert "One thing worth celebrating." in windows.console.desk.off.words.text()
    session.board.toggle_curtain()
    assert windows.console.desk.off.area.isHidden()


def test_f5_or_its_button_shows_the_board_again(windows: WorkshopWindows, qtbot: QtBot) -> None:
    desk = windows.console.desk
    pull_out(windows)
    press(Qt.Key.Key_F5, on=windows.console)
    assert windows.board.isVisible()
    assert desk.off.isHidden()
    pull_out(windows)
    qtbot.mouseClick(desk.off.show_button, LEFT)
    assert windows.board.isVisible()
    assert desk.off.isHidden()


def test_a_board_in_a_window_is_brought_to_the_front_from_the_console(
    windows: WorkshopWindows, qtbot: QtBot
) -> None:
    boards = windows.console.desk.boards
    windows.displays.place(in_window=True)
    press(Qt.Key.Key_F5, on=windows.console)  # on the projector
    assert boards.lost.isHidden()
    press(Qt.Key.Key_F5, on=windows.console)
    windows.console.desk.middle.board_ask.buttons[IN_WINDOW].click()
    windows.console.desk.middle.turn_to(Tab.BOARD)
    assert boards.lost.isVisible()
    with qtbot.waitSignal(boards.front_asked):
        qtbot.mouseClick(boards.lost.button, LEFT)
    windows.board.close()
    assert windows.console.desk.off.isVisible(), "somebody closed its window"
    assert boards.lost.isHidden()


def board_ask(windows: WorkshopWindows) -> QuestionCard:
    """Return the question of where the board should go."""
    return windows.console.desk.middle.board_ask


@pytest.mark.parametrize("from_board", [False, True])
def test_a_clickers_start_button_leaves_the_board_and_the_keyboard_as_they_were(
    windows: WorkshopWindows, session: LiveSession, qtbot: QtBot, from_board: bool
) -> None:
    session.steps.jump(SAID.id)
    field = windows.console.desk.middle.said_panel.field
    field.setFocus()
    qtbot.keyClicks(field, "half a line")
    board = windows.board.geometry()
    for _time in range(2):
        for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            press(key, on=windows.board if from_board else windows.console)
            assert windows.board.isFullScreen()
            assert windows.board.geometry() == board
    assert board_ask(windows).isHidden()
    assert windows.console.focusWidget() is field
    assert field.text() == "half a line"


def test_f5_asks_before_it_takes_the_board_off_the_projector(
    windows: WorkshopWindows,
) -> None:
    press(Qt.Key.Key_F5, on=windows.console)
    asked = board_ask(windows)
    assert asked.isVisible()
    assert "desktop" in asked.text.text()
    press(Qt.Key.Key_F5, on=windows.console)
    assert windows.board.isFullScreen(), "F5 is no answer"
    asked.leave_button.click()
    assert windows.board.isFullScreen()
    press(Qt.Key.Key_F5, on=windows.console)
    asked.buttons[IN_WINDOW].click()
    assert windows.displays.in_window


def test_the_question_goes_with_the_display_that_it_was_about(windows: WorkshopWindows) -> None:
    press(Qt.Key.Key_F5, on=windows.console)
    pull_out(windows)
    assert board_ask(windows).isHidden()
    press(Qt.Key.Key_F5, on=windows.console)
    assert windows.board.isFullScreen(), "what is off comes back without a question"
