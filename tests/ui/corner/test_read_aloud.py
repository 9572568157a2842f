"""The typing corner for people who hear it: all that matters is spoken."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.text.language import ENGLISH
from facilitator.room.pages.picture import CornerPicture
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.corner.texts import stacked
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
    write,
)
from tests.helpers.keys import keyboard, press

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told() -> list[str]:
    """Collect what a screen reader speaks at once."""
    return []


@pytest.fixture
def window(qtbot: QtBot, told: list[str]) -> CornerWindow:
    window = a_corner(qtbot)
    window.announced.connect(told.append)
    return window


@pytest.fixture
def assisted() -> Iterator[None]:
    """Ask for the accessibility interface, as a screen reader does, and many another program."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def words(key: Key) -> str:
    return say(ENGLISH, key)


def the_promise(window: CornerWindow) -> QWidget:
    """Return what has the whole promise for a screen reader: the button that opens it."""
    return next(more for more in window.findChildren(QWidget, "more") if more.isVisible())


def typed_by(window: CornerWindow) -> str:
    """Return the words that a screen reader finds in the field."""
    text = QAccessible.queryAccessibleInterface(field(window)).textInterface()
    return text.text(0, text.characterCount())


def test_a_program_that_asks_for_the_interface_while_somebody_writes_changes_no_pixel(
    window: CornerWindow,
) -> None:
    write("a line")
    before = image(window)
    QAccessible.setActive(True)
    try:
        press(Qt.Key.Key_Shift)
        assert image(window) == before
    finally:
        QAccessible.setActive(False)


@pytest.mark.usefixtures("assisted")
def test_the_next_person_is_covered_too(qtbot: QtBot, window: CornerWindow) -> None:
    keeper = Keeper(window)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: keyboard().objectName() != "field")
    press(Qt.Key.Key_A)
    assert field(window).is_covered
    assert keeper.turns == [Turn()]


@pytest.mark.usefixtures("assisted")
def test_a_screen_reader_reads_what_is_typed_whether_it_is_covered_or_not(
    window: CornerWindow,
) -> None:
    write("covered ")
    assert field(window).is_covered
    assert typed_by(window) == "covered "
    press(Qt.Key.Key_F2)
    write("shown")
    assert typed_by(window) == "covered shown"


def test_covered_words_are_gone_through_by_the_arrows(window: CornerWindow) -> None:
    write("wrds")
    before = image(window)
    for _step in range(3):
        press(Qt.Key.Key_Left)
    assert image(window) == before
    text = QAccessible.queryAccessibleInterface(field(window)).textInterface()
    assert text.cursorPosition() == 1
    write("o")
    assert field(window).line == "words"


def test_that_words_are_about_to_be_wiped_is_said_aloud(
    window: CornerWindow, told: list[str], clock: FakeClock
) -> None:
    write("a line")
    go_by(window, clock, seconds=100)
    assert told == [words(Key.CORNER_STILL)]


def test_that_a_card_is_about_to_be_wiped_and_that_one_is_kept_is_said_aloud(
    window: CornerWindow, told: list[str], clock: FakeClock
) -> None:
    keeper = Keeper(window)
    window.show_cards()
    write("a card")
    go_by(window, clock, seconds=100)
    write("!")
    press(Qt.Key.Key_Return)
    assert told == ["Still writing? Press any key.", "Kept"]
    assert keeper.turns == [Turn(("a card!",))]


def test_who_types_cards_is_reminded_of_headphones(window: CornerWindow) -> None:
    window.show_cards()
    for key in (Key.CORNER_HEADPHONES, Key.CORNER_READER, Key.CORNER_CARDS_HOW):
        assert words(key) in field(window).accessibleDescription()


@pytest.mark.usefixtures("window")
def test_that_the_field_is_nearly_full_and_full_is_said_aloud_once(told: list[str]) -> None:
    write("x" * 205)
    assert told == [words(Key.CORNER_NEARLY), words(Key.CORNER_FULL)]


@pytest.mark.usefixtures("window")
def test_that_done_takes_a_moment_is_said_aloud(told: list[str]) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    assert told == [words(Key.CORNER_MOMENT)]


@pytest.mark.parametrize("picture", [a_corner_picture(), a_corner_picture(BOTH, 2)])
def test_the_field_announces_headphones_and_the_question_when_it_is_focused(
    qtbot: QtBot, picture: CornerPicture
) -> None:
    spoken = field(a_corner(qtbot, picture)).accessibleDescription()
    assert spoken.startswith(stacked(picture.languages, Key.CORNER_HEADPHONES))
    for key in (Key.CORNER_READER, Key.CORNER_EITHER_WAY):
        assert words(key) in spoken
    for language in picture.languages:
        assert picture.question.in_(language) in spoken


def test_the_promise_is_read_out_where_tab_reaches_it(window: CornerWindow) -> None:
    for _tab in range(4):
        press(Qt.Key.Key_Tab)
    assert keyboard() is the_promise(window)
    spoken = keyboard().accessibleDescription()
    assert all(sentence.in_(ENGLISH) in spoken for sentence in a_corner_picture().promise)
