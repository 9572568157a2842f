"""A field of the console takes as many characters as people see, and cuts none that is there."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.line import MAX_LINE
from facilitator.domain.said import MAX_SAID
from facilitator.ui.console.agreement.panel import AgreementPanel
from facilitator.ui.console.note import LONGEST_NOTE, NotePanel
from facilitator.ui.console.said.panel import SaidField
from facilitator.ui.widgets.fields import CharacterLimit, field

FAMILY = "👨‍👩‍👧‍👦"


def paste(into: QLineEdit, text: str) -> None:
    """Paste a text as a hand does."""
    QGuiApplication.clipboard().setText(text)
    into.paste()


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (AgreementPanel, MAX_LINE),
        (NotePanel, LONGEST_NOTE),
        (partial(field, "A field", most=200), 200),
        (SaidField, MAX_SAID),
    ],
)
@pytest.mark.parametrize("character", ["👍", "e\u0301", FAMILY])
def test_as_many_characters_fit_as_people_see(
    qtbot: QtBot, make: Callable[[], QWidget], most: int, character: str
) -> None:
    panel = make()
    qtbot.addWidget(panel)
    entry = panel if isinstance(panel, QLineEdit) else panel.findChildren(QLineEdit)[0]
    paste(entry, character * (most + 1))
    assert entry.text() == character * most


@pytest.fixture
def short(qtbot: QtBot) -> QLineEdit:
    entry = QLineEdit()
    qtbot.addWidget(entry)
    CharacterLimit(entry, 5)
    return entry


def test_a_full_field_keeps_what_is_there(short: QLineEdit) -> None:
    QTest.keyClicks(short, "abcde")
    short.setCursorPosition(2)
    QTest.keyClicks(short, "x")
    assert short.text() == "abcde"
    assert short.cursorPosition() == 2


def test_of_a_text_in_the_middle_as_much_comes_in_as_there_is_room_for(short: QLineEdit) -> None:
    short.setText("👍d")
    short.setCursorPosition(2)
    paste(short, "xyz and more")
    assert short.text() == "👍xyzd"
    assert short.cursorPosition() == 5


def test_what_is_marked_makes_room_for_what_comes(short: QLineEdit) -> None:
    short.setText("abcde")
    short.setSelection(1, 3)
    paste(short, "12345")
    assert short.text() == "a123e"


def test_a_text_that_was_too_long_from_the_start_is_never_cut_and_never_grows(
    short: QLineEdit,
) -> None:
    short.setText("from a file")
    short.setCursorPosition(4)
    QTest.keyClicks(short, "x")
    assert short.text() == "from a file"
    QTest.keyClick(short, Qt.Key.Key_Backspace)
    assert short.text() == "fro a file"
    QTest.keyClicks(short, "M")
    assert short.text() == "fro a file"
