"""Keys by letter, in layouts that type another script."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.live.session.session import LiveSession
from facilitator.ui.console.commands.key_acts import TABLE_KEYS
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.widgets.letters import key_of, letter_of
from tests.helpers.layouts import PLACES, typed

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("place", "text", "act"),
    [
        ("b", "и", Act.CURTAIN),  # Russian
        (".", "ю", Act.CURTAIN),
        ("o", "щ", Act.CORNER),
        ("h", "η", Act.HEARD),  # Greek
        ("f", "ب", Act.FINISH),  # Arabic
        ("b", "ﻻ", Act.CURTAIN),
        ("b", "لا", Act.CURTAIN),
        ("m", "צ", Act.MORE),  # Hebrew
        ("u", "ق", Act.UNDO_FINISH),
        ("2", "٢", Act.TWO_MORE),
        ("/", "؟", Act.KEYS),
        ("b", "B", Act.CURTAIN),
    ],
)
def test_a_key_by_letter_works_by_its_place_where_another_script_is_typed(
    place: str, text: str, act: Act
) -> None:
    assert TABLE_KEYS.act_of(typed(place, text)) is act


def test_shift_and_the_place_of_the_question_mark_open_the_keys_in_another_script() -> None:
    assert TABLE_KEYS.act_of(typed("/", "Я", SHIFT)) is Act.KEYS
    assert TABLE_KEYS.act_of(typed("/", "я")) is None


@pytest.mark.parametrize(
    ("place", "text", "letter"),
    [
        ("b", "x", "x"),  # Dvorak: its b is elsewhere
        ("n", "b", "b"),
        ("q", "a", "a"),  # French
        ("m", ",", ","),
        (";", "ö", "ö"),  # German
        ("w", "'", "w"),  # Hebrew
    ],
)
def test_a_latin_layout_goes_by_its_letters(place: str, text: str, letter: str) -> None:
    assert letter_of(typed(place, text)) == letter


@pytest.mark.parametrize(("place", "text"), [("k", "л"), ("e", "ε"), ("v", "ر"), ("a", "ש")])
def test_keys_of_lists_are_those_of_their_places(place: str, text: str) -> None:
    event = typed(place, text)
    assert event.key() != ord(place.upper())
    assert key_of(event) == ord(place.upper())


def test_every_letter_has_a_place() -> None:
    assert set("abcdefghijklmnopqrstuvwxyz") < set(PLACES)
    assert {letter_of(typed(place, "ж")) for place in PLACES} == set(PLACES)


def test_where_the_system_names_no_place_nothing_is_guessed() -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, ord("И"), NONE, "и")
    assert TABLE_KEYS.act_of(event) is None


def test_the_curtain_comes_down_by_its_letter_under_a_russian_layout(
    console: ConsoleWindow, session: LiveSession
) -> None:
    was_down = session.workshop.board.curtain
    QApplication.sendEvent(console.desk.middle, typed("b", "и"))
    assert session.workshop.board.curtain is not was_down
