"""Every page has one frame: head, body and foot are in the same slots on each of its sheets."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise, product

import pytest

from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.setting import Setting
from facilitator.room.layout.sheet import Area, BoxItem, RingItem, Role, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import (
    Content,
    NotesPage,
    RoomPicture,
    Spec,
    Theme,
    TimeShown,
    letter_of,
)
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.pictures import BOTH, agreement, every_kind, many_notes, notes, step
from tests.helpers.rulers import FixedRuler

ONE = (ENGLISH,)
RULER = FixedRuler()
SIX_MINUTES = TimeShown(6, 9, digits=1)
SHORT = notes(*(f"Line number {place}" for place in range(12)))
TIMED_NOTES = replace(SHORT, time=SIX_MINUTES, time_room=SIX_MINUTES)
PINNED = replace(step(), pin_label=say_in(ONE, Key.AGREEMENT_TITLE), pin="One voice at a time")
EVERY_PAGE: tuple[tuple[str, Content, tuple[Language, ...]], ...] = (
    *every_kind(),
    ("notes-timed", TIMED_NOTES, ONE),
    ("notes-timed-both", TIMED_NOTES, BOTH),
    ("one", replace(TIMED_NOTES, alone=True), ONE),
    ("pinned", PINNED, ONE),
)
SHAPES = tuple(
    Spec(height, ratio=ratio)
    for height, ratio in product((823, 1080, 1200, 1440), (3, 5, 7, 9))  # 21:9 to 4:3
)


def texts(sheet: Sheet, role: Role) -> list[TextItem]:
    return [i for i in sheet.items if isinstance(i, TextItem) and i.style.role is role]


def foot_rules(sheet: Sheet) -> list[Area]:
    return [i.area for i in sheet.items if isinstance(i, RuleItem) and i.over_foot]


def test_on_a_usual_board_the_slots_are_where_they_are_drawn() -> None:
    first, *_later = lay_out(TIMED_NOTES, ONE, Spec(), RULER)
    heading = first.items[0]
    assert isinstance(heading, TextItem)
    assert (heading.area.y, heading.area.bottom) == (72, 152)
    cards = [item.area for item in first.items if isinstance(item, BoxItem)]
    assert (cards[0].y, cards[-1].bottom) == (176, 880)
    assert [rule.y for rule in foot_rules(first)] == [904]
    (number,) = texts(first, Role.PAGE)
    assert number.lines == ("1 of 2",)
    sentence, minutes = texts(first, Role.FOOT)
    assert minutes.lines == ("6 min",)
    for item in (sentence, number, minutes):
        assert (item.area.y, item.area.bottom) == (928, 1008)
    (ring,) = [item for item in first.items if isinstance(item, RingItem)]
    assert sentence.area.right < number.area.x < number.area.right < ring.area.x
    assert ring.area.right < minutes.area.x < minutes.area.right == 1824


def test_every_sheet_of_every_page_has_its_head_and_foot_in_the_same_slots() -> None:
    for spec in SHAPES:
        pages = Pages(RULER)
        for name, content, languages in EVERY_PAGE:
            sheets = pages.sheets(RoomPicture(content, languages, spec))
            rules = {rule for sheet in sheets for rule in foot_rules(sheet)}
            assert len(rules) <= 1, name
            numbers = [item.area for sheet in sheets for item in texts(sheet, Role.PAGE)]
            assert len(numbers) == (len(sheets) if len(sheets) > 1 else 0), name
            assert len(set(numbers)) <= 1, name
            for rule in rules:
                assert_on_rows(rule, Setting(languages, spec, RULER), name)
                for sheet in sheets:
                    assert_body_is_over(rule, sheet, name)


def assert_on_rows(rule: Area, setting: Setting, name: str) -> None:
    """See that under the rule there are whole rows."""
    rows = (setting.usable - rule.y - setting.apart) / setting.row_height
    assert rows == round(rows) > 0, name


def assert_body_is_over(rule: Area, sheet: Sheet, name: str) -> None:
    """See that nothing of a sheet crosses the rule over its foot."""
    for item in sheet.items:
        above = item.area.bottom <= rule.y
        below = item.area.y >= rule.bottom or item.area == rule
        assert above or below, name


def test_the_number_of_a_page_is_in_the_same_place_on_pages_of_every_kind() -> None:
    for spec in (shape for shape in SHAPES if shape.ratio <= 5):
        kinds = [entry for entry in EVERY_PAGE if entry[2] == ONE]
        places: dict[object, set[tuple[float, float]]] = defaultdict(set)
        for _name, content, languages in kinds:
            time = getattr(content, "time", None)
            digits = time.digits if isinstance(time, TimeShown) else 0
            slot = digits, bool(getattr(content, "back_at", None))
            first = lay_out(content, languages, spec, RULER)[0]
            places[slot] |= {(i.area.right, i.area.y) for i in texts(first, Role.PAGE)}
        assert all(len(places[slot]) <= 1 for slot in places), spec


def test_no_rule_is_drawn_over_a_foot_that_says_nothing() -> None:
    (quiet,) = lay_out(step(), ONE, Spec(), RULER)
    assert not foot_rules(quiet)
    cue = replace(step(), foot=say_in(ONE, Key.CLOSE_SOON))
    for page in (cue, PINNED, agreement()):
        assert foot_rules(lay_out(page, ONE, Spec(), RULER)[0])


def test_colours_move_nothing() -> None:
    for _name, content, languages in EVERY_PAGE:
        laid = {lay_out(content, languages, Spec(theme=theme), RULER) for theme in Theme}
        assert len(laid) == 1


def test_six_short_lines_share_a_page_and_fill_it() -> None:
    laid = lay_out(SHORT, ONE, Spec(), RULER)
    assert len(laid) == 2
    for sheet in laid:
        cards = [item.area for item in sheet.items if isinstance(item, BoxItem)]
        assert len(cards) == 6
        assert {card.height for card in cards} == {104}
        assert {card.width for card in cards} == {1728}


def test_a_line_that_needs_two_rows_takes_two_slots() -> None:
    long = "A line of many words, more than there is room for on one row of the board today"
    lines = (replace(SHORT.notes[0], text=long), *SHORT.notes[1:])
    sheet = lay_out(replace(SHORT, notes=lines), ONE, Spec(), RULER)[0]
    cards = [item.area for item in sheet.items if isinstance(item, BoxItem)]
    assert [card.height for card in cards] == [224, 104, 104, 104, 104]


def test_one_line_fills_its_page_and_its_letter_is_as_large() -> None:
    alone = replace(many_notes(3), alone=True)
    for sheet in lay_out(alone, ONE, Spec(), RULER):
        (card,) = [item.area for item in sheet.items if isinstance(item, BoxItem)]
        assert (card.y, card.bottom) == (176, 880)
        (letter,), (line,) = texts(sheet, Role.LETTER), texts(sheet, Role.LINE)
        assert letter.style.size == line.style.size >= 1.5 * Spec().least
        assert letter.area.y == line.area.y


def overview(count: int, languages: tuple[Language, ...] = ONE) -> NotesPage:
    """Return an overview of so many short lines."""
    lines = notes(*(f"Line number {place}" for place in range(count)))
    return replace(lines, overview=True, foot=say_in(languages, Key.OVERVIEW_FOOT))


def smallest(sheet: Sheet) -> float:
    return min(item.style.size for item in sheet.items if isinstance(item, TextItem))


@pytest.mark.parametrize(("count", "columns", "rows"), [(12, 2, 6), (18, 3, 6), (24, 3, 8)])
def test_an_overview_has_all_lines_on_one_page_lettered_down_the_columns(
    count: int, columns: int, rows: int
) -> None:
    (sheet,) = lay_out(overview(count), ONE, Spec(), RULER)
    cards = [item.area for item in sheet.items if isinstance(item, BoxItem)]
    assert len(cards) == count
    assert len({card.x for card in cards}) == columns
    assert len({card.y for card in cards}) == rows
    assert len({(card.width, card.height) for card in cards}) == 1
    assert cards == sorted(cards, key=lambda card: (card.x, card.y))
    letters = [item.lines[0] for item in texts(sheet, Role.LETTER)]
    assert letters == [letter_of(place) for place in range(count)]


def test_an_overview_says_that_it_is_one_and_is_never_too_small() -> None:
    for spec, count, languages in product(SHAPES, (5, 18, 24, 60), (ONE, BOTH)):
        sheets = lay_out(overview(count, languages), languages, spec, RULER)
        letters = [i.lines[0] for sheet in sheets for i in texts(sheet, Role.LETTER)]
        assert letters == [letter_of(place) for place in range(count)]
        for sheet in sheets:
            assert smallest(sheet) >= 32
            assert [item.style.size for item in texts(sheet, Role.FOOT)] == [spec.least] * len(
                texts(sheet, Role.FOOT)
            )
    words = " ".join(lay_out(overview(18), ONE, Spec(), RULER)[0].text.split())
    assert "Overview: ask for any line to be read large" in words


def test_cards_of_an_overview_are_in_nobodys_way() -> None:
    long = "A longer line that needs several rows where its column is narrow " * 3
    lines = (replace(note, text=long) for note in overview(9).notes)
    page = replace(overview(9), notes=(*lines, *overview(24).notes[9:]))
    for spec in SHAPES:
        for sheet in lay_out(page, ONE, spec, RULER):
            cards = [item.area for item in sheet.items if isinstance(item, BoxItem)]
            for above, below in pairwise(cards):
                assert above.right < below.x or above.bottom < below.y
            for line in texts(sheet, Role.LINE):
                assert any(
                    card.x < line.area.x
                    and line.area.right < card.right
                    and card.y <= line.area.y + 0.01
                    and line.area.bottom <= card.bottom + 0.01
                    for card in cards
                )


def test_no_other_page_has_text_under_the_least_size() -> None:
    for spec in SHAPES:
        pages = Pages(RULER)
        for name, content, languages in EVERY_PAGE:
            for sheet in pages.sheets(RoomPicture(content, languages, spec)):
                if any(isinstance(item, TextItem) for item in sheet.items):
                    assert smallest(sheet) >= spec.least - 0.001, name
