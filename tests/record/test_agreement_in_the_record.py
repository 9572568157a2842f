"""The agreement in the record: final wording, how it was agreed in words, what waits."""

from dataclasses import replace

import pytest

from facilitator.domain.checks import HandsWay
from facilitator.domain.language import ENGLISH, WELSH
from facilitator.record import json_of, make_record, summary_from_json
from facilitator.record.as_json import Part, lines_of, without_line
from facilitator.record.phrases import TABLES
from tests.helpers.records import a_summary, texts_in

WAITS = "Phones stay in the bag"


def text_of(ways: tuple[HandsWay, ...] = (), parked: tuple[str, ...] = ()) -> str:
    """Return all words of a record, in order."""
    summary = replace(a_summary(), agreed_ways=ways, parked=parked)
    return " ".join(" ".join(texts_in(make_record(summary))).split())


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (HandsWay.HANDS, "by a show of hands"),
        (HandsWay.HEADS_DOWN, "with heads down and eyes closed"),
        (HandsWay.SLIPS, "on slips without names"),
    ],
)
def test_the_record_says_in_words_how_it_was_agreed(way: HandsWay, words: str) -> None:
    assert words in text_of((way,))
    assert words not in text_of()


def test_what_is_parked_stands_under_its_own_words() -> None:
    text = text_of(parked=(WAITS,))
    assert text.index("Parked") < text.index(WAITS)
    assert "Parked" not in text_of()


def test_a_group_that_only_parked_has_that_in_its_record() -> None:
    summary = replace(a_summary(), agreement=(), parked=(WAITS,))
    assert WAITS in " ".join(texts_in(make_record(summary)))


def test_the_json_beside_the_record_gives_it_all_back() -> None:
    summary = replace(a_summary(), agreed_ways=(HandsWay.SLIPS,), parked=(WAITS,))
    assert summary_from_json(json_of(summary)) == summary


def test_a_parked_line_can_be_taken_out_later() -> None:
    summary = replace(a_summary(), parked=(WAITS, "Another"))
    assert (Part.PARKED, WAITS) in [(place.part, text) for place, text in lines_of(summary)]
    assert without_line(summary, WAITS).parked == ("Another",)


def test_each_language_has_the_same_sentences() -> None:
    assert set(TABLES[WELSH]) == set(TABLES[ENGLISH])
