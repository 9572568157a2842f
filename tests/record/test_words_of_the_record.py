"""The text of a record, read through its tags as a screen reader does."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import RecordedBlock, RecordedStep, Replacement, SessionSummary
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.record import lines_of, make_record, without_lines
from tests.helpers.records import (
    ARRIVING,
    MANY_SCRIPTS,
    UNSAID,
    a_full_room,
    a_summary,
    as_reference,
    in_two_languages,
    read_aloud,
    texts_in,
    with_nothing_kept,
)

REFERENCE = Path(__file__).parent.parent / "reference"


@pytest.mark.parametrize("summary", [a_summary(), in_two_languages(), a_full_room()])
def test_every_kept_line_is_in_the_record_once(summary: SessionSummary) -> None:
    counted = Counter(texts_in(make_record(summary)))
    lines = [" ".join(text.split()) for _, text in lines_of(summary)]
    assert lines
    assert {line: counted[line] for line in lines} == dict.fromkeys(lines, 1)


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("record_in_english.txt", a_summary()),
        ("record_in_welsh_and_english.txt", in_two_languages()),
        ("record_of_nothing.txt", with_nothing_kept()),
    ],
)
def test_the_record_reads_as_it_was_agreed_to_read(name: str, summary: SessionSummary) -> None:
    assert as_reference(make_record(summary)) == (REFERENCE / name).read_text(encoding="utf-8")


def test_a_line_taken_out_leaves_no_trace() -> None:
    summary = a_summary()
    line = "Saying no to a consultant."
    record = make_record(without_lines(summary, [line]))
    never_there = replace(
        summary,
        steps=(
            summary.steps[0],
            replace(summary.steps[1], unnamed=summary.steps[1].unnamed[:-1]),
        ),
    )
    assert line not in texts_in(record)
    assert record == make_record(never_there)


def test_what_was_done_reads_the_same_whatever_was_kept() -> None:
    summary = a_summary()
    little = replace(summary, agreement=(), steps=(), next_steps=())
    ends = [texts_in(make_record(content))[-7:] for content in (summary, little)]
    assert ends[0] == ends[1]
    assert ends[0][0] == "What was done with what people wrote"


def test_without_writing_the_record_does_not_speak_of_what_people_wrote() -> None:
    text = " ".join(texts_in(make_record(with_nothing_kept())))
    assert "without names" not in text
    assert "The working notes were deleted after this record was made." in text


def test_welsh_stands_first_and_apart_from_english() -> None:
    read = read_aloud(make_record(in_two_languages()))
    places = {(element.language, element.text.strip()): place for place, element in enumerate(read)}
    for welsh, english in (
        ("Ein cytundeb", "Our agreement"),
        ("Camau nesaf", "Next steps"),
        ("12 Tachwedd 2026", "12 November 2026"),
        ("Beth fyddai'n ei gwneud yn haws siarad?", "What would make it easier?"),
    ):
        assert places[WELSH, welsh] < places[ENGLISH, english]


def test_lines_in_any_of_our_scripts_read_as_they_were_written() -> None:
    texts = texts_in(make_record(in_two_languages()))
    assert [line for line in MANY_SCRIPTS if line not in texts] == []


def test_a_line_that_no_font_can_show_still_reads_as_written() -> None:
    line = "大家都可以说 \U00013000 yes"
    step = RecordedStep(StepKind.TALK, Words.of("T"), Words.of("Q?"), said=(line,))
    assert line in texts_in(make_record(replace(a_summary(), steps=(step,))))


def test_characters_that_only_control_are_left_out() -> None:
    step = RecordedStep(
        StepKind.TALK, Words.of("T"), Words.of("Q?"), said=("a\x00b\u202ec\nd\te", "\x07")
    )
    record = make_record(replace(a_summary(), title="One\x01Two", steps=(step,)))
    assert "abc d e" in texts_in(record)
    assert "OneTwo" in texts_in(record)


def test_a_long_line_goes_on_over_the_page() -> None:
    line = " ".join(f"word{number}" for number in range(1500))
    step = RecordedStep(StepKind.TALK, Words.of("T"), Words.of("Q?"), said=(line,))
    summary = replace(a_summary(), purpose=line, agreement=(line,), steps=(step,))
    assert texts_in(make_record(summary)).count(line) == 3


def test_what_a_kind_of_step_says_beside_a_line_is_under_it_in_its_card() -> None:
    step = replace(UNSAID, unnamed=("the door is open\nDotiau: 4\nDots: 4", "my time is paid"))
    lines = texts_in(make_record(replace(a_summary(), steps=(step,))))
    place = lines.index("the door is open")
    assert lines[place : place + 4] == [
        "the door is open",
        "Dotiau: 4",
        "Dots: 4",
        "my time is paid",
    ]


def test_lines_said_and_lines_written_in_one_step_have_headings_of_their_own() -> None:
    step = replace(UNSAID, said=("Said aloud.",), unnamed=("Written down.",))
    texts = texts_in(make_record(replace(a_summary(), steps=(step,))))
    start = texts.index("Said in the room")
    assert texts[start : start + 4] == [
        "Said in the room",
        "Said aloud.",
        "Written without names",
        "Written down.",
    ]


def test_a_step_that_asks_nothing_is_headed_by_its_title() -> None:
    step = replace(ARRIVING, question=NO_WORDS)
    read = read_aloud(make_record(replace(a_summary(), steps=(step,))))
    heading = next(place for place, element in enumerate(read) if element.text == "Arriving")
    assert "H2" in read[heading].kinds
    assert read[heading + 1].text == ARRIVING.said[0]


def test_what_nobody_filled_in_leaves_no_empty_label() -> None:
    bare = replace(a_summary(), group="", purpose=" ", recipients="", plan_title=NO_WORDS)
    texts = texts_in(make_record(bare))
    assert [text for text in texts if text in ("Plan", "Purpose", "This record goes to:")] == []


def test_the_record_says_who_facilitated_how_to_reach_them_and_where_support_is() -> None:
    summary = replace(
        in_two_languages(), facilitator="Ana Rhys", reach="ana@example.org", support="Sam, room 4"
    )
    texts = texts_in(make_record(summary))
    assert {"Ana Rhys", "ana@example.org", "Sam, room 4"} <= set(texts)
    asked = [text for text in texts if "(Ana Rhys, ana@example.org)" in text]
    assert len(asked) == len(summary.languages), "whom to ask is said where a line comes out"
    assert "Facilitator" not in texts_in(make_record(a_summary())), "nobody told who"


def test_a_rebuilt_record_says_in_each_language_what_it_replaces() -> None:
    summary = replace(
        in_two_languages(), replacement=Replacement(date(2026, 12, 5), date(2026, 11, 12))
    )
    texts = " ".join(texts_in(make_record(summary)))
    assert "The record of 12 November 2026" in texts
    assert "made again on 5 December 2026" in texts
    assert "Cofnod 12 Tachwedd 2026" in texts
    assert "5 Rhagfyr 2026" in texts


def test_who_and_when_of_a_next_step_are_read_after_it() -> None:
    step, by, who = "Begin quietly", "by 7 December 2026", "Looked after by: Tom"
    texts = texts_in(make_record(replace(a_summary(), next_steps=("\n".join((step, by, who)),))))
    place = texts.index(step)
    assert texts[place : place + 3] == [step, by, who]


def test_each_line_of_a_kinds_line_is_read_after_its_first() -> None:
    block = RecordedBlock(Words.of("Ideas for later"), ("Away\nby June", "Tea"))
    step = RecordedStep(StepKind.SMALL_STEPS, Words.of("Try"), Words.of("What?"), blocks=(block,))
    texts = texts_in(make_record(replace(a_summary(), steps=(step,))))
    place = texts.index("Ideas for later")
    assert texts[place + 1 : place + 4] == ["Away", "by June", "Tea"]
