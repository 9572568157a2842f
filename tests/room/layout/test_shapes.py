"""The pages of a pulse: each statement begins a sheet, and no dot leaves its column."""

import pytest

from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.setting import BODY, SIDE
from facilitator.room.layout.sheet import DotsItem, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import ShapePage, ShapesPage, Spec
from tests.helpers.rulers import FixedRuler

BOTH = (WELSH, ENGLISH)
LABELS = (Words.of("not true"), Words(), Words.of("partly"), Words(), Words.of("very true"))
COLUMNS = ((0, 2, 3, 4, 2), (0, 3, 9, 14, 12), (40, 0, 0, 2, 0), (2, 2, 2, 2, 2))


def spoken(text: str) -> Words:
    """Return a text in both languages."""
    return Words(tuple((language, f"{text} {language}") for language in BOTH))


def a_page() -> ShapesPage:
    """Return statements with dots, one with words, and one with nothing to show."""
    dots = tuple(
        ShapePage(spoken(f"Statement {place}"), spoken("We answered."), columns, LABELS)
        for place, columns in enumerate(COLUMNS)
    )
    row = (spoken("Lower"), spoken("most of us"))
    in_words = ShapePage(spoken("Statement 4"), spoken("We answered."), rows=(row, row, row))
    none = ShapePage(spoken("Statement 5"), spoken("Let us talk."))
    return ShapesPage((*dots, in_words, none), foot=spoken("Ours."))


def sheets_of(languages: tuple[Language, ...], spec: Spec) -> tuple[Sheet, ...]:
    return lay_out(a_page(), languages, spec, FixedRuler())


every_board = pytest.mark.parametrize(
    ("languages", "spec"),
    [
        (languages, Spec(height=height, ratio=ratio))
        for languages in ((ENGLISH,), BOTH)
        for height in (823, 1080, 1440)
        for ratio in (3, 5, 7)
    ],
)


@every_board
def test_each_statement_begins_a_sheet(languages: tuple[Language, ...], spec: Spec) -> None:
    texts = ([i for i in s.items if isinstance(i, TextItem)] for s in sheets_of(languages, spec))
    begun = [words for first, *_rest in texts if (words := first.lines[0]).startswith("Statement")]
    assert len(begun) == len(a_page().shapes)


@every_board
def test_every_dot_is_on_the_board_in_its_column_and_says_how_many_there_are(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    seen = []
    for sheet in sheets_of(languages, spec):
        dots = [item for item in sheet.items if isinstance(item, DotsItem)]
        seen += [item.count for item in dots]
        rules = [item.area.y for item in sheet.items if isinstance(item, RuleItem)]
        for place, item in enumerate(dots):
            left = SIDE + place * BODY / len(dots)
            for dot in item.dots:
                assert left <= dot.x
                assert dot.right <= left + BODY / len(dots)
                assert dot.y >= 0
                assert any(dot.bottom <= rule for rule in rules)
            assert item.spoken in sheet.text
            assert item.spoken.endswith(f": {item.count}")
    assert seen == [count for columns in COLUMNS for count in columns]
