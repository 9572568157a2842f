"""The JSON beside the record: whole, versioned, and only ever made shorter."""

import json
import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.language import Language, Words
from facilitator.domain.step import StepKind
from facilitator.domain.summary import RecordedStep, SessionSummary
from facilitator.record import (
    LinePlace,
    Part,
    RecordFileError,
    json_of,
    lines_of,
    summary_from_json,
    without_line,
)
from tests.helpers.records import a_summary, in_two_languages

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
CODES = st.text(alphabet=string.ascii_lowercase, min_size=2, max_size=2).map(Language)
WORDS = st.lists(st.tuples(CODES, TEXT), max_size=2).map(lambda pairs: Words(tuple(pairs)))
DAYS = st.dates(min_value=date(1900, 1, 1))
STEPS = st.builds(RecordedStep, st.sampled_from(StepKind), WORDS, WORDS, TEXTS, TEXTS)
SUMMARIES = st.builds(
    SessionSummary,
    title=TEXT,
    group=TEXT,
    held_on=DAYS,
    languages=st.lists(CODES, max_size=2).map(tuple),
    plan_title=WORDS,
    purpose=TEXT,
    recipients=TEXT,
    minutes=st.integers(min_value=0, max_value=600),
    review_by=DAYS,
    agreement=TEXTS,
    steps=st.lists(STEPS, max_size=3).map(tuple),
    next_steps=TEXTS,
    wrote_without_names=st.booleans(),
)


@given(SUMMARIES)
def test_a_summary_comes_back_exactly(summary: SessionSummary) -> None:
    assert summary_from_json(json_of(summary)) == summary


@given(SUMMARIES, st.data())
def test_taking_a_line_out_takes_that_line_and_no_other(
    summary: SessionSummary, data: st.DataObject
) -> None:
    before = lines_of(summary)
    if not before:
        return
    place, text = data.draw(st.sampled_from(before))
    texts = [one for _, one in before]
    texts.remove(text)
    after = [one for _, one in lines_of(without_line(summary, place))]
    assert sorted(after) == sorted(texts)


def test_a_text_is_taken_out_wherever_it_stands() -> None:
    line = "Time to think before I answer."
    summary = replace(a_summary(), next_steps=(line, "Another."), agreement=(line,))
    shorter = without_line(summary, line)
    assert line not in [text for _, text in lines_of(shorter)]
    assert shorter.next_steps == ("Another.",)


def test_a_step_without_lines_goes_with_its_last_line() -> None:
    summary = a_summary()
    for line in summary.steps[0].said:
        summary = without_line(summary, line)
    assert [step.title.first for step in summary.steps] == ["What stays unsaid"]


def test_a_line_that_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(KeyError):
        without_line(a_summary(), "Never said.")
    with pytest.raises(KeyError):
        without_line(a_summary(), LinePlace(Part.AGREEMENT, 99))


def test_the_places_name_the_lines_that_the_record_prints() -> None:
    places = dict(lines_of(in_two_languages()))
    assert places[LinePlace(Part.AGREEMENT, 0)] == "Anyone can pass, without saying why."
    assert places[LinePlace(Part.NEXT_STEPS, 1)] == "Put a name on the night board."


@pytest.mark.parametrize("text", ["", "no", "[]", "{}", '{"format": "facilitator-record"}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(RecordFileError):
        summary_from_json(text)


def test_a_newer_version_is_refused_with_what_to_do() -> None:
    content = json.loads(json_of(a_summary())) | {"version": 2}
    with pytest.raises(RecordFileError, match="newer version"):
        summary_from_json(json.dumps(content))


@pytest.mark.parametrize("later", ["earlier", "reasons"])
def test_a_record_of_before_a_field_was_kept_is_read(later: str) -> None:
    content = json.loads(json_of(a_summary()))
    del content[later]
    assert summary_from_json(json.dumps(content)) == a_summary()


@pytest.mark.parametrize("later", ["earlier", "reasons"])
def test_a_later_field_of_a_wrong_kind_is_refused(later: str) -> None:
    content = json.loads(json_of(a_summary())) | {later: {"other": 1}}
    with pytest.raises(RecordFileError):
        summary_from_json(json.dumps(content))


@pytest.mark.parametrize(
    "field", sorted(json.loads(json_of(a_summary())).keys() - {"earlier", "reasons", "took"})
)
def test_a_field_that_is_missing_or_of_a_wrong_kind_is_refused(field: str) -> None:
    content = json.loads(json_of(a_summary()))
    with pytest.raises(RecordFileError):
        summary_from_json(json.dumps({k: v for k, v in content.items() if k != field}))
    with pytest.raises(RecordFileError):
        summary_from_json(json.dumps(content | {field: {"other": 1}}))
