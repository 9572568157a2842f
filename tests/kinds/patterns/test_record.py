"""Patterns in the record: each line once, under a name that the room let in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.summary import RecordedStep, SessionSummary, summary_of
from facilitator.kinds.patterns.commands import Undo
from facilitator.kinds.registry import LIVE
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import RecordRow
from facilitator.record import json_of, lines_of, make_record, summary_from_json, without_lines
from facilitator.room.pages.picture import ListPage
from tests.helpers.records import texts_in
from tests.helpers.sessions import CHOICE, GATHER, TALK
from tests.kinds.patterns.sorting import (
    ASKED,
    SORT,
    WAITING,
    A,
    B,
    C,
    D,
    E,
    F,
    do,
    outline,
    put,
    put_in,
    sorting,
    take_out,
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = sorting(tmp_path)
    put(session, "Waiting", A, B, C)
    put(session, "Being asked", D)
    put_in(session, ASKED, A, also=True)
    yield session
    session.close()


def summary(session: LiveSession) -> SessionSummary:
    return summary_of(session.workshop, date(2026, 3, 4), LIVE.record)


def gathering(of: SessionSummary) -> RecordedStep:
    (step,) = (step for step in of.steps if step.unnamed)
    return step


def text(session: LiveSession, letter: int) -> str:
    lines = session.workshop.gathering(GATHER.id).contributions
    return next(line.text for line in lines if line.letter == letter)


def row(session: LiveSession, words: str) -> RecordRow:
    session.steps.jump(CHOICE.id)
    return next(row for row in session.desk().record.rows if row.text == words)


def printed(of: SessionSummary) -> list[str]:
    """Return what the record prints from the first line without a name on."""
    texts = texts_in(make_record(of))
    start = texts.index("Written without names") + 1
    return texts[start : texts.index("What was done with what people wrote")]


def test_each_line_is_printed_once_under_its_first_pattern(session: LiveSession) -> None:
    a, b, c, d, e, f = (text(session, letter) for letter in (A, B, C, D, E, F))
    own = [line for line in gathering(summary(session)).unnamed if line in (e, f)]
    assert printed(summary(session)) == [
        *("Waiting", a, "Also in: Being asked", b, c),
        *("Being asked", d),
        *("On their own", *own),
    ]


def test_lines_that_are_left_out_leave_no_gap_and_no_empty_pattern(session: LiveSession) -> None:
    for letter in (A, D):
        session.choice.leave_out(row(session, text(session, letter)))
    texts = printed(summary(session))
    assert texts[:3] == ["Waiting", text(session, B), text(session, C)]
    assert "Being asked" not in texts


def test_the_room_sees_the_names_before_and_leaves_one_out(session: LiveSession) -> None:
    name = row(session, "Waiting")
    page = session.picture().content
    assert isinstance(page, ListPage)
    assert "Waiting" in [note.text for note in page.lines]
    session.choice.leave_out(name)
    texts = printed(summary(session))
    assert texts[0] == "Being asked"
    assert not [each for each in texts if "Waiting" in each]
    assert sorted(texts[1:3]) == sorted((text(session, D), text(session, A)))
    session.choice.include(row(session, "Waiting"))
    assert "Waiting" in printed(summary(session))


def test_a_name_that_is_taken_out_is_gone_also_from_undo(session: LiveSession) -> None:
    session.choice.take_out(row(session, "Waiting"))
    session.steps.jump(SORT.id)
    assert [name for name, _letters in outline(session)] == ["", "Being asked"]
    assert "Waiting" not in str(session.workshop.states)
    do(session, Undo(), Undo())
    assert outline(session) == [("", "ABCDEF")]


def test_a_step_that_stays_in_the_room_groups_nothing(tmp_path: Path) -> None:
    quiet = replace(SORT, record_default=False)
    session = sorting(tmp_path, steps=(TALK, GATHER, quiet, CHOICE))
    put(session, "Waiting", A)
    assert gathering(summary(session)).groups == ()
    assert "Waiting" not in json_of(summary(session))
    session.close()


def test_a_line_that_is_taken_out_of_the_workshop_leaves_its_pattern(session: LiveSession) -> None:
    take_out(session, D)
    groups = gathering(summary(session)).groups
    assert [group.name.first for group in groups] == ["Waiting", "Being asked"]
    assert [len(group.lines) for group in groups] == [3, 1]


def test_what_is_beside_the_record_gives_the_same_record(session: LiveSession) -> None:
    before = summary(session)
    assert summary_from_json(json_of(before)) == before


def test_a_name_or_a_line_comes_out_of_a_finished_record(session: LiveSession) -> None:
    before = summary(session)
    place, _name = next(each for each in lines_of(before) if each[1] == "Waiting")
    left = without_lines(before, [place])
    assert "Waiting" not in json_of(left)
    assert gathering(left).unnamed == gathering(before).unnamed
    assert [group.name.first for group in gathering(left).groups] == ["Being asked"]
    gone = without_lines(before, [text(session, A), text(session, D)])
    assert [group.name.first for group in gathering(gone).groups] == ["Waiting"]
    assert printed(gone)[:3] == ["Waiting", text(session, B), text(session, C)]


def test_an_earlier_program_reads_a_record_without_patterns(session: LiveSession) -> None:
    assert '"version": 3' in json_of(summary(session))
    session.choice.leave_out(row(session, "Waiting"))
    session.choice.leave_out(row(session, "Being asked"))
    assert '"version": 2' in json_of(summary(session))
    assert WAITING == 0
