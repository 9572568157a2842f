"""Planned and actual minutes in the record: they add up, and reveal no line that was left out."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda.minutes import MINUTE, in_minutes, whole_minutes
from facilitator.domain.ids import StepId
from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.record import json_of, make_record, summary_from_json, without_lines
from facilitator.sentences import sentences
from tests.helpers.clock import FakeClock
from tests.helpers.records import a_summary, in_two_languages, of_version_1, read_aloud, texts_in
from tests.helpers.sessions import SAID, TALK, a_session

DAY = date(2026, 11, 12)


def text_of(summary: SessionSummary) -> str:
    """Return all words of a record, in order."""
    return " ".join(" ".join(texts_in(make_record(summary))).split())


def minutes_in(summary: SessionSummary) -> str:
    """Return the words about minutes."""
    return text_of(summary).partition("they tell nothing about anyone.")[2]


def test_each_step_with_lines_stands_with_its_minutes_and_all_add_up_to_the_whole() -> None:
    text = minutes_in(a_summary())
    rows = (
        "Arriving – 8 planned, 9 taken",
        "What stays unsaid – 10 planned, 14 taken",
        "Everything else – 12 planned, 10 taken",
        "The whole workshop – 30 planned, 33 taken",
    )
    assert text.startswith(" ".join(("", *rows)))


def test_a_step_whose_lines_were_all_taken_out_is_not_named() -> None:
    summary = a_summary()
    for line in summary.steps[0].said:
        summary = without_lines(summary, [line])
    text = minutes_in(summary)
    assert "Arriving" not in text
    assert "Everything else – 20 planned, 19 taken" in text
    assert "The whole workshop – 30 planned, 33 taken" in text


def test_where_no_minutes_were_saved_only_the_whole_is_written() -> None:
    text = minutes_in(replace(a_summary(), steps=()))
    assert text.startswith(" The whole workshop – 30 planned, 33 taken")
    assert "Everything else" not in text


def test_where_no_clock_was_used_no_minutes_are_written() -> None:
    assert "planned" not in text_of(replace(a_summary(), took=0))


@pytest.mark.parametrize("language", [ENGLISH, WELSH])
def test_it_is_told_in_each_language_of_the_room(language: Language) -> None:
    spoken = read_aloud(make_record(in_two_languages()))
    text = " ".join(element.text for element in spoken if element.language == language)
    table = sentences(language, "record")
    for name, words in table.items():
        if name.startswith("minutes") and "{" not in words:
            assert words in text


def test_the_json_beside_it_holds_them_and_one_without_them_is_read() -> None:
    summary = a_summary()
    assert summary_from_json(json_of(summary)) == summary
    content = of_version_1()
    for part in (content, *content["steps"]):
        del part["took"]
    for step in content["steps"]:
        del step["minutes"]
    older = summary_from_json(json.dumps(content))
    assert older.took == 0
    assert [step.minutes for step in older.steps] == [0, 0]


@given(st.lists(st.integers(0, 20_000_000).map(lambda ms: timedelta(milliseconds=ms))))
def test_whole_minutes_add_up_and_are_near(lengths: list[timedelta]) -> None:
    minutes = whole_minutes(lengths)
    assert sum(minutes) == in_minutes(sum(lengths, timedelta()))
    for length, whole in zip(lengths, minutes, strict=True):
        assert abs(length / MINUTE - whole) < 1


def test_a_workshop_tells_its_record_how_long_its_time_ran_and_never_that_it_was_held(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.time.start()
    clock.advance(minutes=7)
    session.time.hold()
    clock.advance(minutes=20)
    session.steps.add("Hear from the kitchen", timedelta(minutes=5))
    session.steps.jump(SAID.id)
    session.said.add("The new garden.")
    session.time.start()
    clock.advance(minutes=6, seconds=40)
    session.time.leave()
    summary = session.summary(DAY)
    assert (summary.minutes, summary.took) == (40, 14)
    assert [(step.title, step.minutes, step.took) for step in summary.steps] == [(SAID.title, 6, 7)]
    assert "Hold" not in text_of(summary)
    session.close()


def test_what_the_facilitator_sees_adds_up_with_what_was_held(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    began = clock.moment()

    def let_pass(minutes: int) -> None:
        for _look in range(minutes * 6):
            session.tick()
            clock.advance(seconds=10)
            session.tick()

    let_pass(3)  # before the first step: it is late, and not held
    session.time.start()
    let_pass(8)
    session.board.care()
    let_pass(4)
    session.board.care()
    let_pass(1)
    session.steps.jump(StepId("said"))
    let_pass(2)
    session.steps.add("Hear from the kitchen", timedelta(minutes=5))
    session.time.start()
    let_pass(9)
    session.time.leave()
    lines = session.minutes()
    assert lines[0] == f"{TALK.title.first} – 8 min planned, 9 min taken"
    assert lines[1] == "Celebrate – 6 min planned, 9 min taken"
    assert not any("Hear from the kitchen" in line for line in lines)
    assert lines[-2:] == (
        "The whole workshop – 40 min planned, 18 min taken",
        "Besides, between steps, held, or in a pause for care – 6 min",
    )
    assert session.summary(DAY).took == 18, "the record says the same of the whole"
    assert clock.moment().since(began) == (3 + 24) * MINUTE
    session.close()
