"""Two pulses with the same statements: the second is compared, and both can be side by side."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.pulse.commands import (
    Begin,
    CloseAnswers,
    PutBeside,
    ShowShapes,
    TalkInstead,
)
from facilitator.kinds.pulse.desk import PulseView
from facilitator.kinds.pulse.shape import AS_BEFORE, Shape
from facilitator.kinds.pulse.state import AnsweredBy, Phase, Pulse
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import PairPage, ShapesPage
from tests.helpers.clock import FakeClock
from tests.helpers.folder import left_of
from tests.helpers.programs import started
from tests.helpers.sessions import (
    CHOICE,
    PLAN,
    SETUP,
    TALK,
    a_session,
    own_view,
    reopened,
    state_in,
)
from tests.kinds.pulse.test_session import LOOK, PULSE, STATEMENTS, record
from tests.live.library.test_saved_steps import GROUP, PULSES, close, shown

AGAIN = replace(PULSE, id=StepId("pulse-again"), title=Words.of("Pulse at the end"))
OTHERS = replace(
    AGAIN, statements=(Words.of("Today I could ask."), Words.of("Today I could say no."))
)
Turns = tuple[tuple[int | None, ...], ...]

DOTS: Turns = ((1, 4), (1, 4), (2, 4), (2, 4), (2, 3), (4, 3), (4, 3), (4, 3))
HIGHER: Turns = ((3, 4), (3, 4), (3, 4), (3, 4), (4, 3), (4, 3), (4, 3), (4, 3))
ONE_LESS: Turns = DOTS[:-1]
LOW: Turns = tuple((answer, 4) for answer in (0, 0, 0, 1, 1, 1, 2, 2, 2, 2))
HIGH: Turns = tuple((answer, 4) for answer in (3, 3, 3, 3, 3, 4, 4, 4, 4, 4))
HIGH_DOTS = '"columns": [0, 0, 0, 5, 5]'
ASKED = (
    f'{{{{"asked": {{{{"statement": [["en", "{STATEMENTS[0]}"]], "scale": []}}}}, '
    '"shapes": {shapes}}}'
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, PULSE, AGAIN, CHOICE)))
    session.board.toggle_curtain()
    yield session
    session.close()


def hold(session: LiveSession, step: StepId, turns: Turns, *, compare: bool = False) -> None:
    """Have people answer a pulse, and show it."""
    session.steps.jump(step)
    session.own.do(step, Begin(AnsweredBy.CORNER, compare=compare))
    for turn in turns:
        session.own.hand_in(step, turn)
    session.own.do(step, CloseAnswers())
    session.own.do(step, ShowShapes())


def pulse(session: LiveSession, step: StepId) -> Pulse:
    return state_in(session, step, Pulse)


def view(session: LiveSession) -> PulseView:
    return own_view(session, PulseView)


def pairs(session: LiveSession) -> tuple[PairPage, ...]:
    content = session.picture().content
    assert isinstance(content, ShapesPage)
    return content.pairs


def test_a_second_time_that_few_changed_has_no_clear_difference_and_no_number(
    session: LiveSession,
) -> None:
    hold(session, PULSE.id, DOTS)
    hold(session, AGAIN.id, ONE_LESS)
    assert pulse(session, AGAIN.id).shapes == (AS_BEFORE, AS_BEFORE)
    content = session.picture().content
    assert isinstance(content, ShapesPage)
    assert [shape.text.first for shape in content.shapes] == [
        "No clear difference from the time before."
    ] * 2
    assert [line for line in record(session) if "No clear difference" in line]
    assert not [line for line in record(session) if " ." in line]


def test_people_are_told_before_they_answer_again(session: LiveSession) -> None:
    hold(session, PULSE.id, DOTS)
    session.steps.jump(AGAIN.id)
    session.own.do(AGAIN.id, Begin(AnsweredBy.CORNER))
    corner = session.corner()
    assert corner is not None
    assert any("were asked before" in words.first for words in corner.promise)
    assert view(session).compares


def test_both_times_are_side_by_side_once_both_are_shown(session: LiveSession) -> None:
    hold(session, PULSE.id, DOTS)
    with pytest.raises(NotAllowedNowError):
        session.own.do(PULSE.id, PutBeside(beside=True))
    hold(session, AGAIN.id, HIGHER)
    assert view(session).can_be_beside
    session.own.do(AGAIN.id, PutBeside(beside=True))
    first, second = pairs(session)
    assert (first.before.statement.first, first.now.statement.first) == ("Earlier", "Now")
    assert first.before.columns == (0, 2, 3, 0, 3)
    assert first.now.columns == (0, 0, 0, 4, 4)
    assert second.before.columns == (0, 0, 0, 4, 4)
    assert second.now.text.first == "No clear difference"
    content = session.picture().content
    assert isinstance(content, ShapesPage)
    assert "Different people may have answered." in content.text.first
    assert not content.shapes
    session.own.do(AGAIN.id, PutBeside(beside=False))
    assert not pairs(session)


def test_a_later_step_that_opens_it_shows_it_the_same_way(tmp_path: Path) -> None:
    look = replace(LOOK, of=AGAIN.id)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(PULSE, AGAIN, look, CHOICE)))
    hold(session, PULSE.id, DOTS)
    hold(session, AGAIN.id, HIGHER)
    session.steps.jump(look.id)
    session.own.do(AGAIN.id, PutBeside(beside=True))
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.board.toggle_curtain()
    assert len(pairs(again)) == 2
    again.close()


def test_other_statements_are_not_compared(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, PULSE, OTHERS, CHOICE)))
    hold(session, PULSE.id, DOTS)
    hold(session, OTHERS.id, ONE_LESS)
    assert not view(session).can_be_beside
    assert pulse(session, OTHERS.id).shapes[0].answered == 7
    with pytest.raises(NotAllowedNowError):
        session.own.do(OTHERS.id, PutBeside(beside=True))
    session.close()


def test_the_same_words_on_another_scale_are_not_compared(tmp_path: Path) -> None:
    scale = tuple(Words.of(f"{number}: step") for number in range(1, 6))
    steps = (TALK, PULSE, replace(AGAIN, scale=scale), CHOICE)
    session = a_session(tmp_path, plan=replace(PLAN, steps=steps))
    hold(session, PULSE.id, DOTS)
    hold(session, AGAIN.id, ONE_LESS)
    assert pulse(session, AGAIN.id).shapes[0].answered == 7
    session.close()


def test_a_first_time_that_is_shown_after_the_second_is_compared_with_it(
    session: LiveSession,
) -> None:
    hold(session, AGAIN.id, DOTS)
    hold(session, PULSE.id, ONE_LESS)
    assert pulse(session, PULSE.id).shapes == (AS_BEFORE, AS_BEFORE)


def test_a_first_time_that_nobody_saw_is_not_compared_with(session: LiveSession) -> None:
    session.steps.jump(PULSE.id)
    session.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    session.own.do(PULSE.id, CloseAnswers())
    session.own.do(PULSE.id, TalkInstead())
    hold(session, AGAIN.id, ONE_LESS)
    assert pulse(session, AGAIN.id).shapes[0].answered == 7


def test_a_group_that_kept_its_pulse_can_compare_with_it(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    with started(data) as workshops:
        close(workshops, shown(workshops), data)
        session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
        session.steps.jump(PULSE.id)
        assert view(session).last_on == "1 January 2030"
        hold(session, PULSE.id, HIGHER, compare=True)
        assert not view(session).last_on
        session.own.do(PULSE.id, PutBeside(beside=True))
        first, _second = pairs(session)
        assert first.before.statement.first == "Last time"
        assert first.before.columns == (2, 0, 3, 0, 3)
        assert first.now.columns == (0, 0, 0, 4, 4)
        session.close()


def test_a_group_that_does_not_ask_for_it_is_not_compared(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    with started(data) as workshops:
        close(workshops, shown(workshops), data)
        session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
        hold(session, PULSE.id, HIGHER)
        assert not view(session).can_be_beside
        assert pulse(session, PULSE.id).last_time == ()
        session.close()


def test_no_clear_difference_keeps_the_shape_that_it_was_compared_with(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    with started(data) as workshops:
        close(workshops, shown(workshops), data)
        for _time in range(2):
            session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
            hold(session, PULSE.id, ((0, 4), (0, 4), *DOTS[2:]), compare=True)
            state = pulse(session, PULSE.id)
            assert state.phase is Phase.SHOWN
            assert state.shapes[0] == AS_BEFORE
            assert state.last_time[0].columns == (2, 0, 3, 0, 3)
            session.own.keep_for_next(PULSE.id, yes=True)
            close(workshops, session, data)


def test_a_pulse_is_compared_with_the_last_time_of_another_pulse_of_today(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    with started(data) as workshops:
        close(workshops, shown(workshops), data)
        plan = replace(PULSES, steps=(PULSE, AGAIN, CHOICE))
        session = workshops.begin(plan, replace(SETUP, group=GROUP))
        hold(session, PULSE.id, HIGHER, compare=True)
        assert pulse(session, PULSE.id).shapes[0].columns == (0, 0, 0, 4, 4)
        hold(session, AGAIN.id, ((0, 4), (0, 4), *DOTS[2:]))
        assert pulse(session, AGAIN.id).shapes[0] == AS_BEFORE
        session.close()


def workshop_of_group(
    workshops: Workshops, *pulses: Turns, compare: bool = False, yes: bool = True
) -> tuple[LiveSession, tuple[Pulse, ...]]:
    """Return a workshop of the group in which one or two pulses were shown, and these."""
    steps = (PULSE, AGAIN)[: len(pulses)]
    session = workshops.begin(replace(PULSES, steps=(*steps, CHOICE)), replace(SETUP, group=GROUP))
    for step, turns in zip(steps, pulses, strict=True):
        hold(session, step.id, turns, compare=compare)
        session.own.keep_for_next(step.id, yes=yes)
    return session, tuple(pulse(session, step.id) for step in steps)


def next_shape(workshops: Workshops, turns: Turns) -> Shape:
    """Return what the group's next workshop shows of the first statement; it is not listed."""
    session, (state,) = workshop_of_group(workshops, turns, compare=True)
    session.close()
    workshops.delete(session.workshop.id)
    return state.shapes[0]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (folder := tmp_path / "data").mkdir()
    return folder


def test_the_next_workshop_is_compared_with_each_pulse_that_stayed(data: Path) -> None:
    with started(data) as workshops:
        session, (low, high) = workshop_of_group(workshops, LOW, HIGH)
        assert (low.shapes[0].columns, high.shapes[0].columns) == ((3, 3, 4, 0, 0), (0, 0, 0, 5, 5))
        close(workshops, session, data)
        assert next_shape(workshops, LOW[:-1]) == AS_BEFORE
        assert next_shape(workshops, HIGH[:-1]) == AS_BEFORE
        session, (state,) = workshop_of_group(workshops, HIGH[:-1], compare=True)
        assert [shape.columns for shape in state.last_times[0]] == [
            (3, 3, 4, 0, 0),
            (0, 0, 0, 5, 5),
        ]
        assert state.last_time[0].columns == (0, 0, 0, 5, 5)
        session.close()


def test_after_no_clear_difference_all_stay_that_it_was_compared_with(data: Path) -> None:
    with started(data) as workshops:
        close(workshops, workshop_of_group(workshops, LOW, HIGH)[0], data)
        session, (state,) = workshop_of_group(workshops, LOW[:-1], compare=True)
        assert state.shapes[0] == AS_BEFORE
        close(workshops, session, data)
        assert next_shape(workshops, LOW[:-1]) == AS_BEFORE
        assert next_shape(workshops, HIGH[:-1]) == AS_BEFORE


def test_after_a_clear_difference_the_time_before_it_stays_too(data: Path) -> None:
    with started(data) as workshops:
        close(workshops, workshop_of_group(workshops, LOW)[0], data)
        session, (state,) = workshop_of_group(workshops, HIGH, compare=True)
        assert state.shapes[0].columns
        close(workshops, session, data)
        assert next_shape(workshops, LOW[:-1]) == AS_BEFORE
        assert next_shape(workshops, HIGH[:-1]) == AS_BEFORE


def test_a_second_pulse_of_today_leaves_the_one_that_it_is_as(data: Path) -> None:
    with started(data) as workshops:
        session, (_first, second) = workshop_of_group(workshops, HIGH, HIGH[:-1])
        assert second.shapes[0] == AS_BEFORE
        session.own.keep_for_next(PULSE.id, yes=False)
        close(workshops, session, data)
        assert left_of(data, (HIGH_DOTS,))
        assert next_shape(workshops, HIGH[:-1]) == AS_BEFORE
        assert next_shape(workshops, LOW).columns == (3, 3, 4, 0, 0)


def test_what_a_voice_took_out_of_the_record_stays_with_no_other_pulse(data: Path) -> None:
    with started(data) as workshops:
        session, _pulses = workshop_of_group(workshops, HIGH, HIGH[:-1])
        for row in [row for row in session.desk().record.rows if "10 of us" in row.text]:
            session.choice.leave_out(row)
        close(workshops, session, data)
        assert left_of(data, (HIGH_DOTS,)) == {}


def test_a_later_no_forgets_every_time_before(data: Path) -> None:
    with started(data) as workshops:
        close(workshops, workshop_of_group(workshops, LOW, HIGH)[0], data)
        close(workshops, workshop_of_group(workshops, LOW, compare=True, yes=False)[0], data)
        assert next_shape(workshops, LOW[:-1]).answered == 9


ONE_OF_THEM = replace(AGAIN, statements=PULSE.statements[1:])


@pytest.mark.parametrize(("first", "then"), [(PULSE, ONE_OF_THEM), (ONE_OF_THEM, PULSE)])
def test_a_statement_is_compared_with_a_pulse_that_asks_others_too(
    tmp_path: Path, first: Step, then: Step
) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, first, then, CHOICE)))
    hold(session, first.id, tuple(turn[-len(first.statements) :] for turn in DOTS))
    session.steps.jump(then.id)
    hold(session, then.id, tuple(turn[-len(then.statements) :] for turn in ONE_LESS))
    assert pulse(session, then.id).shapes[-1] == AS_BEFORE
    assert view(session).compares
    session.close()


def test_side_by_side_has_the_statement_that_both_pulses_ask(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, ONE_OF_THEM, PULSE, CHOICE)))
    session.board.toggle_curtain()
    hold(session, ONE_OF_THEM.id, tuple((answer,) for _other, answer in DOTS))
    hold(session, PULSE.id, HIGHER)
    session.own.do(PULSE.id, PutBeside(beside=True))
    (pair,) = pairs(session)
    assert pair.statement.first == STATEMENTS[1]
    assert pulse(session, PULSE.id).shapes[0].columns == (0, 0, 0, 4, 4)
    session.close()


def test_in_two_languages_both_sides_have_both(tmp_path: Path) -> None:
    both = tuple(Words(((WELSH, f"C {n}"), (ENGLISH, f"E {n}"))) for n in range(2))
    steps = tuple(replace(step, statements=both) for step in (PULSE, AGAIN))
    plan = replace(PLAN, languages=(WELSH, ENGLISH), steps=(*steps, CHOICE))
    session = a_session(tmp_path, plan=plan)
    session.board.toggle_curtain()
    hold(session, PULSE.id, DOTS)
    hold(session, AGAIN.id, HIGHER)
    session.own.do(AGAIN.id, PutBeside(beside=True))
    first, _second = pairs(session)
    assert first.now.statement.in_(WELSH) == "Nawr"
    assert first.statement.in_(WELSH) == "C 0"
    session.close()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"x": 1}',
        '{"statement": [["en", "x"]], "scale": [], "shape": {"answered": 3}}',
        ASKED.format(shapes='[{"answered": 3}]'),
        ASKED.format(shapes='[{"as_before": true}]'),
    ],
)
def test_what_no_pulse_left_in_the_library_is_not_compared_with(
    tmp_path: Path, content: str
) -> None:
    (data := tmp_path / "data").mkdir()
    with started(data) as workshops:
        close(workshops, shown(workshops), data)
        with closing(sqlite3.connect(data / "library.db")) as db, db:
            assert db.execute("UPDATE for_next SET content = ?", (content,)).rowcount == 2
        session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
        session.steps.jump(PULSE.id)
        assert not view(session).last_on
        hold(session, PULSE.id, HIGHER, compare=True)
        assert not view(session).can_be_beside
        session.close()
