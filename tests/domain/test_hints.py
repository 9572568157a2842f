"""Hints about a line: quiet, and wrong now and then; they never block."""

import pytest

from facilitator.domain.hints import FEW, Hint, hints_of, hints_of_lines, language_of

ENGLISH = "It is easier for me when the meeting is short and we have time"
WELSH = "Mae’n haws i fi pan mae pobl yn gwrando ac nid yn torri ar draws"
ARABIC = "الأمر أسهل عندما يستمع الناس"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("When Dafydd is in the room I say nothing", Hint.NAME),
        ("write to sam@example.org", Hint.EMAIL),
        ("ring 029 2018 0000", Hint.PHONE),
        ("people from cf10 3at", Hint.POSTCODE),
        ("what our treasurer said", Hint.ROLE),
        ("see what @sam_w wrote", Hint.HANDLE),
    ],
)
def test_what_may_point_to_a_person_is_hinted_at(text: str, hint: Hint) -> None:
    assert hint in hints_of(text)


@pytest.mark.parametrize(
    "text", ["", ENGLISH, "I think I’m heard. Most days", "Rarely. It’s hard…", "12 of us in 2027"]
)
def test_a_plain_line_has_no_hint(text: str) -> None:
    assert hints_of(text) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (WELSH, "cy"),
        (ARABIC, "arabic"),
        ("Люди слушают", "cyrillic"),
        ("Ludzie nie słuchają mnie kiedy jest głośno", "pl"),
        ("soup", ""),
        ("…", ""),
    ],
)
def test_a_language_is_guessed_or_left_open(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_language_used_in_fewer_than_three_lines_is_hinted_at() -> None:
    for number in range(1, FEW + 2):
        hints = hints_of_lines([ENGLISH] * 6 + [WELSH] * number)
        assert all(Hint.LANGUAGE not in one for one in hints[:6])
        assert all((Hint.LANGUAGE in one) == (number < FEW) for one in hints[6:])


def test_where_all_write_in_one_language_nothing_is_said_of_it() -> None:
    assert hints_of_lines([WELSH, "soup", WELSH]) == ((), (), ())


def test_a_line_whose_language_is_left_open_is_not_hinted_at() -> None:
    assert hints_of_lines([ENGLISH, WELSH, "soup"])[2] == ()
