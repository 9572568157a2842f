"""What the typing corner could show the next person, or someone who watches."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.field import SQUARES, Field
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.attacks import count
from tests.helpers.clock import FakeClock
from tests.helpers.corner import (
    BOTH,
    Keeper,
    a_corner,
    a_corner_picture,
    field,
    go_by,
    image,
    texts_for_readers,
    write,
)
from tests.helpers.keys import press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
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
        [tick] = [box for box in window.findChildren(QCheckBox) if box.isVisible()]
        tick.click()
        finish(qtbot)
        press(Qt.Key.Key_A)
        assert image(window) == pristine
        assert not field(window).toPlainText()
    assert [len(turn.texts) for turn in keeper.turns] == [1, 0, 1]
    assert not any(turn.in_record for turn in keeper.turns)


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
    assert not [field for field in window.findChildren(Field) if field.toPlainText()]


def looks(window: CornerWindow, text: str) -> set[bytes]:
    """Type a text again and again; return every picture that comes of it."""
    used, pictures = field(window), set()
    for _time in range(count(small=250, full=2000)):
        write(text)
        pictures.add(bytes(used.grab().toImage().constBits()))
        used.clear()
    return pictures


def test_covered_words_of_any_length_and_number_look_the_same(window: CornerWindow) -> None:
    short = looks(window, "a")
    assert len(short) == SQUARES  # each square is raised at times, whatever was typed
    assert looks(window, "bc") == looks(window, "i jk lm nop ") == short
    write("a line")
    before = image(window)
    press(Qt.Key.Key_Left)
    assert image(window) == before


def test_each_key_shows_that_it_came(window: CornerWindow) -> None:
    pictures = [image(window)]
    for key in "a line of mine":
        write(key)
        pictures.append(image(window))
    press(Qt.Key.Key_Backspace)
    pictures.append(image(window))
    assert all(before != after for before, after in pairwise(pictures))


def test_words_are_covered_at_first_whatever_assistive_program_is_on(qtbot: QtBot) -> None:
    usual = a_corner(qtbot)
    before = image(usual)
    QAccessible.setActive(True)
    try:
        assisted = a_corner(qtbot)
        assert image(assisted) == before
        write("a line")
        assert field(assisted).is_covered
        assisted.show_cards()
        assert field(assisted).is_covered
    finally:
        QAccessible.setActive(False)


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


@pytest.mark.parametrize("change", ["comes", "goes", "moves", "is the first now"])
def test_words_are_covered_when_a_display_changes(window: CornerWindow, change: str) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    assert not field(window).is_covered
    screen, application = window.screen(), QApplication.instance()
    assert isinstance(application, QApplication)
    if change == "moves":
        screen.geometryChanged.emit(screen.geometry())
    else:
        changed = {
            "comes": application.screenAdded,
            "goes": application.screenRemoved,
            "is the first now": application.primaryScreenChanged,
        }
        changed[change].emit(screen)
    assert field(window).is_covered
    assert field(window).line == SECRET


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


KEYS_THAT_MOVE = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def move_mouse(target: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Move or press with the left button held, as a hand does."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    where = QPointF(at)
    sent = QMouseEvent(kind, where, target.mapToGlobal(where), button, held, NO_MODIFIER)
    QApplication.sendEvent(target, sent)


def drag(target: QWidget) -> None:
    """Draw the pointer over a line, as one does to select it."""
    ends = QPoint(1, target.fontMetrics().height() // 2), QPoint(target.width() - 2, 8)
    move_mouse(target, QEvent.Type.MouseButtonPress, ends[0])
    for at in (QPoint(target.width() // 3, ends[0].y()), ends[1]):
        move_mouse(target, QEvent.Type.MouseMove, at)
    move_mouse(target, QEvent.Type.MouseButtonRelease, ends[1])


def ways_to_select(used: QPlainTextEdit) -> Iterator[tuple[str, bool]]:
    """Try every way to select; of each give its name, and whether something was selected by it."""
    text = used.viewport()
    acts: dict[str, Callable[[], None]] = {
        "Ctrl+A": lambda: QTest.keyClick(used, Qt.Key.Key_A, CONTROL),
        "drag": lambda: drag(text),
        "double click": lambda: QTest.mouseDClick(
            text, Qt.MouseButton.LeftButton, pos=QPoint(8, used.fontMetrics().height() // 2)
        ),
    }
    for name, act in acts.items():
        used.moveCursor(QTextCursor.MoveOperation.Start)
        act()
        yield name, used.textCursor().hasSelection()
    for held in (SHIFT, SHIFT | CONTROL):
        selected = False
        for key in KEYS_THAT_MOVE:
            QTest.keyClick(used, key, held)
            selected |= used.textCursor().hasSelection()
        yield f"arrows with {held.name}", selected


def ways_to_copy(used: QPlainTextEdit) -> None:
    """Try every key and call that copies or cuts."""
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        QTest.keyClick(used, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(used, key, CONTROL)
    QTest.keyClick(used, Qt.Key.Key_Delete, SHIFT)
    used.selectAll()
    used.copy()
    used.cut()


def test_leak_27_nothing_can_be_taken_out_of_the_field(
    window: CornerWindow, clipboards: list[str]
) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    used = field(window)
    assert not [name for name, selected in ways_to_select(used) if selected]
    assert used.line == SECRET
    assert used.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not used.acceptDrops()
    assert not used.viewport().acceptDrops()
    ways_to_copy(used)
    assert not [text for text in clipboards if text]


def test_the_attack_would_see_what_can_be_taken_out_of_a_usual_field(
    qtbot: QtBot, clipboards: list[str]
) -> None:
    usual = QPlainTextEdit(SECRET)
    qtbot.addWidget(usual)
    usual.show()
    texts_by_way = dict(ways_to_select(usual))
    assert all(texts_by_way.values()), texts_by_way
    ways_to_copy(usual)
    assert SECRET in clipboards


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


def not_kept(window: CornerWindow) -> bool:
    """Return whether the corner says that the turn was not saved."""
    told = say(ENGLISH, Key.CORNER_NOT_KEPT)
    return any(label.text() == told and label.isVisible() for label in window.findChildren(QLabel))


def test_a_card_that_could_not_be_kept_is_said_to_be_there_still(window: CornerWindow) -> None:
    window.card_given.connect(window.show_turn_not_saved)
    window.show_cards()
    write(SECRET)
    press(Qt.Key.Key_Return)
    assert not_kept(window)
    assert field(window).line == SECRET
    assert field(window).is_covered
    write("!")
    assert field(window).line == f"{SECRET}!"


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
    assert [error[0] for error in raised] == [ZeroDivisionError]
    qtbot.waitUntil(lambda: not_kept(window))  # else they would leave it to the next person
    assert field(window).is_covered
    assert field(window).line == SECRET
    press(Qt.Key.Key_F2)
    assert not not_kept(window)
    assert turns == [Turn((SECRET,))]


def test_no_word_is_in_a_title_a_name_or_a_description(window: CornerWindow) -> None:
    write(SECRET)
    press(Qt.Key.Key_F2)
    assert not [text for text in texts_for_readers(window) if "canary" in text]
