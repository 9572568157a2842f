"""The JSON beside the record: it holds all of it, has a version, and only ever gets shorter."""

import json
import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import (
    RecordedBlock,
    RecordedGroup,
    RecordedStep,
    Replacement,
    SessionSummary,
)
from facilitator.domain.text.language import Language, Words
from facilitator.record import (
    LinePlace,
    Part,
    RecordFileError,
    json_of,
    lines_of,
    made_again,
    summary_from_json,
    without_lines,
)
from facilitator.record.as_json import digest_of
from tests.helpers.records import a_summary, in_two_languages, of_version_1

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
CODES = st.text(alphabet=string.ascii_lowercase, min_size=2, max_size=2).map(Language)
WORDS = st.lists(st.tuples(CODES, TEXT), max_size=2).map(lambda pairs: Words(tuple(pairs)))
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))
NAMES = st.tuples(CODES, TEXT).map(lambda pair: Words((pair,)))


@st.composite
def recorded_steps(draw: st.DrawFn) -> RecordedStep:
    """Return a step, whose lines without names may have names of groups over them."""
    unnamed = draw(TEXTS)
    places = st.lists(st.sampled_from(range(len(unnamed))), min_size=1, unique=True).map(tuple)
    groups = st.lists(st.builds(RecordedGroup, NAMES, places), max_size=2).map(tuple)
    return RecordedStep(
        draw(st.sampled_from(StepKind)),
        draw(WORDS),
        draw(WORDS),
        draw(TEXTS),
        unnamed,
        groups=draw(groups) if unnamed else (),
    )


STEPS = recorded_steps()
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
    facilitator=TEXT,
    reach=TEXT,
    support=TEXT,
    replacement=st.none() | st.builds(Replacement, DAYS, DAYS),
)


def signed(content: dict[str, object]) -> str:
    """Return content as JSON with the digest that fits it, as a forger could."""
    return json.dumps(content | {"digest": digest_of(content)})


def changed(*path: str | int, to: object) -> str:
    """Return a record's content with one value changed, and the digest to fit."""
    content = json.loads(json_of(a_summary()))
    at = content
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return signed(content)


@given(SUMMARIES)
def test_a_summary_comes_back_exactly(summary: SessionSummary) -> None:
    assert summary_from_json(json_of(summary)) == summary


def own_words(place: LinePlace, text: str) -> str:
    """Return a line without the details that are lines of their own."""
    return text.split("\n", maxsplit=1)[0] if place.part is Part.NEXT_STEPS else text


def going_with(summary: SessionSummary, place: LinePlace) -> set[LinePlace]:
    """Return what goes with a line: names over no other line, and who looks after a next step."""
    if place.part is Part.NEXT_STEPS:
        details = summary.next_steps[place.line].split("\n")[1:]
        return {LinePlace(Part.DETAIL, number, place.line) for number in range(len(details))}
    if place.part is not Part.UNNAMED:
        return set()
    groups = enumerate(summary.steps[place.step].groups)
    return {
        LinePlace(Part.NAME, number, step=place.step)
        for number, group in groups
        if {*group.lines} == {place.line}
    }


@given(SUMMARIES, st.data())
def test_taking_a_line_out_takes_that_line_and_no_other(
    summary: SessionSummary, data: st.DataObject
) -> None:
    before = lines_of(summary)
    if not before:
        return
    place, _text = data.draw(st.sampled_from(before))
    gone = {place, *going_with(summary, place)}
    texts = [own_words(other, text) for other, text in before if other not in gone]
    after = [own_words(*line) for line in lines_of(without_lines(summary, [place]))]
    assert sorted(after) == sorted(texts)


def test_a_text_is_taken_out_wherever_it_stands() -> None:
    line = "Time to think before I answer."
    summary = replace(a_summary(), next_steps=(line, "Another."), agreement=(line,))
    shorter = without_lines(summary, [line])
    assert line not in [text for _, text in lines_of(shorter)]
    assert shorter.next_steps == ("Another.",)


def test_a_step_without_lines_goes_with_its_last_line() -> None:
    summary = a_summary()
    for line in summary.steps[0].said:
        summary = without_lines(summary, [line])
    assert [step.title.first for step in summary.steps] == ["What stays unsaid"]


def test_a_line_that_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(KeyError):
        without_lines(a_summary(), ["Never said."])
    with pytest.raises(KeyError):
        without_lines(a_summary(), [LinePlace(Part.AGREEMENT, 99)])


def test_the_places_name_the_lines_that_the_record_prints() -> None:
    places = dict(lines_of(in_two_languages()))
    assert places[LinePlace(Part.AGREEMENT, 0)] == "Anyone can pass, without saying why."
    assert places[LinePlace(Part.NEXT_STEPS, 1)] == "Put a name on the night board."


@pytest.mark.parametrize("text", ["", "no", "[]", "{}", '{"format": "facilitator-record"}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(RecordFileError):
        summary_from_json(text)


def test_a_newer_version_is_refused_with_what_to_do() -> None:
    content = json.loads(json_of(a_summary())) | {"version": 4}
    with pytest.raises(RecordFileError, match="newer version"):
        summary_from_json(json.dumps(content))


def with_a_block() -> SessionSummary:
    """Return a summary in which the kind of the first step adds a block."""
    summary = a_summary()
    block = RecordedBlock(Words.of("The weather"), ("Sunny: 2",))
    return replace(summary, steps=(replace(summary.steps[0], blocks=(block,)), *summary.steps[1:]))


def test_the_version_is_3_only_where_a_kind_of_step_adds_a_block() -> None:
    assert json.loads(json_of(a_summary()))["version"] == 2
    text = json_of(with_a_block())
    assert json.loads(text)["version"] == 3
    assert summary_from_json(text) == with_a_block()


def test_a_record_is_of_version_2_again_when_the_last_block_is_taken_out() -> None:
    shorter = without_lines(with_a_block(), ["Sunny: 2"])
    assert json_of(shorter) == json_of(a_summary())


@pytest.mark.parametrize("later", ["earlier", "reasons"])
def test_a_record_of_before_a_field_was_kept_is_read(later: str) -> None:
    content = of_version_1()
    del content[later]
    assert summary_from_json(json.dumps(content)) == a_summary()


@pytest.mark.parametrize("later", ["earlier", "reasons"])
def test_a_later_field_of_a_wrong_kind_is_refused(later: str) -> None:
    for content in (of_version_1(), json.loads(json_of(a_summary()))):
        with pytest.raises(RecordFileError):
            summary_from_json(signed(content | {later: {"other": 1}}))


@pytest.mark.parametrize(
    "field",
    sorted(json.loads(json_of(a_summary())).keys() - {"earlier", "reasons", "took", "digest"}),
)
def test_a_field_that_is_missing_or_of_a_wrong_kind_is_refused(field: str) -> None:
    content = json.loads(json_of(a_summary()))
    with pytest.raises(RecordFileError):
        summary_from_json(signed({k: v for k, v in content.items() if k != field}))
    with pytest.raises(RecordFileError):
        summary_from_json(signed(content | {field: {"other": 1}}))


def test_a_line_that_somebody_added_is_refused_and_the_refusal_says_that_it_was_changed() -> None:
    content = json.loads(json_of(a_summary()))
    content["agreement"].append("Nobody complains.")
    with pytest.raises(RecordFileError, match="has been changed") as refused:
        summary_from_json(json.dumps(content))
    assert "complains" not in str(refused.value)


NOT_AS_WRITTEN = {
    "an unknown field": changed("who", to="Sam"),
    "an unknown field of a step": changed("steps", 0, "who", to="Sam"),
    "a text that is a number": changed("steps", 0, "said", 0, to=7),
    "a text without an end": changed("title", to="x" * 5001),
    "very many lines": changed("agreement", to=["x"] * 2001),
    "more reasons than parked lines": changed("reasons", to=["x"]),
    "more wordings than lines": changed("earlier", to=[["x"]] * 4),
    "three languages": changed("languages", to=["en", "cy", "de"]),
    "a language that is a sentence": changed("languages", to=["in English, please"]),
    "a date that cannot be added to": changed("held_on", to="9999-12-31"),
    "minutes without an end": changed("minutes", to=10_001),
    "minutes below nothing": changed("steps", 0, "took", to=-1),
    "a kind of step that is none": changed("steps", 0, "kind", to="quiz"),
    "half a character": json.dumps(of_version_1() | {"title": "\ud800"}),
    "a replacement of nothing": changed("replacement", to={"made_on": "2026-12-01"}),
    "a number of many digits": '{"format": "facilitator-record", "version": ' + "9" * 5000 + "}",
    "a version that is a truth": changed("version", to=True),
    "the same field twice": '{"format": "facilitator-record", "format": "facilitator-record"}',
    "no number": '{"format": NaN}',
    "very deep lists": "[" * 100_000 + "]" * 100_000,
    "very deep lists in a field": '{"title":' + "[" * 100_000 + "]" * 100_000 + "}",
    "very much of it": '{"title": "' + "x" * 4_000_000 + '"}',
}


@pytest.mark.parametrize("text", NOT_AS_WRITTEN.values(), ids=NOT_AS_WRITTEN)
def test_what_no_workshop_leads_to_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(RecordFileError) as refused:
        summary_from_json(text)
    assert len(str(refused.value)) < 200


def test_a_rebuilt_record_names_both_dates_and_lacks_only_the_line() -> None:
    summary = a_summary()
    place, text = lines_of(summary)[0]
    again = made_again(summary, [place], date(2026, 12, 5))
    assert again.replacement == Replacement(date(2026, 12, 5), date(2026, 11, 12))
    assert replace(again, replacement=None) == without_lines(summary, [place])
    third = made_again(again, [lines_of(again)[0][0]], date(2026, 12, 9))
    assert third.replacement == Replacement(date(2026, 12, 9), date(2026, 12, 5))
    assert text not in json_of(again)


def test_a_name_is_taken_out_of_a_next_step_alone_and_goes_with_its_step() -> None:
    step = "Begin quietly\nby 7 December 2026\nLooked after by: Tom"
    summary = replace(a_summary(), next_steps=(step, "Another."))
    places = {text: place for place, text in lines_of(summary)}
    name = places["Looked after by: Tom"]
    assert name == LinePlace(Part.DETAIL, 1, 0)
    left = without_lines(summary, [name])
    assert left.next_steps == ("Begin quietly\nby 7 December 2026", "Another.")
    assert without_lines(summary, [places[step]]).next_steps == ("Another.",)
