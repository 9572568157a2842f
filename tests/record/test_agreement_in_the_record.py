"""The agreement in the record: final wordings, how they were agreed, and parked lines."""

from dataclasses import replace

import pytest

from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.record import LinePlace, json_of, make_record, summary_from_json
from facilitator.record.as_json import Part, lines_of, without_lines
from facilitator.sentences import sentences
from tests.helpers.records import a_summary, read_aloud, texts_in

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
    assert without_lines(summary, [WAITS]).parked == ("Another",)


def with_earlier(*languages: Language) -> SessionSummary:
    """Return a record whose second line was agreed twice before in other words."""
    earlier = ((), ("One voice.", "One voice at a time."), ())
    return replace(a_summary(), languages=languages or (ENGLISH,), earlier=earlier)


def test_earlier_wordings_stand_beneath_the_line_that_is_agreed_now() -> None:
    text = " ".join(" ".join(texts_in(make_record(with_earlier()))).split())
    now = text.index("One voice at a time; we leave")
    first, second = text.index("Earlier: One voice. "), text.index("Earlier: One voice at a time. ")
    assert now < first < second < text.index("What is said here stays here")
    assert "Earlier" not in text_of()


def test_in_two_languages_the_word_for_earlier_stands_apart_from_the_line() -> None:
    read = read_aloud(make_record(with_earlier(WELSH, ENGLISH)))
    at = next(place for place, element in enumerate(read) if "Yn gynharach" in element.text)
    elements = [
        (element.kinds[-1], element.language, element.text.strip()) for element in read[at : at + 4]
    ]
    assert elements == [
        ("P", WELSH, "Yn gynharach:"),
        ("P", ENGLISH, "Earlier:"),
        ("P", WELSH, "One voice."),
        ("P", WELSH, "One voice at a time."),
    ]


def test_earlier_wordings_are_in_the_json_and_go_with_their_line() -> None:
    summary = with_earlier()
    assert summary_from_json(json_of(summary)) == summary
    place = LinePlace(Part.EARLIER, 0, 1)
    assert (place, "One voice.") in lines_of(summary)
    assert without_lines(summary, [place]).earlier == ((), ("One voice at a time.",), ())
    assert without_lines(summary, ["One voice."]).earlier == ((), ("One voice at a time.",), ())
    assert without_lines(summary, [summary.agreement[0]]).earlier_of(0) == summary.earlier_of(1)
    alone = without_lines(summary, [summary.agreement[1]])
    assert alone.earlier == ()
    assert "One voice" not in json_of(alone)


def with_reasons(*languages: Language) -> SessionSummary:
    """Return a record with two parked lines; the room left the reason of the second in."""
    return replace(
        a_summary(),
        languages=languages or (ENGLISH,),
        parked=(WAITS, "Breaks on time"),
        reasons=("", "We try it first."),
    )


def test_why_a_line_waits_stands_beneath_it() -> None:
    text = " ".join(" ".join(texts_in(make_record(with_reasons()))).split())
    assert text.index(WAITS) < text.index("Breaks on time Why it waits: We try it first.")
    assert text.count("Why it waits") == 1


def test_in_two_languages_the_words_for_why_stand_apart_from_the_reason() -> None:
    read = read_aloud(make_record(with_reasons(WELSH, ENGLISH)))
    at = next(place for place, element in enumerate(read) if "Pam y mae" in element.text)
    elements = [
        (element.kinds[-1], element.language, element.text.strip()) for element in read[at : at + 3]
    ]
    assert elements == [
        ("P", WELSH, "Pam y mae’n aros:"),
        ("P", ENGLISH, "Why it waits:"),
        ("P", WELSH, "We try it first."),
    ]


def test_why_a_line_waits_is_in_the_json_and_goes_with_its_line() -> None:
    summary = with_reasons()
    assert summary_from_json(json_of(summary)) == summary
    place = LinePlace(Part.REASON, 1)
    assert (place, "We try it first.") in lines_of(summary)
    bare = without_lines(summary, [place])
    assert (bare.parked, bare.reasons) == (summary.parked, ())
    assert without_lines(summary, [WAITS]).reasons == ("We try it first.",)
    gone = without_lines(summary, ["Breaks on time"])
    assert (gone.parked, gone.reasons) == ((WAITS,), ())


def test_each_language_has_the_same_sentences() -> None:
    assert set(sentences(WELSH, "record")) == set(sentences(ENGLISH, "record"))
