"""Guessing a line's language: never Welsh taken for English or the reverse, and often none."""

import tomllib

import pytest

from facilitator.domain.text.hints import Hint, hints_of_lines
from facilitator.domain.text.tongue import OTHER, language_of
from facilitator.resources import resource
from facilitator.ui.acting.made_up import SAID, WRITTEN

GUESSED = [
    ("It is easier for me when the meeting is short and we have time", "en"),
    ("We need more time", "en"),
    ("Mae’n haws i fi pan mae pobl yn gwrando ac nid yn torri ar draws", "cy"),
    ("mae pobl yn gwrando", "cy"),
    ("Llai o gyfarfodydd", "cy"),
    ("Dw i’n teimlo’n ôl", "cy"),
    ("amser i feddwl", "cy"),
    ("Ludzie nie słuchają mnie kiedy jest głośno", "pl"),
    ("Quand je parle, les gens ne disent pas ce que je pense", "fr"),
    ("No puedo hablar porque hay mucha gente", "es"),
    ("Ich kann nicht reden, wenn alle dabei sind", "de"),
    ("Eu não falo quando o chefe está aqui", "pt"),
    ("Non posso parlare quando sono tutti insieme", "it"),
    ("Nu pot vorbi când este șeful aici", "ro"),
    ("الأمر أسهل عندما يستمع الناس", "arabic"),
    ("Люди слушают", "cyrillic"),
    ("ਲੋਕ ਸੁਣਦੇ ਹਨ", "gurmukhi"),
    ("Waxaan jeclahay markii aan wada hadalno si fiican", OTHER),
    ("Insanlar sessizce dinleyince daha rahat bir konuşma oluyor", OTHER),
]
OPEN = [
    "",
    "…",
    "12",
    "soup",
    "Trust, humour, honesty, patience, kindness, biscuits",
    "Respect",
    "no",
    "Paned a bisgedi",
    "Dafydd Llywelyn, Llandudno",
    "tea / te",
]


@pytest.mark.parametrize(("text", "language"), GUESSED)
def test_a_language_is_guessed_by_its_small_words_letters_and_spelling(
    text: str, language: str
) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", OPEN)
def test_where_little_speaks_for_any_language_it_is_left_open(text: str) -> None:
    assert language_of(text) == ""


def sentences(language: str) -> list[str]:
    """Return every fixed sentence that the room meets in a language."""
    table = tomllib.loads(resource(f"sentences/{language}.toml").read_text(encoding="utf-8"))
    return [
        sentence for sentence in table.get("sentences", table).values() if isinstance(sentence, str)
    ]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_sentence_of_ours_is_taken_for_one_in_another_language(language: str) -> None:
    guessed = {sentence: language_of(sentence) for sentence in sentences(language)}
    assert len(guessed) > 100
    assert {
        sentence: guess for sentence, guess in guessed.items() if guess not in ("", language)
    } == {}
    of_some_length = [guess for text, guess in guessed.items() if len(text.split()) > 2]
    assert sum(guess == language for guess in of_some_length) > len(of_some_length) * 0.8


def test_what_made_up_people_write_in_english_is_taken_for_english_or_left_open() -> None:
    guessed = {language_of(line) for line in (*SAID, *WRITTEN) if line.isascii()}
    assert guessed <= {"en", ""}


def test_two_welsh_lines_among_many_are_hinted_at_and_no_english_one_is() -> None:
    english = [line for line in WRITTEN if line.isascii()]
    welsh = [*[line for line in WRITTEN if "’n " in line], "Mae pawb yn gwrando yma"]
    assert len(welsh) == 2
    hints = hints_of_lines([*english, *welsh])
    assert [Hint.LANGUAGE in hint_set for hint_set in hints] == [False] * len(english) + [
        True
    ] * len(welsh)


def test_one_line_in_a_language_that_is_not_known_here_is_hinted_at() -> None:
    [*others, other] = hints_of_lines(
        [*(line for line in WRITTEN if line.isascii()), GUESSED[-2][0]]
    )
    assert Hint.LANGUAGE in other
    assert not any(Hint.LANGUAGE in hint_set for hint_set in others)


def test_a_welsh_word_or_two_in_an_english_line_make_it_no_welsh_one() -> None:
    assert language_of("We could start with a paned and a chat in y gegin") in ("en", "")
    assert language_of("The cyfarfod on Monday is too long for us") == "en"
