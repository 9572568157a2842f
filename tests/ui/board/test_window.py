"""The board's window: pages, curtain, displays, and what its keys do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.room.pages.picture import CalmPage, RoomPicture
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.screens import screen_named
from tests.helpers.pictures import step


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[BoardWindow]:
    window = BoardWindow(RoomScene())
    qtbot.addWidget(window)
    yield window
    window.close_for_good()


def on_projector(board: BoardWindow) -> None:
    projector = screen_named("projector")
    assert projector is not None
    board.place_on(projector)
    QApplication.processEvents()


def test_it_fills_the_projector(board: BoardWindow) -> None:
    on_projector(board)
    assert board.isFullScreen()
    assert board.geometry().getRect() == (1280, 0, 1920, 1080)
    assert board.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_with_one_display_it_is_a_window_and_hands_every_key_on(
    board: BoardWindow, qtbot: QtBot
) -> None:
    keys: list[int] = []
    board.key_pressed.connect(lambda event: keys.append(event.key()))
    board.as_window()
    assert not board.isFullScreen()
    qtbot.keyClick(board, Qt.Key.Key_F5)
    qtbot.keyClick(board, Qt.Key.Key_PageDown)
    assert keys == [Qt.Key.Key_F5, Qt.Key.Key_PageDown]


def test_it_holds_no_control_and_shows_no_pointer(board: BoardWindow) -> None:
    on_projector(board)
    board.show_picture(RoomPicture(step()))
    widgets = [board, *board.findChildren(QWidget)]
    assert not [widget for widget in widgets if isinstance(widget, QAbstractButton | QLineEdit)]
    assert not [widget for widget in widgets if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert {widget.cursor().shape() for widget in widgets} == {Qt.CursorShape.BlankCursor}
    assert not board.actions()


def test_it_shows_what_it_is_given(board: BoardWindow) -> None:
    on_projector(board)
    board.show_picture(RoomPicture(step()))
    assert board.view.picture == RoomPicture(step())
    assert board.grab().toImage() == board.view.grab().toImage()
    board.show_picture(RoomPicture(CalmPage()))
    image = board.grab().toImage()
    assert {
        image.pixelColor(x, y).name() for x in range(0, 1920, 7) for y in range(0, 1080, 7)
    } == {"#fbf6ea"}


def test_nobody_closes_it_by_accident(board: BoardWindow, qtbot: QtBot) -> None:
    on_projector(board)
    with qtbot.waitSignal(board.close_asked):
        board.close()
    assert board.isVisible()
    board.close_for_good()
    assert not board.isVisible()


def test_keys_are_handed_on(board: BoardWindow, qtbot: QtBot) -> None:
    on_projector(board)
    with qtbot.waitSignal(board.key_pressed) as caught:
        qtbot.keyClick(board, Qt.Key.Key_PageDown)
    assert caught.args is not None
    (event,) = caught.args
    assert isinstance(event, QKeyEvent)
    assert event.key() == Qt.Key.Key_PageDown


def test_when_its_screen_goes_it_hides_before_it_could_cover_the_console(
    board: BoardWindow, qtbot: QtBot
) -> None:
    on_projector(board)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    with qtbot.waitSignal(board.screen_gone):
        application.screenRemoved.emit(screen_named("projector"))
    assert not board.isVisible()


def test_another_screen_going_leaves_it_alone(board: BoardWindow, qtbot: QtBot) -> None:
    on_projector(board)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    with qtbot.assertNotEmitted(board.screen_gone):
        application.screenRemoved.emit(screen_named("laptop"))
    assert board.isVisible()


def test_it_tells_its_shape_in_board_units(board: BoardWindow, qtbot: QtBot) -> None:
    board.as_window()
    with qtbot.waitSignal(board.shape) as caught:
        board.resize(800, 600)
    assert caught.args == [1440]
    on_projector(board)
    assert board.height_units == 1080
