"""The layout of pages on boards of any size: nothing too small, cut off or overlapping."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.sheet import (
    BandItem,
    BoxItem,
    HillsItem,
    RingItem,
    Role,
    RuleItem,
    Sheet,
    Sign,
    SignItem,
    TextItem,
    TickItem,
)
from facilitator.room.layout.today import OUT
from facilitator.room.pages.picture import (
    WIDTH,
    CalmPage,
    Content,
    DayPart,
    GatherPage,
    ListPage,
    Mark,
    MessagePage,
    Note,
    NotesPage,
    PartMark,
    RoomPicture,
    Scene,
    ScenePage,
    Spec,
    StepPage,
    Strip,
    TimeShown,
    TodayPage,
    letter_of,
)
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.pictures import (
    BOTH,
    LONG_WORD,
    agreement,
    every_kind,
    many_notes,
    notes,
    reading,
    step,
)
from tests.helpers.rulers import FixedRuler

ONE = (ENGLISH,)
RULER = FixedRuler()
SPECS = st.builds(
    Spec,
    height=st.sampled_from([1080, 1200, 1440]),
    ratio=st.floats(3, 7),
    low_vision=st.booleans(),
    captions=st.booleans(),
)
PLAIN = st.text(st.sampled_from("abcdefghij klm nop’é "), max_size=220)
WORDS = st.builds(
    lambda cy, en: Words.from_mapping({"cy": cy.strip(), "en": en.strip()}), PLAIN, PLAIN
)
SHORT = st.text(st.sampled_from("abc de"), max_size=30).map(lambda text: Words.of(text.strip()))
TIMES = st.none() | st.builds(TimeShown, st.integers(0, 240), st.integers(0, 12))
NOTES = st.lists(PLAIN.filter(str.strip), max_size=14).map(
    lambda texts: tuple(Note(letter_of(place), text) for place, text in enumerate(texts))
)
PARTS = st.builds(
    DayPart, st.just("13:00"), WORDS, st.sampled_from(PartMark), is_break=st.booleans()
)
WITH_STRIP = [kind for kind in every_kind() if not isinstance(kind[1], TodayPage)]
CONTENTS = st.one_of(
    st.builds(StepPage, WORDS, WORDS, WORDS, TIMES, WORDS, st.lists(PLAIN, max_size=20).map(tuple)),
    st.builds(
        GatherPage, SHORT, WORDS, st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple), WORDS
    ),
    st.builds(MessagePage, WORDS, WORDS, WORDS),
    st.builds(
        ScenePage,
        st.sampled_from(Scene),
        WORDS,
        SHORT,
        st.lists(WORDS, max_size=2).map(tuple),
        st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
    ),
    st.builds(
        TodayPage,
        WORDS,
        st.lists(PARTS, max_size=14).map(tuple),
        WORDS,
    ),
    st.builds(NotesPage, WORDS, NOTES, WORDS),
    st.builds(
        ListPage,
        WORDS,
        NOTES,
        st.sampled_from(list(Mark)),
        WORDS,
        st.lists(WORDS, max_size=3).map(tuple),
    ),
)
LANGUAGES = st.sampled_from([ONE, BOTH])
STRIPS = st.builds(Strip, WORDS, WORDS, WORDS) | st.just(
    Strip(
        *(Words.from_mapping({"cy": text, "en": text}) for text in ("Now: Pairs", "Next: Tea", ""))
    )
)


def sheets(content: Content, languages: tuple[Language, ...] = ONE) -> list[Sheet]:
    return list(lay_out(content, languages, Spec(), RULER))


def texts(sheet: Sheet) -> list[TextItem]:
    return [item for item in sheet.items if isinstance(item, TextItem)]


def meets(item: TextItem | RingItem | BoxItem, other: TextItem | RingItem | BoxItem) -> bool:
    a, b = item.area, other.area
    return (
        min(a.right, b.right) - max(a.x, b.x) > 0.5
        and min(a.bottom, b.bottom) - max(a.y, b.y) > 0.5
    )


def assert_whole(laid: list[Sheet], spec: Spec) -> None:
    lowest = spec.height * (0.8 if spec.captions else 1)
    for sheet in laid:
        for item in sheet.items:
            if isinstance(item, HillsItem):
                continue  # from edge to edge, under no text
            out = OUT if isinstance(item, BandItem) else 0
            assert item.area.x >= 95 - out
            assert item.area.right <= WIDTH - 95 + out
            assert item.area.y >= 71
            assert item.area.bottom <= lowest + 0.5
        words = texts(sheet)
        assert all(item.style.size >= spec.least - 0.001 for item in words)
        assert not [pair for pair in combinations(words, 2) if meets(*pair)]
        rings = [item for item in sheet.items if isinstance(item, RingItem)]
        beside = [item for item in words if item.style.role is not Role.TIME]
        assert not [(ring, item) for ring in rings for item in beside if meets(ring, item)]
        boxes = [item for item in sheet.items if isinstance(item, BoxItem)]
        assert not [pair for pair in combinations(boxes, 2) if meets(*pair)]


@settings(max_examples=150, deadline=None)
@given(CONTENTS, LANGUAGES, SPECS)
def test_whatever_people_write_nothing_is_cut_or_small_or_in_the_way(
    content: Content, languages: tuple[Language, ...], spec: Spec
) -> None:
    laid = list(lay_out(content, languages, spec, RULER))
    assert laid
    assert_whole(laid, spec)


@settings(max_examples=150, deadline=None)
@given(CONTENTS, LANGUAGES, SPECS, STRIPS)
def test_under_whatever_people_write_the_strip_is_whole_and_in_nobodys_way(
    content: Content, languages: tuple[Language, ...], spec: Spec, strip: Strip
) -> None:
    laid = list(lay_out(content, languages, spec, RULER, strip))
    assert_whole(laid, spec)
    letters = Counter("".join(sheet.text for sheet in laid))
    for words in (strip.following, strip.pause):
        wanted = letters_of(words, languages)
        assert wanted <= letters
        letters -= wanted
    if not letters_of(strip.now, languages) <= letters:  # no room: the page says that itself
        every = [Counter(sheet.text) for sheet in laid]
        assert all(
            letters_of(strip.following, languages) <= sheet_letters for sheet_letters in every
        )


def letters_of(words: Words, languages: tuple[Language, ...]) -> Counter[str]:
    """Return the letters of words in these languages, without spaces."""
    parts = (dict(words.texts).get(language, "") for language in languages)
    return Counter("".join("".join(parts).split()))


def test_where_the_strip_takes_too_much_it_leaves_out_what_is_now_before_it_leaves_the_sheets() -> (
    None
):
    strip = Strip(
        say_in((ENGLISH,), Key.STRIP_NOW, step="What made it hard to speak up here?"),
        say_in((ENGLISH,), Key.STRIP_NEXT, step="Tea and one line each"),
        say_in((ENGLISH,), Key.STRIP_BREAK, time="10:45"),
    )
    page = MessagePage(Words.of("Break"), Words.of("Stay with it for a moment. " * 9))
    near, far, furthest = (
        list(lay_out(page, (ENGLISH,), Spec(1080, ratio=ratio), RULER, strip))
        for ratio in (5, 7, 8)
    )
    for laid, has_now in ((near, True), (far, False)):
        for sheet in laid:
            assert ("Now:" in sheet.text) is has_now
            assert "Next:" in sheet.text
            assert "10:45" in sheet.text
    assert len(furthest) > 1
    assert sum("10:45" in sheet.text for sheet in furthest) >= 1


@pytest.mark.parametrize("height", [1080, 1440])
@pytest.mark.parametrize(("name", "content", "languages"), WITH_STRIP)
def test_the_strip_stands_under_every_sheet_of_every_kind_of_page(
    name: str, content: Content, languages: tuple[Language, ...], height: int
) -> None:
    strip = Strip(
        say_in(languages, Key.STRIP_NOW, step="In pairs"),
        say_in(languages, Key.STRIP_NEXT, step="Tea and one line each"),
        say_in(languages, Key.STRIP_BREAK, time="10:45"),
    )
    spec = Spec(height, ratio=3.5)
    laid = list(lay_out(content, languages, spec, RULER, strip))
    assert_whole(laid, spec)
    for sheet in laid:
        signs = [
            item
            for item in sheet.items
            if isinstance(item, SignItem) and item.sign in (Sign.NOW, Sign.NEXT, Sign.BREAK)
        ]
        assert len(signs) == 3 * len(languages), name
        assert sheet.text.count("10:45") == len(languages)


def test_a_calm_page_has_no_strip() -> None:
    now = Strip(Words.of("Now: In pairs"), Words.of("Next: Tea"))
    assert lay_out(CalmPage(), ONE, Spec(), RULER, now) == (Sheet(1080),)


@settings(max_examples=100, deadline=None)
@given(NOTES, SPECS)
def test_every_character_of_every_note_is_on_some_sheet(
    lines: tuple[Note, ...], spec: Spec
) -> None:
    laid = lay_out(NotesPage(Words.of("Heading"), lines), ONE, spec, RULER)
    text = "".join(
        line
        for sheet in laid
        for item in texts(sheet)
        if item.style.role is Role.LINE
        for line in item.lines
    )
    assert text.replace(" ", "") == "".join("".join(note.text.split()) for note in lines)


@settings(max_examples=60, deadline=None)
@given(SPECS, st.integers(0, 59), st.integers(0, 59))
def test_a_page_keeps_its_shape_while_its_minutes_go_by(
    spec: Spec, minutes: int, later: int
) -> None:
    earlier, later_sheets = (
        lay_out(step(lines=5, time=TimeShown(left, 4)), ONE, spec, RULER)
        for left in (minutes, later)
    )
    assert len(earlier) == len(later_sheets)
    for before, after in zip(earlier, later_sheets, strict=True):
        still = [
            [item for item in texts(sheet) if item.style.role not in {Role.TIME, Role.FOOT}]
            for sheet in (before, after)
        ]
        assert still[0] == still[1]


@pytest.mark.parametrize(
    ("name", "content", "languages"), every_kind(), ids=[name for name, _, _ in every_kind()]
)
def test_every_kind_of_page_stands_on_a_usual_board(
    name: str, content: Content, languages: tuple[Language, ...]
) -> None:
    assert name
    assert_whole(list(lay_out(content, languages, Spec(), RULER)), Spec())


def test_a_calm_page_holds_nothing() -> None:
    (sheet,) = sheets(CalmPage())
    assert sheet.items == ()


def test_the_question_stands_at_a_third_to_a_half_more_than_the_least_size() -> None:
    (sheet,) = sheets(step())
    (question,) = [item for item in texts(sheet) if item.style.role is Role.HEADING]
    assert 1.3 <= question.style.size / Spec().least <= 1.5


def test_the_minutes_stand_inside_the_ring_at_the_lower_right() -> None:
    (sheet,) = sheets(step())
    (ring,) = [item for item in sheet.items if isinstance(item, RingItem)]
    (minutes,) = [item for item in texts(sheet) if item.style.role is Role.TIME]
    assert minutes.lines == ("3 min",)
    assert ring.twelfths == 8
    assert ring.area.x > WIDTH / 2
    assert ring.area.y < minutes.area.y < minutes.area.bottom < ring.area.bottom


def test_when_time_is_over_the_ring_is_empty_and_says_no_minutes() -> None:
    (sheet,) = sheets(step(time=TimeShown(0, 0)))
    (ring,) = [item for item in sheet.items if isinstance(item, RingItem)]
    assert ring.twelfths == 0
    assert not [item for item in texts(sheet) if item.style.role is Role.TIME]


def test_welsh_stands_left_of_english_with_a_line_between() -> None:
    sheet = sheets(step(languages=BOTH), (ENGLISH, WELSH))[0]
    questions = [item for item in texts(sheet) if item.style.role is Role.HEADING]
    assert [item.lines[0].split()[0] for item in questions] == ["Pryd", "When"]
    welsh, english = questions
    assert welsh.style.size == english.style.size
    (between,) = [
        item.area
        for item in sheet.items
        if isinstance(item, RuleItem) and item.area.height > item.area.width
    ]
    assert welsh.area.right <= between.x < between.right <= english.area.x


def test_no_line_holds_both_languages() -> None:
    welsh, english = say_in(BOTH, Key.READING_FIRST), say_in(ONE, Key.READING_FIRST)
    items = [item for sheet in sheets(reading(BOTH), BOTH) for item in texts(sheet)]
    whole = [" ".join(item.lines) for item in items]
    assert welsh.in_(WELSH) in whole
    assert english.first in whole


def test_a_page_with_words_in_one_language_has_one_column() -> None:
    for content in (notes("One", "Two"), MessagePage(Words.of("Welcome"))):
        (sheet,) = sheets(content, BOTH)
        rules = [item.area for item in sheet.items if isinstance(item, RuleItem)]
        assert not [area for area in rules if area.height > area.width]


def test_notes_of_one_sheet_are_of_one_size_and_keep_their_order() -> None:
    laid = sheets(many_notes(12))
    letters = [
        item.lines[0] for sheet in laid for item in texts(sheet) if item.style.role is Role.LETTER
    ]
    assert letters == [letter_of(place) for place in range(12)]
    boxes = [item.area for item in laid[0].items if isinstance(item, BoxItem)]
    assert len({(box.width, box.height) for box in boxes}) == 1
    assert len({box.x for box in boxes}) == 1


def test_a_note_that_is_longer_than_a_page_runs_on() -> None:
    laid = sheets(notes("words and " * 120))
    assert len(laid) > 1
    assert all("A" in sheet.text.splitlines() for sheet in laid)


def test_a_word_that_is_too_long_is_broken_and_nothing_is_left_out() -> None:
    (sheet,) = sheets(notes(LONG_WORD))
    (line,) = [item for item in texts(sheet) if item.style.role is Role.LINE]
    assert "".join(line.lines) == LONG_WORD
    assert "…" not in sheet.text


def test_sheets_carry_their_number_only_when_there_are_several() -> None:
    assert "1 of 1" not in sheets(many_notes(2))[0].text
    laid = sheets(many_notes(12))
    assert [f"{place + 1} of {len(laid)}" in sheet.text for place, sheet in enumerate(laid)] == [
        True
    ] * len(laid)
    assert Pages(RULER).count(RoomPicture(many_notes(12))) == len(laid)


@pytest.mark.parametrize("count", [0, 1, 20])
def test_the_newest_said_line_is_on_the_last_sheet(count: int) -> None:
    page = StepPage(
        Words.of("In pairs"),
        Words.of("What helps?"),
        said=tuple(f"Line number {place}" for place in range(count)),
    )
    laid = sheets(page)
    if count:
        assert f"Line number {count - 1}" in laid[-1].text
    assert "What helps?" in laid[0].text


def test_agreed_lines_have_ticks_and_lettered_lines_letters() -> None:
    (ticked,) = sheets(agreement())
    assert len([item for item in ticked.items if isinstance(item, TickItem)]) == 4
    (lettered,) = sheets(agreement(Mark.RECORD))
    assert [i.lines for i in texts(lettered) if i.style.role is Role.LETTER] == [
        ("A",),
        ("B",),
        ("C",),
        ("D",),
    ]


def test_a_size_that_fits_on_no_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        lay_out(step(lines=5), ONE, Spec(600, ratio=60), RULER)


def test_what_stands_above_the_minutes_stays_when_time_is_over() -> None:
    running, over = (
        sheets(step(languages=BOTH, time=TimeShown(minutes, 1)), BOTH)[0] for minutes in (1, 0)
    )
    assert "1 mun · 1 min" in running.text
    assert "min" not in over.text
    assert [item for item in texts(over) if item in running.items] == texts(over)


def test_a_heading_too_long_for_a_head_comes_before_its_notes() -> None:
    page = NotesPage(Words.of("A very long heading " * 12), (Note("A", "One voice at a time"),))
    laid = sheets(page)
    assert "heading" in laid[0].text
    assert "One voice" in laid[-1].text
    assert len(laid) > 1


def test_a_question_is_set_closer_rather_than_broken() -> None:
    laid = lay_out(step(languages=BOTH), BOTH, Spec(height=1440), RULER)
    for sheet in laid[1:]:
        assert not [item for item in texts(sheet) if item.style.role is Role.HEADING]
