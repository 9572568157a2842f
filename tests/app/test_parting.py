"""What the room sees once a workshop has ended: never the desktop, and never a line."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.ids import StepId
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.room.pages.picture import CalmPage
from facilitator.ui.board.window import BoardWindow
from tests.helpers.keys import press
from tests.helpers.programs import full_disk
from tests.helpers.sessions import PLAN, SETUP

CANARY = "Kestrel over the night shift"


def begun(program: Program) -> WorkshopWindows:
    """Begin a workshop in which something was said and is on the board."""
    program.begin(PLAN, SETUP)
    running = program.running
    assert running is not None
    running.session.steps.jump(StepId("said"))
    running.session.said.add(CANARY)
    assert CANARY in text_of(the_board())
    return running


def boards() -> list[BoardWindow]:
    """Return the board windows that are shown."""
    QApplication.processEvents()
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, BoardWindow) and window.isVisible()]


def the_board() -> BoardWindow:
    """Return the one board that is shown, which fills the projector."""
    (board,) = boards()
    assert board.isFullScreen()
    assert board.geometry() == QGuiApplication.screens()[1].geometry()
    return board


def text_of(board: BoardWindow) -> str:
    """Return all that can be read on a board."""
    return board.view.accessibleDescription()


def ended_with_record(program: Program, qtbot: QtBot) -> None:
    """Make the record of the workshop that runs, and forget the rest."""
    assert program.running is not None
    program.running.record_asked.emit()
    qtbot.waitUntil(lambda: program.running is None)


def test_after_the_record_the_board_thanks_until_the_facilitator_closes_it(
    program: Program, qtbot: QtBot
) -> None:
    begun(program)
    ended_with_record(program, qtbot)
    texts = text_of(the_board())
    assert "Thank you, all of you" in texts
    assert "goes to: all of us" in texts
    assert "the community house" in texts
    assert "within 7 days" in texts
    assert CANARY not in texts
    bar = program.home.board_bar
    assert bar.isVisible()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert boards() == []
    assert not bar.isVisible()


def test_the_page_of_thanks_goes_by_key_from_every_page_of_home(
    program: Program, qtbot: QtBot
) -> None:
    begun(program)
    ended_with_record(program, qtbot)
    program.home.activateWindow()
    qtbot.waitUntil(program.home.isActiveWindow)
    QTest.keyClick(program.home, Qt.Key.Key_Escape)
    assert program.home.board_bar.isVisible(), "Home, behind the page after closing"
    the_board()
    QTest.keyClick(program.home, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert boards() == []


def test_a_workshop_that_is_stopped_leaves_the_curtain(program: Program) -> None:
    begun(program).stop_asked.emit()
    assert program.running is None
    assert the_board().view.picture.content == CalmPage()
    assert "curtain" in program.home.board_bar.label.text()


def test_a_workshop_that_is_deleted_says_so_only_once_it_is(program: Program) -> None:
    begun(program).delete_asked.emit()
    texts = text_of(the_board())
    assert "is deleted; there is no record" in texts
    assert "the community house" in texts
    assert CANARY not in texts
    assert "within 7 days" not in texts


def test_where_deleting_failed_the_board_does_not_say_that_it_is_done(program: Program) -> None:
    windows = begun(program)
    with full_disk():
        windows.delete_asked.emit()
    texts = text_of(the_board())
    assert "Thank you" in texts
    assert "deleted" not in texts


@pytest.mark.parametrize("how", ["carry on", "another"])
def test_the_next_workshop_takes_the_board_over_without_a_gap(program: Program, how: str) -> None:
    windows = begun(program)
    workshop = windows.session.workshop.id
    windows.stop_asked.emit()
    the_board()
    if how == "carry on":
        program.home.carry_on_asked.emit(workshop)
    else:
        program.begin(PLAN, SETUP)
    assert program.running is not None
    assert the_board() is program.running.board
    assert not program.home.board_bar.isVisible()


def test_closing_home_closes_the_page_with_it(program: Program, qtbot: QtBot) -> None:
    begun(program)
    ended_with_record(program, qtbot)
    the_board()
    program.home.close()
    assert boards() == []


def test_the_page_goes_and_comes_back_with_its_display(program: Program, qtbot: QtBot) -> None:
    begun(program)
    ended_with_record(program, qtbot)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(QGuiApplication.screens()[1])
    assert boards() == []
    assert "unplugged" in program.home.board_bar.label.text()
    application.screenAdded.emit(QGuiApplication.screens()[1])
    assert "Thank you" in text_of(the_board())
    assert "still sees" in program.home.board_bar.label.text()


def test_a_board_in_a_window_leaves_nothing_over_home(program: Program) -> None:
    windows = begun(program)
    windows.displays.place(in_window=True)
    windows.stop_asked.emit()
    assert boards() == []
    assert not program.home.board_bar.isVisible()


def test_home_comes_off_the_display_that_the_page_fills(program: Program) -> None:
    program.home.setGeometry(1500, 100, 1000, 700)
    begun(program).stop_asked.emit()
    the_board()
    assert QGuiApplication.screens()[0].geometry().contains(program.home.geometry().center())


def test_a_clicker_changes_nothing_on_the_page_of_thanks(program: Program, qtbot: QtBot) -> None:
    begun(program)
    ended_with_record(program, qtbot)
    board, picture = the_board(), the_board().view.picture
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_B, Qt.Key.Key_PageDown):
        press(key, on=board)
        assert the_board().view.picture == picture
    for key in (Qt.Key.Key_F5, Qt.Key.Key_B, Qt.Key.Key_Period):
        press(key, on=program.home)
        assert the_board().view.picture == picture


def test_a_page_of_several_sheets_is_turned_from_home_and_by_a_clicker(
    program: Program, qtbot: QtBot
) -> None:
    two = replace(PLAN, languages=(WELSH, ENGLISH))
    program.begin(two, replace(SETUP, low_vision=True))
    ended_with_record(program, qtbot)
    bar = program.home.board_bar
    assert bar.page_label.isVisible()
    assert not bar.back_button.isEnabled()
    qtbot.mouseClick(bar.next_button, Qt.MouseButton.LeftButton)
    assert the_board().view.picture.page == 1
    assert bar.page_label.text().startswith("Page 2 of ")
    press(Qt.Key.Key_PageUp, on=the_board())
    assert the_board().view.picture.page == 0
    assert not bar.back_button.isEnabled()


def test_home_has_the_keyboard_and_its_key_works_on_the_page_too(
    program: Program, qtbot: QtBot
) -> None:
    begun(program).stop_asked.emit()
    qtbot.waitUntil(program.home.isActiveWindow)
    QTest.keyClick(the_board(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert boards() == []
