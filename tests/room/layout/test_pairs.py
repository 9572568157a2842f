"""Two times of a pulse side by side: on one scale, each under its name, and never off the board."""

from facilitator.domain.text.language import Language
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.setting import GUTTER, SIDE
from facilitator.room.layout.sheet import DotsItem, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import PairPage, ShapePage, ShapesPage, Spec
from tests.helpers.rulers import FixedRuler
from tests.room.layout.test_shapes import LABELS, every_board, spoken

HALF = 1920 / 2
LONG = " ".join(["somebody explains why, and listens to what I know about it,"] * 3)


def in_dots(name: str, *columns: int) -> ShapePage:
    return ShapePage(spoken(name), spoken("We answered."), columns, LABELS)


def in_words(name: str) -> ShapePage:
    bands = ("Lower", "Middle", "Higher")
    rows = tuple((spoken(band), spoken("few or none")) for band in bands)
    return ShapePage(spoken(name), spoken("We answered."), rows=rows)


NO_DIFFERENCE = ShapePage(spoken("Now"), spoken("No clear difference."))
PAIRS = (
    PairPage(
        spoken("Statement 0"), in_dots("Earlier", 2, 0, 3, 0, 3), in_dots("Now", 0, 0, 0, 4, 4)
    ),
    PairPage(spoken("Statement 1"), in_dots("Earlier", 0, 40, 0, 0, 2), NO_DIFFERENCE),
    PairPage(spoken("Statement 2"), in_words("Earlier"), in_words("Now")),
    PairPage(spoken("Statement 3"), in_words("Earlier"), NO_DIFFERENCE),
    PairPage(spoken(f"Statement 4 {LONG}"), in_dots("Earlier", 2, 2, 2, 2, 2), NO_DIFFERENCE),
)
PAGE = ShapesPage((), PAIRS, spoken("Side by side"), spoken("Perhaps other people."))


def sheets_of(languages: tuple[Language, ...], spec: Spec) -> tuple[Sheet, ...]:
    return lay_out(PAGE, languages, spec, FixedRuler())


def dots_on(sheet: Sheet) -> list[DotsItem]:
    return [item for item in sheet.items if isinstance(item, DotsItem)]


@every_board
def test_every_dot_is_in_its_half_over_its_rule_and_says_when_it_was(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    counts = []
    for sheet in sheets_of(languages, spec):
        rules = [item.area.y for item in sheet.items if isinstance(item, RuleItem)]
        for item in dots_on(sheet):
            counts.append(item.count)
            is_left = item.area.x < HALF
            assert ("Earlier" in item.spoken) is is_left
            for dot in item.dots:
                assert dot.x >= (SIDE if is_left else HALF + GUTTER / 2)
                assert dot.right <= (HALF - GUTTER / 2 if is_left else 1920 - SIDE)
                assert any(dot.bottom <= rule for rule in rules)
    assert counts == [2, 0, 3, 0, 3, 0, 0, 0, 4, 4, 0, 40, 0, 0, 2, 2, 2, 2, 2, 2]


@every_board
def test_dots_of_both_times_have_one_size(languages: tuple[Language, ...], spec: Spec) -> None:
    for sheet in sheets_of(languages, spec):
        assert len({item.size for item in dots_on(sheet)}) <= 1


@every_board
def test_the_names_of_the_times_are_on_each_sheet_with_answers(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    for sheet in sheets_of(languages, spec):
        texts = sheet.text
        if dots_on(sheet) or "few or none" in texts or "No clear" in texts:
            assert "Earlier" in texts
            assert "Now" in texts


@every_board
def test_the_caption_comes_first_and_no_text_is_smaller_than_the_least(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    first, *others = sheets_of(languages, spec)
    assert "Side by side" in first.text
    sizes = [i.style.size for s in (first, *others) for i in s.items if isinstance(i, TextItem)]
    assert min(sizes) >= spec.least
