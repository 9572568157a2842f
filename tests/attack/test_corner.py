"""Attacks on the typing corner: what it would tell the next person, or someone who watches."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.domain.contribution import Turn
from facilitator.room.picture import CornerPicture
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.clock import FakeClock
from tests.helpers.corner import (
    BOTH,
    Keeper,
    a_corner,
    a_corner_picture,
    field,
    go_by,
    image,
    press,
    write,
)

CONTROL = Qt.KeyboardModifier.ControlModifier
SECRET = "a canary 7f3a9c"


def finish(qtbot: QtBot) -> None:
    """Press Done by keys and wait for the closing screen."""
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), Field))


@pytest.fixture
def window(qtbot: QtBot) -> CornerWindow:
    return a_corner(qtbot)


@pytest.mark.parametrize("picture", [a_corner_picture(), a_corner_picture(BOTH, 3)])
def test_the_next_person_meets_the_same_pixels_after_writing_and_after_passing(
    qtbot: QtBot, picture: CornerPicture
) -> None:
    window = a_corner(qtbot, picture)
    keeper = Keeper(window)
    pristine = image(window)
    for text in (SECRET, "", SECRET * 9):
        write(text)
        press(Qt.Key.Key_F2)
        finish(qtbot)
        press(Qt.Key.Key_A)
        assert image(window) == pristine
        assert not field(window).toPlainText()
    assert [len(turn.texts) for turn in keeper.turns] == [1, 0, 1]


def test_writing_and_passing_end_in_the_same_pixels(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    closings: list[QImage] = []
    for text in (SECRET, ""):
        write(text)
        finish(qtbot)
        closings.append(image(window))
        press(Qt.Key.Key_A)
    assert closings[0] == closings[1]
    assert keeper.turns == [Turn((SECRET,)), Turn()]


def test_no_used_field_keeps_a_word(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    used = field(window)
    write(SECRET)
    finish(qtbot)
    assert keeper.turns == [Turn((SECRET,))]
    qtbot.waitUntil(lambda: not isValid(used))
    assert not [one for one in window.findChildren(Field) if one.toPlainText()]


def test_covered_words_of_any_length_and_number_look_the_same(window: CornerWindow) -> None:
    write("a")
    one = image(window)
    for more in ("bc", " def gh ", "i jk lmnop"):
        write(more)
        assert image(window) == one
    press(Qt.Key.Key_Left)
    assert image(window) == one


def test_words_are_covered_when_another_window_comes_in_front(
    qtbot: QtBot, window: CornerWindow
) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    used = field(window)
    assert not used.is_covered
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert used.is_covered
    assert used.line == SECRET


def test_words_are_covered_when_a_display_changes(window: CornerWindow) -> None:
    press(Qt.Key.Key_F2)
    assert not field(window).is_covered
    screen = window.screen()
    screen.geometryChanged.emit(screen.geometry())
    assert field(window).is_covered


def test_a_forced_cover_cannot_be_switched_off(window: CornerWindow) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    window.force_cover(forced=True)
    assert field(window).is_covered
    press(Qt.Key.Key_F2)
    assert field(window).is_covered
    window.force_cover(forced=False)
    press(Qt.Key.Key_F2)
    assert not field(window).is_covered


@pytest.fixture
def clipboards() -> Iterator[list[str]]:
    """Gather what comes to the clipboard and to the primary selection."""
    seen: list[str] = []
    board = QGuiApplication.clipboard()

    def look(mode: QClipboard.Mode) -> None:
        seen.append(board.text(mode))

    board.changed.connect(look)
    yield seen
    board.changed.disconnect(look)


def test_leak_27_nothing_can_be_taken_out_of_the_field(
    window: CornerWindow, clipboards: list[str]
) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    used = field(window)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        press(key, CONTROL)
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    viewport = used.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().topLeft())
    QTest.mouseMove(viewport, viewport.rect().center())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().center())
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton)
    assert not used.textCursor().hasSelection()
    used.selectAll()
    used.copy()
    assert not [text for text in clipboards if text]
    assert used.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not used.acceptDrops()
    assert not used.viewport().acceptDrops()
    assert used.line == SECRET


def test_nothing_comes_into_the_field_but_what_is_typed(window: CornerWindow) -> None:
    QGuiApplication.clipboard().setText("not mine")
    for key in (Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_Y):
        press(key, CONTROL)
    press(Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    source = QMimeData()
    source.setText("dropped")
    used = field(window)
    used.insertFromMimeData(source)
    used.paste()
    QTest.mouseClick(used.viewport(), Qt.MouseButton.MiddleButton)
    assert not used.toPlainText()


def test_removed_words_cannot_be_brought_back(window: CornerWindow) -> None:
    write("gone")
    for _time in range(4):
        press(Qt.Key.Key_Backspace)
    used = field(window)
    press(Qt.Key.Key_Z, CONTROL)
    used.undo()
    used.redo()
    assert not used.toPlainText()
    assert not used.document().isUndoAvailable()


def test_the_platform_is_asked_neither_to_predict_nor_to_learn(window: CornerWindow) -> None:
    hints = field(window).inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_words_that_somebody_left_are_wiped_to_the_pristine_pixels(
    window: CornerWindow, clock: FakeClock
) -> None:
    pristine = image(window)
    write(SECRET)
    press(Qt.Key.Key_F2)
    used = field(window)
    go_by(window, clock, seconds=120)
    assert field(window) is not used
    assert image(window) == pristine
    assert not field(window).toPlainText()


def test_a_session_that_fails_leaves_the_words_covered_and_ready(
    qtbot: QtBot, window: CornerWindow
) -> None:
    turns: list[Turn] = []
    window.turn_given.connect(turns.append)
    window.turn_given.connect(lambda _turn: 1 / 0)
    write(SECRET)
    press(Qt.Key.Key_F2)
    with qtbot.captureExceptions() as raised:
        press(Qt.Key.Key_Return, CONTROL)
    assert [one[0] for one in raised] == [ZeroDivisionError]
    qtbot.waitUntil(lambda: field(window).is_covered)
    assert field(window).line == SECRET
    press(Qt.Key.Key_F2)
    assert turns == [Turn((SECRET,))]


def test_no_word_is_in_a_title_a_name_or_a_description(window: CornerWindow) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    said = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    assert not [text for text in said if "canary" in text]
