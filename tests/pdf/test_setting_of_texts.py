"""How texts are set: fonts that have the letters, lines that fit, words that break well."""

from random import Random

import pytest

from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.domain.text.text import clean_line, graphemes
from facilitator.domain.time.dates import day
from facilitator.pdf.fonts import LATIN, every_file, stack_of
from facilitator.pdf.lines import set_text
from facilitator.pdf.shaping import clean, font_stack
from facilitator.pdf.typeface import typeface
from facilitator.record.phrases import Phrase, phrase
from facilitator.record.styles import ACCENT, BODY, INK, SOFT_INK, TINTS, WARM, WHITE
from facilitator.sentences import offered, sentences
from tests.helpers.records import MANY_SCRIPTS, a_summary


@pytest.mark.parametrize("weight", LATIN)
def test_our_own_face_has_every_letter_of_welsh(weight: int) -> None:
    face = typeface(LATIN[weight])
    letters = "âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"
    missing = [letter for letter in letters + letters.upper() if not face.glyph_of(letter)]
    assert missing == []


def test_every_font_file_is_there() -> None:
    assert [font.file for font in every_file() if not font.path.exists()] == []


@pytest.mark.parametrize("line", MANY_SCRIPTS)
def test_our_fonts_have_what_people_write(line: str) -> None:
    faces = font_stack(400).faces
    unseen = "\u200d\ufe0f "
    missing = [
        character
        for character in line
        if character not in unseen
        and not 0xE0000 <= ord(character) < 0xE0080
        and not any(face.glyph_of(character) for face in faces)
    ]
    assert missing == []


def test_the_fallbacks_are_as_heavy_as_they_can_be() -> None:
    assert {font.weight for font in stack_of(800)} == {None, 700, 600}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 400,
        "ŵ" * 300,
        "👩🏽‍💻" * 60,
        "अच्छा" * 80,
        "تجربة" * 80,
        "short and " + "l" * 90 + "ong",
    ],
)
def test_a_word_too_long_is_broken_to_fit_and_never_inside_a_grapheme(text: str) -> None:
    laid = set_text(text, BODY, 140)
    assert len(laid.lines) > 1
    assert max(line.width for line in laid.lines) <= 140.5
    pieces = [placed.word.text for line in laid.lines for placed in line.words]
    assert "".join(pieces) == text.replace(" ", "")
    joined = [part for piece in pieces for part in graphemes(piece)]
    assert joined == [part for part in graphemes(text) if part != " "]


def test_a_grapheme_holds_all_that_belongs_together() -> None:
    assert graphemes("e\u0301👩🏽‍💻🏴󠁧󠁢󠁷󠁬󠁳󠁿🇫🇷🇩🇪क्ष") == ["e\u0301", "👩🏽‍💻", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇫🇷", "🇩🇪", "क्ष"]


def test_words_from_right_to_left_stand_from_right_to_left() -> None:
    line = set_text("אחת שתיים three", BODY, 400).lines[0]
    lefts = {placed.word.text: placed.left for placed in line.words}
    assert lefts["אחת"] > lefts["שתיים"] > lefts["three"]


def test_a_number_in_hebrew_keeps_its_own_direction() -> None:
    words = [placed.word for placed in set_text("שנת 2026", BODY, 400).lines[0].words]
    assert [(word.text, word.rtl) for word in words] == [("שנת", True), ("2026", False)]


@pytest.mark.parametrize("newer", ["\U0001fa77", "\U0001e4d0", "\U00010d40", "\U0003ffff"])
def test_a_character_newer_than_python_stands_among_words_from_right_to_left(newer: str) -> None:
    text = f"שלום {newer} {newer}א a{newer}"
    (line,) = set_text(text, BODY, 400).lines
    assert " ".join(placed.word.text for placed in line.words).replace(" ", "") == text.replace(
        " ", ""
    )


def test_any_text_that_can_be_written_can_be_set() -> None:
    random = Random(3)
    blocks = [range(0x20, 0x250), range(0x590, 0x700), range(0x900, 0xE80), range(0x2000, 0x2100)]
    blocks += [range(0x1F300, 0x1FB00), range(0x10800, 0x11000), range(0x1E800, 0x1F000)]
    for _ in range(300):
        text = "".join(chr(random.choice(random.choice(blocks))) for _ in range(40))
        for width in (60.0, 400.0):
            assert all(line.words for line in set_text(clean_line(text), BODY, width).lines)


def test_lines_are_filled_and_stay_inside_their_width() -> None:
    laid = set_text(a_summary().purpose * 5, BODY, 200)
    assert all(line.width <= 200 for line in laid.lines)
    assert all(line.width > 120 for line in laid.lines[:-1])


def test_a_character_newer_than_python_is_set_or_stood_for_never_dropped() -> None:
    for newer in ("\U0001fae8", "\U0001fadf", "\ue000"):
        assert clean(f"a {newer}") == f"a {newer}"
        assert font_stack(400).word(newer).pieces[0].glyphs


def test_cleaning_composes_letters_and_drops_what_only_controls() -> None:
    assert clean(" w\u0302y \n y\u0302\u202e\x00 ") == "ŵy ŷ"
    assert clean("👩🏽‍💻") == "👩🏽‍💻"


def test_both_languages_have_every_sentence() -> None:
    assert set(offered()) == {ENGLISH, WELSH}
    for table in (sentences(language, "record") for language in offered()):
        assert set(table) == set(Phrase)
        assert all(text.strip() for text in table.values())


@pytest.mark.parametrize("key", Phrase)
def test_both_languages_fill_in_the_same_things(key: Phrase) -> None:
    fields = {"page": "<1>", "pages": "<2>", "date": "<3>", "planned": "<4>", "took": "<5>"}
    fields |= {"step": "<6>", "earlier": "<7>", "who": "<8>", "text": "<9>"} | {"names": "<0>"}
    english, welsh = (phrase(language, key, **fields) for language in (ENGLISH, WELSH))
    assert [mark in english for mark in fields.values()] == [
        mark in welsh for mark in fields.values()
    ]
    assert english != welsh


def test_dates_are_written_as_each_language_writes_them() -> None:
    when = a_summary().held_on
    assert (day(ENGLISH, when), day(WELSH, when)) == ("12 November 2026", "12 Tachwedd 2026")


def test_all_text_stands_at_seven_to_one_on_its_ground() -> None:
    pairs = [(INK, tint) for tint in (*TINTS, WARM, WHITE)]
    pairs += [(SOFT_INK, WHITE), (ACCENT, WHITE), (ACCENT, WARM)]
    assert [pair for pair in pairs if _contrast(*pair) < 7] == []


def _contrast(colour: str, other: str) -> float:
    bright, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
