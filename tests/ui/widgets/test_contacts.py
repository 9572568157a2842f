"""A telephone number or mail address never breaks over two lines."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from facilitator.domain.text.contacts import held_together, spans
from facilitator.pdf.lines import set_text
from facilitator.record.styles import BODY
from facilitator.ui.corner.texts import text_block
from facilitator.ui.scene.ruler import QtRuler
from facilitator.ui.widgets.labels import label

NUMBERS = (
    "020 7946 0001",
    "+44 (0)20 7946 0001",
    "029-2087-4000",
    "(01248) 35 11 51",
    "07700 900 123",
    "+49 30/901820",
)
MAILS = ("ana-maria.o-neill@co-operation.example.org", "sam@nhs-cymru.example")
NOT_CONTACTS = (
    "Back at 11:10, then 5 of us until 12:30.",
    "1 2 3 4 5",
    "12 people, 90 minutes, 3 rounds",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    "a@b and @c",
)
AROUND = "Support, today or later: Sam upstairs at the house by the river {} or in room 4."
WIDTHS = range(440, 1600, 60)

pytestmark = pytest.mark.usefixtures("qapp")
every_contact = pytest.mark.parametrize("contact", NUMBERS + MAILS)


@every_contact
def test_a_contact_is_found_in_a_sentence(contact: str) -> None:
    text = AROUND.format(contact)
    assert [text[start:end] for start, end in spans(text)] == [contact]
    assert len(held_together(text)) == len(text)


@pytest.mark.parametrize("text", NOT_CONTACTS)
def test_other_numbers_break_as_words_do(text: str) -> None:
    assert held_together(text) == text


@every_contact
def test_the_board_breaks_within_no_contact(contact: str) -> None:
    ruler, text = QtRuler(), AROUND.format(contact)
    for width in WIDTHS:
        if ruler.width(contact, 48, 400) < width - 48:
            lines = ruler.lines(text, width, 48, 400)
            assert sum(contact in line for line in lines) == 1, lines
            assert " ".join(lines) == text


@pytest.mark.parametrize("around", [AROUND, f"אבג דהו {AROUND}"], ids=["plain", "both ways"])
@every_contact
def test_the_record_breaks_within_no_contact(contact: str, around: str) -> None:
    text = around.format(contact)
    for width in range(260, 500, 7):
        lines = [
            "".join(f"{word.word.text} " if word.spaced else word.word.text for word in line.words)
            for line in set_text(text, BODY, width).lines
        ]
        assert sum(contact in line for line in lines) == 1, lines


def test_a_contact_too_long_for_a_line_of_the_record_is_broken_all_the_same() -> None:
    set_ = set_text(AROUND.format(NUMBERS[1]), BODY, 60)
    assert all(line.width <= 60 for line in set_.lines)


@pytest.mark.parametrize(
    "make_label",
    [label, lambda text: text_block(text, "promise")],
    ids=["every window", "corner"],
)
@every_contact
def test_console_home_and_corner_break_within_no_contact(
    make_label: Callable[[str], QLabel], contact: str
) -> None:
    label = make_label("")
    label.setText(AROUND.format(contact))
    for width in range(380, 1000, 30):
        lines = lines_of(label, width)
        assert sum(held_together(contact) in line for line in lines) == 1, lines


def lines_of(label: QLabel, width: int) -> list[str]:
    """Return the lines of a label as Qt breaks them between words."""
    layout = QTextLayout(label.text(), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(label.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


def test_the_date_in_the_name_of_a_record_is_no_telephone_number() -> None:
    path = "/home/mari/Records/2026-11-29 Riverside.pdf"
    assert held_together(path) == path
