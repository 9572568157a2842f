"""The lines of a list as they are typed in one language: each keeps its text in the other."""

import pytest

from facilitator.domain.drafting.matching import places_before
from facilitator.domain.drafting.rows import Rows, with_lines
from facilitator.domain.drafting.words import UNWRITTEN
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from tests.helpers.plans import both


def rows(*pairs: str) -> Rows:
    """Return rows of a letter in Welsh and in English; “-” is not written."""
    return tuple(both(*(UNWRITTEN if text == "-" else text for text in pair)) for pair in pairs)


def pairs(rows: Rows) -> list[str]:
    """Return the letters in Welsh and in English."""
    return [
        "".join("-" if text == UNWRITTEN else text for text in (row.in_(WELSH), row.in_(ENGLISH)))
        for row in rows
    ]


def typed(start: Rows, *texts: str, language: Language = ENGLISH) -> list[str]:
    """Return the rows after one text after the other was in the field."""
    now = start
    for text in texts:
        lines = with_lines(now, language, text.split("\n"), start)
        now = tuple(
            both(*(dict(row.texts).get(each, UNWRITTEN) for each in (WELSH, ENGLISH)))
            for row in lines
        )
    return pairs(now)


THREE = rows("aA", "bB", "cC")


@pytest.mark.parametrize(
    ("texts", "after"),
    [
        (("A\nC",), ["aA", "cC"]),
        (("B\nC",), ["bB", "cC"]),
        (("A\n\nC",), ["aA", "b-", "cC"]),
        (("A\n\nC", "A\nC"), ["aA", "cC"]),
        (("A\n\nC", "A\nC", "A\nX"), ["aA", "cX"]),
        (("A\nC", "A\nX"), ["aA", "cX"]),
        (("A\nX\nC",), ["aA", "bX", "cC"]),
        (("A\n\nB\nC", "A\nX\nB\nC"), ["aA", "-X", "bB", "cC"]),
        (("C\nA\nB",), ["cC", "aA", "bB"]),
        (("A\nC", "A\nC\nB"), ["aA", "cC", "bB"]),
        (("A\nB\nC\nX",), ["aA", "bB", "cC", "-X"]),
        (("A\nC", "A\nC\nX"), ["aA", "cC", "-X"]),
        (("",), ["a-", "b-", "c-"]),
    ],
)
def test_a_row_keeps_its_text_in_the_other_language(
    texts: tuple[str, ...], after: list[str]
) -> None:
    assert typed(THREE, *texts) == after
    swapped = [pair[::-1].swapcase() for pair in after]
    assert typed(THREE, *(text.lower() for text in texts), language=WELSH) == swapped


@pytest.mark.parametrize("first", [(), ("",)])
def test_a_list_that_is_chosen_whole_and_typed_again_keeps_its_rows(first: tuple[str, ...]) -> None:
    steps = ("X", "X\n", "X\nY", "X\nY\n", "X\nY\nZ")
    assert typed(THREE, *first, *steps) == ["aX", "bY", "cZ"]


def test_what_is_not_written_yet_is_written_line_by_line() -> None:
    waiting = rows("-A", "-B", "-C")
    assert typed(waiting, "a", language=WELSH) == ["aA", "-B", "-C"]
    assert typed(waiting, "a", "a\n", "a\n\nc", language=WELSH) == ["aA", "-B", "cC"]
    assert typed(waiting, "a", "a\nb", "a\nb\nc", language=WELSH) == ["aA", "bB", "cC"]


def test_a_row_that_waits_to_be_written_stays_in_its_place() -> None:
    some = rows("aA", "-B", "cC")
    assert typed(some, "a\nx", language=WELSH) == ["aA", "-B", "xC"]
    assert typed(rows("-A", "bB"), "b", language=WELSH) == ["-A", "bB"]


def test_without_what_was_before_a_deleted_row_is_gone() -> None:
    (left,) = with_lines(THREE[:1] + THREE[2:], ENGLISH, ["C"])
    assert left == both("c", "C")


def test_rows_of_one_language_are_their_lines() -> None:
    lines = with_lines((Words.of("A"), Words.of("B")), ENGLISH, ["B", "", "X"])
    assert [row.first for row in lines] == ["B", "X"]


def test_empty_rows_are_matched_by_their_places_only() -> None:
    assert places_before(["", "", ""], ["x", "", "y"]) == (0, 1, 2)
    assert places_before(["A", "", "C"], ["A", "X"]) == (0, 2)
