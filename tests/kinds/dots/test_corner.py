"""Dots in the typing corner: by keys and by mouse, within what a person has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kinds.dots.commands import Begin
from facilitator.kinds.dots.corner import DotsPage
from facilitator.kinds.dots.state import PlacedBy
from facilitator.live.session.session import LiveSession
from facilitator.ui.corner.dot_list import DotList
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import a_corner
from tests.helpers.keys import keyboard, press
from tests.helpers.layouts import typed
from tests.kinds.dots.test_session import LINES, A, B, C, D, F, at_dots, do

MANY = tuple(f"line {number} of many, with words" for number in range(40))


def opened(session: LiveSession, qtbot: QtBot) -> CornerWindow:
    """Open the corner on the dots of a session."""
    do(session, Begin(PlacedBy.CORNER))
    picture = session.corner()
    assert picture is not None
    return a_corner(qtbot, picture, entry=DotList)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = at_dots(tmp_path)
    yield session
    session.close()


@pytest.fixture
def corner(session: LiveSession, qtbot: QtBot) -> CornerWindow:
    return opened(session, qtbot)


def page_of(corner: CornerWindow) -> DotsPage:
    (page,) = (page for page in corner.findChildren(DotsPage) if page.isVisible())
    return page


def type_keys(keys: str) -> None:
    QTest.keyClicks(keyboard(), keys)


def answer(corner: CornerWindow) -> object:
    return page_of(corner).answer


def test_a_digit_places_that_many_dots_on_the_present_line(corner: CornerWindow) -> None:
    type_keys("1")
    press(Qt.Key.Key_Down)
    type_keys("2")
    assert answer(corner) == ((A, 1), (B, 2))
    type_keys("0")
    assert answer(corner) == ((A, 1),)


def test_signs_and_arrows_place_one_more_and_one_less(corner: CornerWindow) -> None:
    type_keys("+")
    press(Qt.Key.Key_Right)
    assert answer(corner) == ((A, 2),)
    type_keys("-")
    assert answer(corner) == ((A, 1),)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert answer(corner) == ()


def test_a_letter_goes_to_its_line(corner: CornerWindow) -> None:
    type_keys("d1f1c1")
    assert answer(corner) == ((C, 1), (D, 1), (F, 1))


def test_nobody_places_more_than_there_are(corner: CornerWindow) -> None:
    type_keys("a3b2c2")
    assert answer(corner) == ((A, 2), (B, 1))


def test_digits_count_in_every_layout(corner: CornerWindow) -> None:
    keys = (
        ("2", "\N{ARABIC-INDIC DIGIT TWO}"),
        ("c", "\N{CYRILLIC SMALL LETTER ES}"),
        ("-", "-"),
        ("d", "в"),
        ("=", "="),
    )
    for place, text in keys:
        QApplication.sendEvent(keyboard(), typed(place, text))
    assert answer(corner) == ((A, 2), (D, 1))


def test_the_mouse_places_dots_by_two_buttons_of_44_pixels(corner: CornerWindow) -> None:
    lines = page_of(corner).lines

    def click(area: QRect) -> None:
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=area.center())

    for letter in (B, B, D):
        places = lines.places_of(letter)
        assert min(places.more.width(), places.more.height(), places.less.height()) >= 44
        click(places.more)
    assert answer(corner) == ((B, 2), (D, 1))
    click(lines.places_of(B).less)
    assert answer(corner) == ((B, 1), (D, 1))
    click(lines.places_of(C).words)
    assert answer(corner) == ((B, 1), (D, 1))


def test_how_many_are_left_is_said_only_in_sight(corner: CornerWindow) -> None:
    measure = page_of(corner).measure
    type_keys("2")
    assert measure.text() == "3 each, at most 2 on one line"
    press(Qt.Key.Key_F2)
    assert measure.text() == "Dots you still have: 1"
    type_keys("b1")
    assert measure.text() == "Dots you still have: 0"


def test_enter_goes_to_done_and_done_takes_any_dots_or_none(corner: CornerWindow) -> None:
    given: list[object] = []
    corner.own_given.connect(given.append)
    press(Qt.Key.Key_Return)
    assert given == []
    press(Qt.Key.Key_Return)
    assert given == [()]


def test_a_screen_reader_hears_the_line_and_its_dots(corner: CornerWindow) -> None:
    lines = page_of(corner).lines
    type_keys("2")
    spoken = lines.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(". Dots: 2")
    assert spoken.startswith("A: ")


def test_a_long_list_scrolls_by_keys_and_done_stays_in_sight(tmp_path: Path, qtbot: QtBot) -> None:
    session = at_dots(tmp_path, lines=MANY)
    corner = opened(session, qtbot)
    page = page_of(corner)
    lines, done = page.lines, page.done_button
    press(Qt.Key.Key_End)
    last = lines.places_of(len(MANY) - 1).row
    assert lines.viewport().rect().contains(last)
    qtbot.waitUntil(
        lambda: corner.rect().contains(QRect(done.mapTo(corner, QPoint()), done.size()))
    )
    type_keys("1")
    assert answer(corner) == ((39, 1),)
    type_keys("b")
    assert lines.currentRow() == B
    type_keys("a")
    assert lines.currentRow() == 26, "AA"
    session.close()


def test_a_key_with_a_modifier_places_nothing(corner: CornerWindow) -> None:
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert answer(corner) == ()
    assert len(page_of(corner).lines.lines) == len(LINES)
