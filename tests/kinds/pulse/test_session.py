"""A pulse through the session: answers in totals, shown once, and only what was shown stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.summary import summary_of
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import FloorError, NotAllowedNowError, StoreDamagedError
from facilitator.kinds.pulse.commands import (
    Begin,
    CloseAnswers,
    EnterSlips,
    Reopen,
    ShowShapes,
    TalkInstead,
)
from facilitator.kinds.pulse.desk import PulseView
from facilitator.kinds.pulse.shape import Answers
from facilitator.kinds.pulse.state import AnsweredBy, Phase, Pulse, PulseOptions, StatementSet
from facilitator.kinds.registry import LIVE
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import GatherPage, ListPage, MessagePage, ShapesPage, StepPage
from tests.helpers.broken_files import change_state
from tests.helpers.clock import FakeClock
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

STATEMENTS = ("I can ask for help.", "I can say no.")
PULSE = Step(
    StepId("pulse"),
    StepKind.PULSE,
    Words.of("Pulse and tea"),
    TALK.length,
    question=Words.of("How true is each for you?"),
    reveal=Reveal.COUNTS,
    statements=tuple(map(Words.of, STATEMENTS)),
)
LOOK = replace(
    TALK,
    id=StepId("look"),
    kind=StepKind.OPEN,
    segments=(),
    reveal=Reveal.COUNTS,
    of=PULSE.id,
)
STEPS = (TALK, PULSE, LOOK, CHOICE)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.board.toggle_curtain()
    session.steps.jump(PULSE.id)
    yield session
    session.close()


def do(session: LiveSession, *acts: object) -> None:
    for act in acts:
        session.own.do(PULSE.id, act)


def answer(session: LiveSession, *turns: tuple[int | None, ...]) -> None:
    """Answer at the typing corner, each person as given."""
    do(session, Begin(AnsweredBy.CORNER))
    for turn in turns:
        session.own.hand_in(PULSE.id, turn)


def pulse(session: LiveSession) -> Pulse:
    return state_in(session, PULSE.id, Pulse)


def view(session: LiveSession) -> PulseView:
    return own_view(session, PulseView)


EIGHT = ((0, 4), (0, 4), (2, 4), (2, 3), (2, 3), (4, 3), (4, None), (4, 4))


def test_the_statements_are_on_the_board_before_and_the_ways_to_answer_meanwhile(
    session: LiveSession,
) -> None:
    content = session.picture().content
    assert isinstance(content, StepPage)
    assert content.said[:2] == STATEMENTS
    do(session, Begin(AnsweredBy.CORNER))
    assert isinstance(session.picture().content, GatherPage)


def test_nothing_on_the_board_or_the_console_changes_with_an_answer_under_the_floor(
    session: LiveSession,
) -> None:
    do(session, Begin(AnsweredBy.CORNER))
    before = session.picture(), session.desk()
    for turn in ((0, 1), (None, None), (4, 4), (2, None)):
        session.own.hand_in(PULSE.id, turn)
        assert (session.picture(), session.desk()) == before
    session.own.hand_in(PULSE.id, (1, 1))
    assert view(session).is_enough


def test_answers_are_totals_for_each_statement(session: LiveSession) -> None:
    answer(session, *EIGHT)
    assert pulse(session).turns == 8
    assert pulse(session).answers == (
        Answers((2, 0, 3, 0, 3)),
        Answers((0, 0, 0, 3, 4), rather_not=1),
    )


def test_the_room_sees_each_statement_on_its_own_page_once_all_look(session: LiveSession) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    assert isinstance(session.picture().content, MessagePage)
    do(session, ShowShapes())
    content = session.picture().content
    assert isinstance(content, ShapesPage)
    first, second = content.shapes
    assert first.columns == (2, 0, 3, 0, 3)
    assert first.text.first == "8 of us answered. The spread is wide."
    assert second.columns == ()
    assert [(name.first, amount.first) for name, amount in second.rows] == [
        ("Lower: 1 or 2", "few or none of us"),
        ("Middle: 3", "few or none of us"),
        ("Higher: 4 or 5", "most of us"),
    ]
    assert session.page_count() == 2


def test_once_shown_the_totals_are_gone_and_nobody_answers_any_more(session: LiveSession) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers(), ShowShapes())
    assert pulse(session).answers == ()
    assert pulse(session).turns == 0
    late = (Reopen(), CloseAnswers(), ShowShapes(), TalkInstead(), Begin(AnsweredBy.SLIPS))
    for act in late:
        with pytest.raises(NotAllowedNowError):
            do(session, act)
    with pytest.raises(NotAllowedNowError):
        session.own.hand_in(PULSE.id, (1, 1))


def test_fewer_than_five_turns_show_nothing_and_their_answers_are_deleted(
    session: LiveSession,
) -> None:
    answer(session, *EIGHT[:4])
    do(session, CloseAnswers())
    assert not view(session).is_enough
    with pytest.raises(FloorError):
        do(session, ShowShapes())
    do(session, TalkInstead())
    content = session.picture().content
    assert isinstance(content, ListPage)
    assert [words.first for words in content.fixed] == list(STATEMENTS)
    assert pulse(session).answers == ()


def test_five_turns_of_four_people_show_nothing(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=STEPS)
    few = a_session(tmp_path, plan=plan, setup=replace(SETUP, people=4))
    few.steps.jump(PULSE.id)
    answer(few, *EIGHT[:5])
    do(few, CloseAnswers())
    with pytest.raises(FloorError):
        do(few, ShowShapes())
    few.close()


def test_a_plan_raises_the_floor(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=(TALK, replace(PULSE, floor=9), CHOICE))
    session = a_session(tmp_path, plan=plan)
    session.steps.jump(PULSE.id)
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    with pytest.raises(FloorError):
        do(session, ShowShapes())
    session.close()


def test_before_anybody_has_seen_anything_people_can_answer_again(session: LiveSession) -> None:
    answer(session, *EIGHT[:4])
    do(session, CloseAnswers(), Reopen())
    session.own.hand_in(PULSE.id, EIGHT[4])
    do(session, CloseAnswers(), ShowShapes())
    assert pulse(session).phase is Phase.SHOWN


def test_a_room_that_does_not_want_to_look_lets_go_of_its_answers(session: LiveSession) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers(), TalkInstead())
    assert pulse(session).answers == ()
    assert isinstance(session.picture().content, ListPage)


def test_nobody_answers_before_support_and_recipients_are_named(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=STEPS)
    session = a_session(tmp_path, plan=plan, setup=replace(SETUP, recipients=""))
    session.steps.jump(PULSE.id)
    with pytest.raises(NotAllowedNowError):
        do(session, Begin(AnsweredBy.CORNER))
    session.close()


def test_once_people_can_answer_the_recipients_are_fixed(session: LiveSession) -> None:
    do(session, Begin(AnsweredBy.CORNER))
    with pytest.raises(NotAllowedNowError):
        session.setup.set(replace(SETUP, recipients="the whole company"))


@pytest.mark.parametrize("answered_by", AnsweredBy)
def test_people_are_told_that_it_goes_in_the_record_to_whom_and_how_it_comes_out(
    session: LiveSession, answered_by: AnsweredBy
) -> None:
    before = session.picture().content
    do(session, Begin(answered_by))
    content = session.picture().content
    corner = session.corner()
    promises = [before.said if isinstance(before, StepPage) else ()]
    if answered_by is AnsweredBy.SLIPS:
        promises.append(content.said if isinstance(content, StepPage) else ())
    elif corner is not None:
        promises.append(tuple(words.first for words in corner.promise))
        short = " ".join(line.words.first for line in corner.short)
        assert "go in the record" in short
        assert "One voice is enough" in short
    assert len(promises) == 2
    for promise in promises:
        words = " ".join(promise)
        assert "they go in the record" in words
        assert "The record goes to: all of us." in words
        assert "One voice is enough." in words


def test_a_pulse_that_the_plan_keeps_in_the_room_is_in_no_record_and_says_so(
    tmp_path: Path,
) -> None:
    steps = (TALK, replace(PULSE, record_default=False), CHOICE)
    session = a_session(tmp_path, plan=replace(PLAN, steps=steps))
    session.steps.jump(PULSE.id)
    answer(session, *EIGHT)
    corner = session.corner()
    assert corner is not None
    assert "They do not go in the record." in [words.first for words in corner.promise]
    assert "The record goes to" not in " ".join(words.first for words in corner.promise)
    do(session, CloseAnswers(), ShowShapes())
    assert record(session) == ()
    session.close()


SLIPS = (Answers((1, 1, 2, 2, 2)), Answers((0, 0, 4, 2, 0), rather_not=2))


def test_slips_are_counted_as_totals(session: LiveSession) -> None:
    do(session, Begin(AnsweredBy.SLIPS), EnterSlips(SLIPS), CloseAnswers(), ShowShapes())
    content = session.picture().content
    assert isinstance(content, ShapesPage)
    assert content.shapes[0].rows
    assert content.shapes[1].rows


def test_counting_can_be_stopped_in_the_middle_and_goes_on_after_a_crash(
    session: LiveSession, tmp_path: Path
) -> None:
    do(session, Begin(AnsweredBy.SLIPS), EnterSlips((SLIPS[0], Answers())))
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert pulse(again).answers == (SLIPS[0], Answers())
    again.close()


def test_answering_closes_only_when_each_statement_has_as_many_slips(session: LiveSession) -> None:
    do(session, Begin(AnsweredBy.SLIPS), EnterSlips((SLIPS[0], Answers((0, 0, 4, 2, 0)))))
    with pytest.raises(NotAllowedNowError, match="Statement 2 has 6 slips, and statement 1 has 8"):
        do(session, CloseAnswers())
    assert pulse(session).phase is Phase.ANSWERING


def test_slips_and_the_corner_never_mix(session: LiveSession) -> None:
    answer(session, (1, 1))
    with pytest.raises(NotAllowedNowError):
        do(session, EnterSlips(SLIPS))
    with pytest.raises(NotAllowedNowError):
        do(session, Begin(AnsweredBy.SLIPS))


def test_a_later_step_opens_the_shapes_with_the_same_panel(session: LiveSession) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    session.steps.jump(LOOK.id)
    assert isinstance(session.picture().content, MessagePage)
    assert view(session).is_enough
    do(session, ShowShapes())
    assert isinstance(session.picture().content, ShapesPage)


def test_a_pulse_comes_back_from_its_file_as_it_was(session: LiveSession, tmp_path: Path) -> None:
    answer(session, *EIGHT)
    saved = pulse(session)
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert pulse(again) == saved
    do(again, CloseAnswers(), ShowShapes())
    shapes = pulse(again).shapes
    again.close()
    last = reopened(tmp_path, FakeClock())
    assert pulse(last).shapes == shapes
    last.close()


def test_the_record_has_what_the_board_showed_and_nothing_before(session: LiveSession) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    assert record(session) == ()
    do(session, ShowShapes())
    assert record(session) == (
        "I can ask for help. 8 of us answered. The spread is wide. "
        "1 not true for me: 2; 2: 0; 3 partly true: 3; 4: 0; 5 very true for me: 3.",
        "I can say no. 7 of us answered. Lower: 1 or 2: few or none of us; "
        "Middle: 3: few or none of us; Higher: 4 or 5: most of us.",
    )


def test_a_statement_in_two_languages_is_left_out_whole(tmp_path: Path) -> None:
    both = PulseOptions(StatementSet.ONE)
    step = replace(PULSE, statements=(), options=both)
    plan = replace(PLAN, steps=(TALK, step, CHOICE), languages=(WELSH, ENGLISH))
    session = a_session(tmp_path, plan=plan)
    session.steps.jump(PULSE.id)
    answer(session, *((turn[0],) for turn in EIGHT))
    do(session, CloseAnswers(), ShowShapes())
    session.steps.jump(CHOICE.id)
    row, *notes = (row for row in session.desk().record.rows if row.of_kind)
    assert "Gallaf" in row.text
    assert "I can say" in row.text
    session.choice.leave_out(row)
    assert not [line for line in record(session) if "I can say" in line or "Gallaf" in line]
    assert len(notes) == 1
    session.close()


@pytest.mark.parametrize("part", ["answers", "shapes"])
def test_a_file_with_too_few_statements_is_refused_with_a_sentence(
    session: LiveSession, tmp_path: Path, part: str
) -> None:
    answer(session, *EIGHT)
    do(session, CloseAnswers())
    if part == "shapes":
        do(session, ShowShapes())
    session.close()
    change_state(tmp_path, lambda fields: fields[part].pop())
    with pytest.raises(StoreDamagedError):
        reopened(tmp_path, FakeClock())


def record(session: LiveSession) -> tuple[str, ...]:
    summary = summary_of(session.workshop, date(2026, 3, 4), LIVE.record)
    steps = [step for step in summary.steps if step.kind is StepKind.PULSE]
    return tuple(line for step in steps for block in step.blocks for line in block.lines)
