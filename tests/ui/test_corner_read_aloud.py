"""The typing corner for whoever hears it: nothing that matters there is for eyes alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.language import ENGLISH
from facilitator.room.keys import Key
from facilitator.room.picture import CornerPicture
from facilitator.room.say import say
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.clock import FakeClock
from tests.helpers.corner import (
    AT_ONCE,
    BOTH,
    Keeper,
    a_corner_picture,
    field,
    go_by,
    keyboard,
    press,
    write,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


class Reader:
    """A screen reader that can be switched on and off, and what it is told at once."""

    def __init__(self, *, is_on: bool) -> None:
        self.is_on = is_on
        self.told: list[str] = []

    def __call__(self) -> bool:
        return self.is_on


@pytest.fixture
def reader() -> Reader:
    return Reader(is_on=True)


def a_corner_for(
    qtbot: QtBot, reader: Reader, picture: CornerPicture | None = None
) -> CornerWindow:
    window = CornerWindow(AT_ONCE, reader)
    window.said.connect(reader.told.append)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_corner(picture or a_corner_picture())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def words(key: Key) -> str:
    return say(ENGLISH, key)


def the_promise(window: CornerWindow) -> QScrollArea:
    """Return the promise above the field."""
    areas = (one for one in window.findChildren(QScrollArea) if one.isVisible())
    return next(one for one in areas if one.accessibleName())


def seen(window: CornerWindow, key: Key) -> QLabel | None:
    """Return the label that says this, if it stands on the page."""
    labels = (one for one in window.findChildren(QLabel) if one.isVisible())
    return next((one for one in labels if one.text() == words(key)), None)


def test_that_words_are_about_to_be_wiped_is_said_aloud(
    qtbot: QtBot, reader: Reader, clock: FakeClock
) -> None:
    window = a_corner_for(qtbot, reader)
    write("a line")
    go_by(window, clock, seconds=100)
    assert reader.told == [words(Key.CORNER_STILL)]


def test_that_a_card_is_about_to_be_wiped_and_that_one_is_kept_is_said_aloud(
    qtbot: QtBot, reader: Reader, clock: FakeClock
) -> None:
    window = a_corner_for(qtbot, reader)
    keeper = Keeper(window)
    window.show_cards()
    write("a card")
    go_by(window, clock, seconds=100)
    write("!")
    press(Qt.Key.Key_Return)
    assert reader.told == ["Still writing? Press any key.", "Kept"]
    assert keeper.turns == [Turn(("a card!",))]


def test_who_types_cards_is_reminded_of_headphones_while_a_screen_reader_is_on(
    qtbot: QtBot, reader: Reader
) -> None:
    window = a_corner_for(qtbot, reader)
    window.show_cards()
    assert seen(window, Key.CORNER_HEADPHONES)
    assert words(Key.CORNER_HEADPHONES) in field(window).accessibleDescription()
    assert words(Key.CORNER_CARDS_HOW) in field(window).accessibleDescription()
    reader.is_on = False
    write("a")
    assert not seen(window, Key.CORNER_HEADPHONES)
    assert words(Key.CORNER_HEADPHONES) not in field(window).accessibleDescription()


def test_that_the_field_is_nearly_full_and_full_is_said_aloud_once(
    qtbot: QtBot, reader: Reader
) -> None:
    a_corner_for(qtbot, reader)
    write("x" * 205)
    assert reader.told == [words(Key.CORNER_NEARLY), words(Key.CORNER_FULL)]


def test_that_done_takes_a_moment_is_said_aloud(qtbot: QtBot, reader: Reader) -> None:
    a_corner_for(qtbot, reader)
    press(Qt.Key.Key_Return, CONTROL)
    assert reader.told == [words(Key.CORNER_MOMENT)]


@pytest.mark.parametrize("picture", [a_corner_picture(), a_corner_picture(BOTH, 2)])
def test_the_field_tells_of_headphones_and_of_the_question_when_it_is_reached(
    qtbot: QtBot, reader: Reader, picture: CornerPicture
) -> None:
    window = a_corner_for(qtbot, reader, picture)
    told = field(window).accessibleDescription()
    for key in (Key.CORNER_HEADPHONES, Key.CORNER_READER, Key.CORNER_EITHER_WAY):
        assert words(key) in told
    for language in picture.languages:
        assert picture.question.in_(language) in told


def test_the_promise_is_read_out_where_tab_reaches_it(qtbot: QtBot, reader: Reader) -> None:
    window = a_corner_for(qtbot, reader)
    told = the_promise(window).accessibleDescription()
    assert all(sentence.in_(ENGLISH) in told for sentence in a_corner_picture().promise)


def test_a_screen_reader_that_is_switched_on_at_the_corner_is_met_there(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.is_on = False
    window = a_corner_for(qtbot, reader)
    assert seen(window, Key.CORNER_HEADPHONES) is None
    reader.is_on = True
    press(Qt.Key.Key_Shift)
    reminder = seen(window, Key.CORNER_HEADPHONES)
    assert reminder is not None
    assert words(Key.CORNER_HEADPHONES) in field(window).accessibleDescription()
    assert reminder.geometry().width() > reminder.fontMetrics().averageCharWidth() * 20


def test_nothing_stands_on_anything_else_once_words_are_shown_to_a_late_screen_reader(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.is_on = False
    window = a_corner_for(qtbot, reader)
    reader.is_on = True
    press(Qt.Key.Key_F2)
    told = seen(window, Key.CORNER_READER)
    assert told is not None
    promise = the_promise(window)
    area = told.rect().translated(told.mapTo(window, told.rect().topLeft()))
    above = promise.rect().translated(promise.mapTo(window, promise.rect().topLeft()))
    assert not area.intersects(above)


def test_the_next_person_meets_the_page_for_a_screen_reader_that_came_meanwhile(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.is_on = False
    window = a_corner_for(qtbot, reader)
    keeper = Keeper(window)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: keyboard().objectName() != "field")
    reader.is_on = True
    press(Qt.Key.Key_A)
    assert not field(window).is_covered
    assert seen(window, Key.CORNER_READER) is not None
    reader.is_on = False
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: keyboard().objectName() != "field")
    press(Qt.Key.Key_A)
    assert field(window).is_covered
    assert seen(window, Key.CORNER_HEADPHONES) is None
    assert keeper.turns == [Turn(), Turn()]
