"""Parts of a talk as they are typed: each stays what it was, wherever it goes."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.words import written_in
from facilitator.domain.plan.step import Segment
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.ui.planner.segments import segments_named, segments_typed
from facilitator.ui.planner.window import PlannerWindow
from tests.helpers.planners import a_planner
from tests.helpers.plans import MINUTE, a_plan, a_step, both

PARTS = tuple(
    Segment(both(name.lower(), name), MINUTE, both(f"q{name.lower()}", f"q{name}"))
    for name in "ABC"
)


def asked(parts: tuple[Segment, ...]) -> list[str]:
    """Return each part with its name in Welsh and its question."""
    return [
        f"{written_in(part.name, ENGLISH)} {written_in(part.name, WELSH) or '-'} "
        f"{written_in(part.question, ENGLISH) or '-'}"
        for part in parts
    ]


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("A 1\nC 1", ["A a qA", "C c qC"]),
        ("B 1\nC 1", ["B b qB", "C c qC"]),
        ("New 1\nA 1\nB 1\nC 1", ["New - -", "A a qA", "B b qB", "C c qC"]),
        ("C 1\nA 1\nB 1", ["C c qC", "A a qA", "B b qB"]),
        ("A 1\nOther 1\nC 1", ["A a qA", "Other b qB", "C c qC"]),
        ("A 1\nA 1", ["A a qA", "A b qB"]),
        ("A 1\nB 4\nC 1", ["A a qA", "B b qB", "C c qC"]),
    ],
)
def test_a_part_stays_what_it_was(typed: str, after: list[str]) -> None:
    assert asked(segments_typed(typed, PARTS, ENGLISH, PARTS)) == after


@pytest.mark.parametrize(
    ("texts", "after"),
    [
        (("a\nc",), "a--c"),
        (("a\nc", "a\ncd"), "a--cd"),
        (("a\nb",), "a-b-"),
        (("",), "--"),
        (("x", "x\ny", "x\ny\nz"), "x-y-z"),
        (("a\n\nc",), "a--c"),
        (("a\nb\nc\nd",), "a-b-c"),
    ],
)
def test_a_name_in_the_second_language_that_is_deleted_moves_no_other(
    texts: tuple[str, ...], after: str
) -> None:
    parts = PARTS
    for typed in texts:
        parts = segments_named(typed, parts, WELSH)
    assert "-".join(written_in(part.name, WELSH) for part in parts) == after
    assert [written_in(part.name, ENGLISH) for part in parts] == ["A", "B", "C"]


def one_language() -> tuple[Segment, ...]:
    """Return three parts, each with its question."""
    return tuple(Segment(Words.of(name), MINUTE, Words.of(f"q{name}")) for name in "ABC")


@pytest.fixture
def planner(qtbot: QtBot) -> PlannerWindow:
    step = a_step(minutes=3)
    return a_planner(qtbot, Draft.of(a_plan(replace(step, segments=one_language()))))


def questions(planner: PlannerWindow) -> list[str]:
    """Return the name and the question of each part."""
    parts = planner.draft.plan.steps[0].segments
    return [f"{part.name.first} {written_in(part.question, ENGLISH) or '-'}" for part in parts]


def write(planner: PlannerWindow, *typed: str) -> None:
    """Type one text after another into the field."""
    box = planner.side.step.fields.segments.first
    assert box is not None
    box.setFocus()
    for text in typed:
        box.selectAll()
        box.insertPlainText(text)


def test_a_part_that_is_deleted_takes_its_question_along(planner: PlannerWindow) -> None:
    write(planner, "A 1\nC 1")
    assert questions(planner) == ["A qA", "C qC"]


def test_a_part_that_is_cut_and_put_elsewhere_has_its_question(planner: PlannerWindow) -> None:
    write(planner, "A 1\nC 1", "A 1\nC 1\nB 1")
    assert questions(planner) == ["A qA", "C qC", "B qB"]


def test_a_part_with_another_name_after_one_is_deleted_is_itself(planner: PlannerWindow) -> None:
    write(planner, "A 1\nC 1", "A 1\nCD 1")
    assert questions(planner) == ["A qA", "CD qC"]
