"""Somebody left the corner: their words go. Somebody who still writes is not disturbed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.corner.window import CornerWindow
from tests.helpers.clock import FakeClock
from tests.helpers.corner import (
    BOTH,
    a_corner,
    a_corner_picture,
    commit,
    compose,
    field,
    go_by,
    image,
    write,
)
from tests.helpers.keys import press


def dictate(window: CornerWindow, text: str) -> None:
    """Put text in as a program for dictation does: through the accessibility interface."""
    interface = QAccessible.queryAccessibleInterface(field(window))
    interface.editableTextInterface().insertText(0, text)


def press_accent(window: CornerWindow) -> None:
    """Press an accent button with the mouse."""
    buttons = window.findChildren(QAbstractButton, "accent")
    QTest.mouseClick(
        next(button for button in buttons if button.isVisible()), Qt.MouseButton.LeftButton
    )


def asks_still(window: CornerWindow) -> bool:
    """Return whether the corner asks if somebody still writes."""
    return any(label.isVisible() for label in window.findChildren(QLabel, "still"))


def by_input_method(window: CornerWindow) -> None:
    commit(window, "left by somebody")


def by_dictation(window: CornerWindow) -> None:
    dictate(window, "left by somebody")


@pytest.mark.parametrize("put_in", [by_input_method, by_dictation, press_accent])
def test_words_that_came_without_a_key_are_wiped_when_somebody_leaves(
    qtbot: QtBot, clock: FakeClock, put_in: Callable[[CornerWindow], None]
) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH))
    put_in(window)
    assert field(window).line
    go_by(window, clock, seconds=120)
    assert not field(window).line


def measures(window: CornerWindow) -> list[str]:
    """Return what is written quietly beneath the field."""
    labels = window.findChildren(QLabel, "measure")
    return [label.text() for label in labels if label.isVisible()]


def test_a_card_that_came_without_a_key_is_wiped_when_the_helper_leaves(
    qtbot: QtBot, clock: FakeClock
) -> None:
    window = a_corner(qtbot)
    window.show_cards()
    commit(window, "left by a helper")
    used = field(window)
    asked = "Still writing? Press any key."
    go_by(window, clock, seconds=100)
    assert asked in measures(window)
    press(Qt.Key.Key_Shift)
    assert asked not in measures(window)
    go_by(window, clock, seconds=119)
    assert used.line
    go_by(window, clock, seconds=1)
    assert not used.line


@pytest.mark.parametrize("name", ["tick", "cover"])
def test_what_only_the_mouse_has_set_is_not_met_by_the_next_person(
    qtbot: QtBot, clock: FakeClock, name: str
) -> None:
    window = a_corner(qtbot)
    buttons = (
        button for button in window.findChildren(QAbstractButton, name) if button.isVisible()
    )
    button = next(buttons)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.destroyed):  # a pristine page is made
        go_by(window, clock, seconds=120)


@pytest.mark.parametrize("put_in", [commit, compose])
def test_nobody_who_writes_without_keys_is_wiped_under_their_hands(
    qtbot: QtBot, clock: FakeClock, put_in: Callable[[CornerWindow, str], None]
) -> None:
    window = a_corner(qtbot)
    write("a")
    used = field(window)
    for _pulse in range(4):  # more than three times the idle time
        put_in(window, "w")
        go_by(window, clock, seconds=99)
        assert not asks_still(window)
    assert field(window) is used
    assert used.line.startswith("a")


def test_it_asks_for_twenty_seconds_whether_somebody_still_writes(
    qtbot: QtBot, clock: FakeClock
) -> None:
    window = a_corner(qtbot)
    write("a line of mine")
    go_by(window, clock, seconds=99)
    assert not asks_still(window)
    go_by(window, clock, seconds=1)
    assert asks_still(window)
    go_by(window, clock, seconds=19)
    press(Qt.Key.Key_Shift)
    assert not asks_still(window)
    assert field(window).line == "a line of mine"
    go_by(window, clock, seconds=119)
    assert field(window).line == "a line of mine"
    go_by(window, clock, seconds=1)
    assert not field(window).line


@pytest.mark.parametrize(("minutes", "used"), [(0.1, 60), (1, 60), (5, 300), (10, 600), (60, 600)])
def test_how_long_it_waits_can_be_chosen_from_one_minute_to_ten(
    qtbot: QtBot, clock: FakeClock, minutes: float, used: int
) -> None:
    window = a_corner(qtbot)
    window.idle.set_length(timedelta(minutes=minutes))
    write("a line of mine")
    go_by(window, clock, seconds=used - 20)
    assert asks_still(window)
    assert field(window).line
    go_by(window, clock, seconds=20)
    assert not field(window).line


def test_words_never_go_without_the_question_before(qtbot: QtBot, clock: FakeClock) -> None:
    window = a_corner(qtbot)
    write("a line of mine")
    go_by(window, clock, seconds=1)
    clock.advance(hours=1)  # the laptop slept
    go_by(window, clock, seconds=19)
    assert asks_still(window)
    assert field(window).line == "a line of mine"


def test_while_nobody_has_come_nothing_is_asked(qtbot: QtBot, clock: FakeClock) -> None:
    window = a_corner(qtbot)
    go_by(window, clock, seconds=1000)
    assert not asks_still(window)


def test_four_keys_change_nothing_in_the_corner(qtbot: QtBot) -> None:
    window = a_corner(qtbot)
    write("a line of mine")
    before = image(window)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9):
        press(key)
        assert image(window) == before
    assert field(window).is_covered
    assert field(window).line == "a line of mine"


def test_all_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    window = a_corner(qtbot, a_corner_picture(BOTH, notes_a_turn=3))
    unnamed = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert unnamed == []
