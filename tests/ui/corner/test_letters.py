"""The corner accepts the same characters by every way of input."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import MAX_CHARACTERS, Turn
from facilitator.domain.text.text import graphemes
from facilitator.ui.corner.window import CornerWindow
from tests.helpers.corner import Keeper, a_corner, commit, compose, field, image, send_key
from tests.helpers.keys import press

CONTROL = Qt.KeyboardModifier.ControlModifier
WELSH_FLAG = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
UNSEEN = ["\u200b", "\u2060", "\u00ad", "\ufe0f", "\u200f", "\U000e0041", "\u3164", "\u2800"]

Door = Callable[[CornerWindow, str], None]


def by_keys(window: CornerWindow, text: str) -> None:
    """Press a key for each character, as a keyboard that has them all."""
    for character in graphemes(text):
        send_key(window, character)


def by_dictation(window: CornerWindow, text: str) -> None:
    """Put text in through the accessibility interface, which asks nobody."""
    interface = QAccessible.queryAccessibleInterface(field(window))
    written = interface.textInterface()
    interface.editableTextInterface().insertText(written.characterCount(), text)


DOORS = pytest.mark.parametrize("put_in", [by_keys, commit, by_dictation])


@pytest.fixture
def window(qtbot: QtBot) -> CornerWindow:
    return a_corner(qtbot)


@DOORS
@pytest.mark.parametrize("unseen", [*UNSEEN, f" {''.join(UNSEEN)} "])
def test_where_nothing_can_be_seen_it_is_a_pass(
    qtbot: QtBot, window: CornerWindow, put_in: Door, unseen: str
) -> None:
    keeper = Keeper(window)
    put_in(window, unseen)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(keeper.turns))
    assert keeper.turns == [Turn()]


@DOORS
@pytest.mark.parametrize("stray", ["\u202e", "\u202d", "\u2067", "\u2069", "\0", "\x1b", "\x07"])
def test_controls_and_overrides_of_direction_do_not_come_in(
    window: CornerWindow, put_in: Door, stray: str
) -> None:
    put_in(window, f"a{stray}b")
    assert field(window).line == "ab"


@DOORS
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
def test_a_space_of_any_kind_is_a_space(window: CornerWindow, put_in: Door, space: str) -> None:
    put_in(window, f"a{space}b")
    assert field(window).line == "a b"


@DOORS
@pytest.mark.parametrize(
    "text", ["می‌خواهم", "ක්‍ෂ", "w\u0302", "👩🏽‍💻❤️", WELSH_FLAG, "\u2067שמע\u2069", "ខ\u200bម"]
)
def test_what_joins_and_parts_letters_stays(window: CornerWindow, put_in: Door, text: str) -> None:
    put_in(window, text)
    assert field(window).line == text


@DOORS
@pytest.mark.parametrize("character", ["👍", "e\u0301", "👩🏽‍💻", WELSH_FLAG])
def test_two_hundred_characters_are_those_that_people_see(
    window: CornerWindow, put_in: Door, character: str
) -> None:
    for _time in range(MAX_CHARACTERS + 3):
        put_in(window, character)
    assert field(window).line == character * MAX_CHARACTERS
    assert field(window).room == 0


def test_a_line_that_is_dictated_too_long_is_cut_where_the_field_is_full(
    window: CornerWindow,
) -> None:
    by_dictation(window, "word\n" * 100)
    assert field(window).toPlainText() == "word " * (MAX_CHARACTERS // 5)


def test_lines_that_come_by_the_input_method_are_parted(window: CornerWindow) -> None:
    commit(window, "me\nand\r\nyou")
    assert field(window).line == "me and you"


def test_what_the_input_method_has_not_settled_shows_that_keys_arrive(
    window: CornerWindow,
) -> None:
    empty = image(window)
    compose(window, "n")
    begun = image(window)
    compose(window, "ni")
    assert empty != begun != image(window)
    compose(window, "")
    assert image(window) == empty
