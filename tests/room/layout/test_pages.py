"""Pages of the board are laid out once, and a page beside others looks as it does alone."""

from dataclasses import replace
from random import Random

import pytest

from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.pages import CACHED, Pages
from facilitator.room.pages.picture import (
    Content,
    ListPage,
    Mark,
    Note,
    NotesPage,
    RoomPicture,
    Spec,
    StepPage,
    Theme,
    letter_of,
)
from tests.helpers.pictures import BOTH, SAID, every_kind, many_notes, step
from tests.helpers.rulers import FixedRuler

KINDS = every_kind()
SHAPES = Spec(), Spec(1200, ratio=7), Spec(820, ratio=9), Spec(1440, low_vision=True)


class CountingRuler(FixedRuler):
    """A ruler that records which texts it broke into lines."""

    def __init__(self) -> None:
        self.broken: list[str] = []

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        self.broken.append(text)
        return super().lines(text, width, size, weight)


def drawn(page: Content, languages: tuple[Language, ...], spec: Spec | None = None) -> RoomPicture:
    return RoomPicture(page, languages, spec or Spec())


def with_a_line_less(page: Content) -> Content:
    """Return the page as it was before its last line came, or went."""
    match page:
        case StepPage():
            return replace(page, said=page.said[:-1])
        case NotesPage():
            return replace(page, notes=page.notes[:-1])
    return page


@pytest.mark.parametrize("spec", SHAPES)
def test_a_page_laid_out_beside_others_is_the_same_as_alone(spec: Spec) -> None:
    pages = Pages(FixedRuler())
    for _round in range(2):
        for _name, page, languages in KINDS:
            pages.sheets(drawn(with_a_line_less(page), languages, spec))
            alone = lay_out(page, languages, spec, FixedRuler())
            assert pages.sheets(drawn(page, languages, spec)) == alone
            assert pages.count(drawn(page, languages, spec)) == len(alone)


def changed(chance: Random, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines of which some came, went or were corrected."""
    at = chance.randrange(len(lines) + 1)
    words = " ".join(chance.choices(SAID, k=chance.randint(1, 5)))
    match chance.randrange(3):
        case 0:
            return (*lines[:at], words, *lines[at:])
        case 1:
            return (*lines[:at], *lines[at + 1 :])
    return (*lines[:at], words, *lines[at + 1 :])


@pytest.mark.parametrize("seed", range(8))
def test_long_lists_that_change_again_and_again_are_the_same_as_alone(seed: int) -> None:
    chance = Random(seed)
    pages = Pages(FixedRuler())
    lines: tuple[str, ...] = SAID * 5
    spec = chance.choice(SHAPES)
    for _time in range(12):
        lines = changed(chance, lines)
        notes = tuple(Note(letter_of(place), text) for place, text in enumerate(lines))
        above = Words.of("Parked")
        named = tuple(
            replace(note, above=above) if not n % 7 else note for n, note in enumerate(notes)
        )
        for page in (
            replace(step(), said=lines),
            replace(many_notes(1), notes=notes),
            ListPage(
                Words.of("What goes in the record"), named, Mark.RECORD, foot=Words.of("Foot")
            ),
        ):
            picture = drawn(page, (ENGLISH,), spec)
            assert pages.sheets(picture) == lay_out(page, (ENGLISH,), spec, FixedRuler())


@pytest.mark.parametrize("languages", [(ENGLISH,), BOTH])
def test_a_line_more_measures_no_other_line_again(languages: tuple[Language, ...]) -> None:
    ruler = CountingRuler()
    pages = Pages(ruler)
    for count in range(50, 56):
        page = replace(step(languages=languages), said=tuple(f"Line {n}" for n in range(count)))
        ruler.broken.clear()
        pages.sheets(drawn(page, languages))
        pages.keep_only(drawn(page, languages))
    assert {text for text in ruler.broken if text.startswith("Line")} == {"Line 54"}


def test_other_colours_and_other_sheets_lay_nothing_out_again() -> None:
    ruler = CountingRuler()
    pages = Pages(ruler)
    picture = drawn(many_notes(40), (ENGLISH,))
    pages.count(picture)
    ruler.broken.clear()
    for theme in Theme:
        for place in range(pages.count(picture)):
            one_page = replace(picture, spec=replace(picture.spec, theme=theme), page=place)
            assert pages.sheet(one_page) == pages.sheets(picture)[place]
    assert not ruler.broken


def test_what_is_not_kept_is_laid_out_from_the_beginning() -> None:
    ruler = CountingRuler()
    pages = Pages(ruler)
    kept, gone = drawn(many_notes(3), (ENGLISH,)), drawn(step(lines=3), (ENGLISH,))
    pages.count(kept)
    pages.count(gone)
    pages.keep_only(kept, None)
    ruler.broken.clear()
    pages.count(kept)
    assert not ruler.broken
    pages.count(gone)
    assert SAID[0] in ruler.broken
    pages.forget()
    ruler.broken.clear()
    pages.count(kept)
    assert SAID[0] in ruler.broken


def test_only_a_few_pages_are_remembered() -> None:
    ruler = CountingRuler()
    pages = Pages(ruler)
    for place in range(CACHED + 1):
        pages.count(drawn(replace(step(), said=(f"Line {place}",)), (ENGLISH,)))
    ruler.broken.clear()
    pages.count(drawn(replace(step(), said=(f"Line {CACHED}",)), (ENGLISH,)))
    assert not ruler.broken
    pages.count(drawn(replace(step(), said=("Line 0",)), (ENGLISH,)))
    assert "Line 0" in ruler.broken
