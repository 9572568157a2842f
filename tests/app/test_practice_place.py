"""Where the board is in practice, and that no window of ours covers another's controls."""

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.displays import side_by_side
from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.workshop import Showing
from facilitator.ui.home.try_card import DISPLAY, WINDOW, TryCard
from tests.helpers.keys import press
from tests.helpers.sessions import PLAN, SETUP

FRAME = QMargins(1, 24, 1, 5)  # what a system draws around a window


def try_card(program: Program) -> TryCard:
    """Return the card on Home that offers practice."""
    QApplication.processEvents()
    return next(card for card in program.home.findChildren(TryCard) if card.isVisible())


def asked(program: Program) -> TryCard:
    """Press *Try it*; return the card with its question."""
    program.open()
    card = try_card(program)
    card.try_button.click()
    assert program.running is None, "asked first"
    assert "projector, 1920 × 1080, to the right of this screen" in card.question.text.text()
    return card


def running(program: Program) -> WorkshopWindows:
    """Return the practice workshop's windows."""
    QApplication.processEvents()
    windows = program.running
    assert windows is not None
    assert windows.session.workshop.practice
    return windows


def test_practice_uses_the_projector_as_a_workshop_does_after_asking_once(
    program: Program,
) -> None:
    asked(program).question.buttons[DISPLAY].click()
    windows = running(program)
    assert windows.board.geometry() == QGuiApplication.screens()[1].geometry()
    assert windows.session.workshop.board.showing is Showing.WELCOME
    assert windows.console.desk.boards.lost.isHidden()


def test_practice_in_a_window_covers_no_part_of_the_console(program: Program) -> None:
    asked(program).question.buttons[WINDOW].click()
    windows = running(program)
    assert windows.displays.in_window
    assert not windows.board.geometry().intersects(windows.console.geometry())
    assert "this screen" not in windows.console.desk.boards.lost.words.text()
    press(Qt.Key.Key_F5, on=windows.console)
    assert windows.board.geometry() == QGuiApplication.screens()[1].geometry()
    assert windows.console.isMaximized(), "the room it made is given back"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_the_question_about_practice_can_be_left(
    program: Program, qtbot: QtBot, key: Qt.Key
) -> None:
    card = asked(program)
    if key is Qt.Key.Key_Escape:
        program.home.activateWindow()
        qtbot.waitUntil(program.home.isActiveWindow)
        QTest.keyClick(card.question.buttons[DISPLAY], key)
    else:
        card.question.leave_button.click()
    assert card.try_button.isVisible()
    assert program.running is None


def test_without_another_display_practice_begins_at_once(program: Program) -> None:
    program.open()
    program.home.offer_display_for_practice("")
    try_card(program).try_button.click()
    running(program)


@pytest.mark.parametrize(
    "area",
    [
        QRect(0, 0, 1280, 800),
        QRect(0, 0, 1366, 728),
        QRect(0, 40, 1440, 860),
        QRect(60, 0, 1920, 1080),
        QRect(-1024, 0, 1024, 768),
    ],
)
def test_console_and_board_stand_side_by_side_on_one_display(area: QRect) -> None:
    console, board = (window.marginsAdded(FRAME) for window in side_by_side(area))
    assert area.contains(console)
    assert area.contains(board)
    assert not console.intersects(board)
    assert console.width() >= 640


def test_a_workshop_in_a_window_makes_room_and_is_maximised_again_at_its_end(
    program: Program,
) -> None:
    program.begin(PLAN, SETUP, "")
    windows = program.running
    assert windows is not None
    QApplication.processEvents()
    assert not windows.console.isMaximized()
    assert not windows.board.geometry().intersects(windows.console.geometry())
    windows.stop_asked.emit()
    program.begin(PLAN, SETUP)
    assert program.running is not None
    assert program.running.console.isMaximized()
