"""The rules for typed text: which characters are saved, which can be seen, how they are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from facilitator.domain.text.text import (
    LONGEST_GRAPHEME,
    clean_line,
    cut,
    fits_on_a_line,
    graphemes,
    length,
    shows_something,
    without_controls,
)

WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
SAMPLES = (  # one text in each of many scripts, and what else people type
    "It's easier to say no – in Welsh: mae'n haws. Copïau, mẁg, casáu.",
    "w\u0302 a y\u0302 wedi'u datgyfansoddi",
    "می‌خواهم و می‌توانم",
    "مع السلامة، ٣ مرات",
    "היום יום שלישי",
    "हिन्दी में क्षमा कीजिए",
    "বাংলায় ক্ষমা",
    "മലയാളം ക്ഷ",
    "ภาษาไทยนี้ดีที่สุด น้ำ",
    "한국어로 말해요 각",
    "日本語で話します。が",
    "👍🏽 👩🏽‍💻 👨‍👩‍👧‍👦 ❤️ 🇬🇧🇩🇪 1️⃣ " + WALES,
    "Zürich Ångström cafe\u0301",
)


def by_qt(text: str) -> int:
    """Return how many steps a text field's cursor takes over a text."""
    layout, place, steps = QTextLayout(text), 0, 0
    end = len(text.encode("utf-16-le")) // 2
    while place < end:
        place, steps = layout.nextCursorPosition(place), steps + 1
    return steps


@pytest.mark.parametrize(
    "unseen",
    ["\u200b", "\u2060", "\u00ad", "\ufe0f", "\u200f", "\U000e0041", "\u3164", "\u2800", " \u200d"],
)
def test_a_text_of_which_nothing_can_be_seen_is_a_pass(unseen: str) -> None:
    assert clean_line(unseen) == ""
    assert not shows_something(unseen)


@pytest.mark.parametrize("stray", ["\u202e", "\u202a", "\u2066", "\u2069", "\0", "\x1b", "\ud800"])
def test_controls_and_signs_of_direction_without_an_end_go(stray: str) -> None:
    assert clean_line(f"a{stray}b") == "ab"
    assert not fits_on_a_line(f"a{stray}b")


def test_a_tag_stays_only_where_it_spells_a_flag() -> None:
    assert clean_line(f"Cymru {WALES}\U000e0041!") == f"Cymru {WALES}!"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000", "\n", "\t", "\u2028", "  "])
def test_every_space_becomes_one_plain_space(space: str) -> None:
    assert clean_line(f"{space}a{space}b{space}") == "a b"


def test_a_tamil_consonant_without_its_vowel_is_a_character_of_its_own() -> None:
    assert length("தமிழில் நன்றி") == 8


@pytest.mark.parametrize(
    "text", [*SAMPLES, "தமிழில் நன்றி", "\u2067מה שלומך\u2069?", "\u200eא\u200f", "ម\u200bខ"]
)
def test_what_people_write_stays_as_they_write_it(text: str) -> None:
    assert clean_line(text) == text
    assert fits_on_a_line(text)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert without_controls(without_controls(text)) == without_controls(text)
    assert not clean_line(text) or shows_something(clean_line(text))
    assert fits_on_a_line(clean_line(text))


@pytest.mark.parametrize("text", SAMPLES)
def test_characters_are_counted_as_a_text_field_steps_over_them(text: str) -> None:
    assert length(text) == by_qt(text)


@given(st.text(), st.integers(0, 40))
def test_a_text_is_cut_between_characters(text: str, most: int) -> None:
    assert "".join(graphemes(text)) == text
    assert graphemes(cut(text, most)) == graphemes(text)[:most]
    assert length(cut(text, most)) == min(most, length(text))


def test_no_character_is_longer_than_any_writing_needs() -> None:
    assert length("a" + "\u0301" * 10_000) > 10_000 // LONGEST_GRAPHEME


def test_letters_of_one_code_point_are_counted_alone_and_fit_on_a_line() -> None:
    for point in (*range(0x20, 0x7F), *range(0xA0, 0x300), *range(0x2010, 0x205F)):
        text = f"a{chr(point)}b"
        assert length(text) == len(graphemes(text)), hex(point)
        assert fits_on_a_line(text) == (point not in range(0x2028, 0x202F)), hex(point)
