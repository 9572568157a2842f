"""Dots beside lines: in their card, never over its words, and said to people who hear the page."""

import pytest

from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import (
    Area,
    BoxItem,
    DotsItem,
    Role,
    Sheet,
    Sign,
    SignItem,
    TextItem,
)
from facilitator.room.pages.picture import DotsBeside, Note, NotesPage, Spec, letter_of
from tests.helpers.rulers import FixedRuler
from tests.room.layout.test_shapes import every_board, spoken

LONG = "somebody asks me before the meeting and not only in the middle of it, when all look at me"
TEXTS = ("the door is open", LONG, "my time is paid", "unverhältnismäßigkeitsgrundsatz" * 2)


def a_page(most: int, lines: int = 6, *, or_more: bool = False) -> NotesPage:
    """Return lines with dots, from none to the most."""
    counts = [round(place * most / (lines - 1)) for place in range(lines)]
    return NotesPage(
        spoken("Where?"),
        tuple(
            Note(
                letter_of(place),
                TEXTS[place % len(TEXTS)],
                dots=DotsBeside(count, or_more and count == most, spoken(f"Dots: {count}")),
            )
            for place, count in enumerate(counts)
        ),
        foot=spoken("Every line stays."),
    )


every_most = pytest.mark.parametrize("most", [1, 7, 8, 16, 17, 60, 999])


def sheets_of(page: NotesPage, languages: tuple[Language, ...], spec: Spec) -> tuple[Sheet, ...]:
    return lay_out(page, languages, spec, FixedRuler())


def inside(area: Area, card: Area) -> bool:
    """Return whether an area is on a card."""
    return (
        card.x <= area.x
        and area.right <= card.right
        and card.y <= area.y
        and area.bottom <= card.bottom
    )


def marks_of(sheet: Sheet) -> list[Area]:
    """Return the places of all dots, numbers of dots, and signs."""
    areas = [item.area for item in sheet.items if isinstance(item, SignItem)]
    for item in sheet.items:
        if isinstance(item, DotsItem):
            areas += item.dots
        elif isinstance(item, TextItem) and item.style.role is Role.MARK:
            areas.append(item.area)
    return areas


@every_most
@every_board
def test_every_dot_is_on_a_card_and_right_of_its_words(
    languages: tuple[Language, ...], spec: Spec, most: int
) -> None:
    for sheet in sheets_of(a_page(most, or_more=True), languages, spec):
        cards = [item.area for item in sheet.items if isinstance(item, BoxItem)]
        lines = [
            item.area
            for item in sheet.items
            if isinstance(item, TextItem) and item.style.role is Role.LINE
        ]
        for area in marks_of(sheet):
            (card,) = (card for card in cards if inside(area, card))
            assert all(line.right <= area.x for line in lines if inside(line, card))


@every_most
@every_board
def test_each_line_has_its_dots_once_and_says_how_many(
    languages: tuple[Language, ...], spec: Spec, most: int
) -> None:
    page = a_page(most, lines=24)
    sheets = sheets_of(page, languages, spec)
    text = "\n".join(sheet.text for sheet in sheets)
    for note in page.notes:
        assert note.dots is not None
        assert f"\n{note.letter}\n" in text
        assert f"Dots: {note.dots.count} {ENGLISH}" in text
    dots = [item for sheet in sheets for item in sheet.items if isinstance(item, DotsItem)]
    if not any(item.style.role is Role.MARK for item in texts_on(sheets)):
        assert sum(item.count for item in dots) >= sum(
            note.dots.count for note in page.notes if note.dots is not None
        )


def texts_on(sheets: tuple[Sheet, ...]) -> list[TextItem]:
    return [item for sheet in sheets for item in sheet.items if isinstance(item, TextItem)]


def test_many_dots_are_a_number_beside_one_dot_of_the_least_size() -> None:
    spec = Spec()
    sheets = sheets_of(a_page(60), (ENGLISH,), spec)
    numbers = [item for item in texts_on(sheets) if item.style.role is Role.MARK]
    assert [item.lines for item in numbers] == [("12",), ("24",), ("36",), ("48",), ("60",)]
    assert all(item.style.size >= spec.least for item in numbers)


def test_or_more_is_a_sign_after_the_dots() -> None:
    (sheet,) = sheets_of(a_page(5, lines=2, or_more=True), (ENGLISH,), Spec())
    (sign,) = (item for item in sheet.items if isinstance(item, SignItem))
    assert sign.sign is Sign.MORE
    last = max(
        area.right for item in sheet.items if isinstance(item, DotsItem) for area in item.dots
    )
    assert last <= sign.area.x
