"""Dots through the session: totals for each line, shown once, and only what was shown stays."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.contribution import Contribution, SetAside, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.setup import Setup
from facilitator.domain.soundness import check_sound
from facilitator.domain.summary import SessionSummary, summary_of
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import FloorError, NotAllowedNowError, StoreDamagedError
from facilitator.kinds.dots.commands import (
    Begin,
    Choose,
    ClosePlacing,
    EnterTotals,
    LeaveOut,
    Reopen,
    ShowDots,
    TalkInstead,
)
from facilitator.kinds.dots.counts import Budget, Given, Result
from facilitator.kinds.dots.desk import DotsView
from facilitator.kinds.dots.lines import gathering_of
from facilitator.kinds.dots.room import CornerLines
from facilitator.kinds.dots.state import Dots, DotsOptions, Phase, PlacedBy
from facilitator.kinds.registry import LIVE
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import GatherPage, MessagePage, NotesPage, StepPage
from tests.helpers.broken_files import change_state
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import (
    CHOICE,
    GATHER,
    OPEN,
    PLAN,
    SETUP,
    TALK,
    a_session,
    own_view,
    reopened,
    state_in,
)

A, B, C, D, E, F = range(6)
DOTS = Step(
    StepId("dots"),
    StepKind.DOTS,
    Words.of("Dots and tea"),
    TALK.length,
    question=Words.of("Where would you start?"),
    reveal=Reveal.COUNTS,
    of=GATHER.id,
    options=DotsOptions(3, 2),
)
STEPS = (GATHER, OPEN, DOTS, CHOICE)
LINES = (
    "the door is open",
    "nobody fills every silence",
    "I can have a second go",
    "we get the questions before",
    "my time is paid",
    "a quiet minute before we talk",
)
Turned = Mapping[int, int]
FIVE: tuple[Turned, ...] = ({B: 1, D: 2}, {D: 2}, {B: 2, C: 1}, {}, {D: 1, F: 1})


def at_dots(
    folder: Path,
    step: Step = DOTS,
    plan: Plan = PLAN,
    setup: Setup = SETUP,
    lines: tuple[str, ...] = LINES,
) -> LiveSession:
    """Return a session at the dots, after its lines were written and opened."""
    steps = tuple(step if each is DOTS else each for each in STEPS)
    session = a_session(folder, plan=replace(plan, steps=steps), setup=setup)
    session.board.toggle_curtain()
    write(session, lines)
    session.steps.jump(step.id)
    return session


def write(session: LiveSession, lines: tuple[str, ...] = LINES) -> None:
    """Write lines, and open them together."""
    session.writing.open(GATHER.id, promise_said=True)
    for line in lines:
        session.writing.give_turn(Turn((line,) if line else ()))
    session.writing.close(GATHER.id)
    session.writing.open_together(GATHER.id, warned=True)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = at_dots(tmp_path)
    yield session
    session.close()


def do(session: LiveSession, *acts: object) -> None:
    for act in acts:
        session.own.do(DOTS.id, act)


def hand_in(session: LiveSession, *turns: Turned) -> None:
    for turn in turns:
        session.own.hand_in(DOTS.id, tuple(turn.items()))


def place(session: LiveSession, *turns: Turned) -> None:
    """Place dots at the typing corner, each person as given."""
    do(session, Begin(PlacedBy.CORNER))
    hand_in(session, *turns)


def dots(session: LiveSession) -> Dots:
    return state_in(session, DOTS.id, Dots)


def view(session: LiveSession) -> DotsView:
    return own_view(session, DotsView)


def line_at(session: LiveSession, letter: int) -> Contribution:
    """Return the opened line with a letter."""
    lines = session.workshop.gathering(GATHER.id).contributions
    return next(line for line in lines if line.letter == letter)


def notes(session: LiveSession) -> NotesPage:
    content = session.picture().content
    assert isinstance(content, NotesPage)
    return content


def beside(session: LiveSession) -> dict[str, int]:
    """Return how many dots the board shows beside each line, by its letter."""
    counted = {note.letter: note.dots for note in notes(session).notes}
    return {letter: dots.count for letter, dots in counted.items() if dots is not None}


def summary(session: LiveSession) -> SessionSummary:
    return summary_of(session.workshop, date(2026, 3, 4), LIVE.record)


def test_what_people_are_told_is_on_the_board_before_and_the_ways_meanwhile(
    session: LiveSession,
) -> None:
    content = session.picture().content
    assert isinstance(content, StepPage)
    assert content.said[0] == "Dots for each of us: 3. On one line at most: 2."
    assert "never fewer than five" in " ".join(content.said)
    do(session, Begin(PlacedBy.CORNER))
    meanwhile = session.picture().content
    assert isinstance(meanwhile, GatherPage)
    assert ("Your dots", "3 each, at most 2 on one line") in [
        (what.first, how.first) for what, how in meanwhile.ways
    ]


def test_nothing_on_the_board_or_the_console_changes_with_a_turn_under_the_floor(
    session: LiveSession,
) -> None:
    do(session, Begin(PlacedBy.CORNER))
    before = session.picture(), session.desk(), session.corner()
    for turn in FIVE[:4]:
        hand_in(session, turn)
        assert (session.picture(), session.desk(), session.corner()) == before
    hand_in(session, FIVE[4])
    assert view(session).is_enough
    assert (session.picture(), session.corner()) == (before[0], before[2])


def test_nothing_changes_with_a_turn_over_the_floor(session: LiveSession) -> None:
    place(session, *FIVE)
    before = session.picture(), session.desk(), session.corner()
    for turn in FIVE:
        hand_in(session, turn)
        assert (session.picture(), session.desk(), session.corner()) == before


def test_the_file_has_how_many_gave_none_one_two_and_three_for_each_line(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    assert dots(session).turns == 5
    assert dots(session).given == (
        Given(A, (5, 0, 0, 0)),
        Given(B, (3, 1, 1, 0)),
        Given(C, (4, 1, 0, 0)),
        Given(D, (2, 1, 2, 0)),
        Given(E, (5, 0, 0, 0)),
        Given(F, (4, 1, 0, 0)),
    )


def test_the_room_sees_the_dots_beside_their_lines_in_the_order_of_the_letters(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    do(session, ClosePlacing())
    assert isinstance(session.picture().content, MessagePage)
    do(session, ShowDots())
    assert beside(session) == {"A": 0, "B": 3, "C": 1, "D": 5, "E": 0, "F": 1}
    page = notes(session)
    assert [note.text for note in page.notes] == [line_at(session, n).text for n in range(6)]
    assert page.heading.first == "Where would you start?"
    assert page.foot.first == "Every line stays, in its order"
    assert page.notes[1].dots is not None
    assert page.notes[1].dots.words.first == "Dots: 3"


def test_nearly_as_many_dots_as_all_can_give_are_that_many_or_more(session: LiveSession) -> None:
    place(session, *({D: 2} for _person in range(5)))
    do(session, ClosePlacing(), ShowDots())
    by_letter = {note.letter: note.dots for note in notes(session).notes}
    of_d = by_letter["D"]
    assert of_d is not None
    assert (of_d.count, of_d.or_more) == (7, True)
    assert of_d.words.first == "Dots: 7 or more"
    assert notes(session).foot.first == "Every line stays. + is “or more”"


def test_once_shown_how_many_gave_how_many_is_gone_and_nobody_places_any_more(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    do(session, ClosePlacing(), ShowDots())
    assert (dots(session).given, dots(session).turns) == ((), 0)
    assert session.corner() is None
    late = Reopen(), ClosePlacing(), ShowDots(), TalkInstead(), Begin(PlacedBy.HAND)
    for act in (*late, Choose(Budget(1, 1)), EnterTotals(5, {A: 1})):
        with pytest.raises(NotAllowedNowError):
            do(session, act)
    with pytest.raises(NotAllowedNowError):
        hand_in(session, {A: 1})


def test_fewer_than_five_turns_show_nothing_and_their_dots_are_deleted(
    session: LiveSession,
) -> None:
    place(session, *FIVE[:4])
    do(session, ClosePlacing())
    assert not view(session).is_enough
    with pytest.raises(FloorError):
        do(session, ShowDots())
    do(session, TalkInstead())
    assert not beside(session)
    assert len(notes(session).notes) == len(LINES)
    assert dots(session).given == ()


def test_five_turns_of_four_people_show_nothing(tmp_path: Path) -> None:
    few = at_dots(tmp_path, setup=replace(SETUP, people=4))
    place(few, *FIVE)
    do(few, ClosePlacing())
    with pytest.raises(FloorError):
        do(few, ShowDots())
    few.close()


def test_a_plan_raises_the_floor(tmp_path: Path) -> None:
    session = at_dots(tmp_path, replace(DOTS, floor=6))
    place(session, *FIVE)
    do(session, ClosePlacing())
    with pytest.raises(FloorError):
        do(session, ShowDots())
    do(session, Reopen())
    hand_in(session, {})
    do(session, ClosePlacing(), ShowDots())
    assert dots(session).phase is Phase.SHOWN
    session.close()


def test_nobody_places_dots_before_support_and_recipients_are_named(tmp_path: Path) -> None:
    session = a_session(
        tmp_path, plan=replace(PLAN, steps=STEPS), setup=replace(SETUP, recipients="")
    )
    session.steps.jump(DOTS.id)
    with pytest.raises(NotAllowedNowError):
        do(session, Begin(PlacedBy.CORNER))
    session.close()


def test_dots_wait_until_lines_are_open(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.steps.jump(DOTS.id)
    assert view(session).lines == 0
    with pytest.raises(NotAllowedNowError, match="No lines are open"):
        do(session, Begin(PlacedBy.CORNER))
    session.close()


def test_once_people_can_place_dots_the_recipients_are_fixed(session: LiveSession) -> None:
    do(session, Begin(PlacedBy.CORNER))
    with pytest.raises(NotAllowedNowError):
        session.setup.set(replace(SETUP, recipients="the whole company"))


def test_how_many_dots_there_are_is_chosen_before_and_fixed_when_placing_begins(
    session: LiveSession,
) -> None:
    assert view(session).budget == Budget(3, 2)
    do(session, Choose(Budget(5, 3)))
    assert view(session).budget == Budget(5, 3)
    do(session, Begin(PlacedBy.CORNER))
    with pytest.raises(NotAllowedNowError):
        do(session, Choose(Budget(4, 1)))
    hand_in(session, {A: 3, B: 2})
    with pytest.raises(ValueError, match="so many dots"):
        hand_in(session, {A: 3, B: 3})


@pytest.mark.parametrize(
    ("lines", "budget"), [(2, (1, 1)), (5, (2, 1)), (9, (3, 2)), (24, (6, 2)), (40, (7, 2))]
)
def test_without_a_plan_the_number_of_lines_suggests_how_many_dots(
    tmp_path: Path, lines: int, budget: tuple[int, int]
) -> None:
    names = tuple(f"line {number}" for number in range(lines))
    people = ("",) * max(0, 5 - lines)
    session = at_dots(tmp_path, replace(DOTS, options=DotsOptions()), lines=(*names, *people))
    assert view(session).budget == Budget(*budget)
    session.close()


@pytest.mark.parametrize(
    "turn", [{A: 4}, {A: 3}, {A: -1}, {A: 2, B: 2}], ids=["four", "over", "minus", "budget"]
)
def test_the_session_refuses_more_dots_than_a_person_has(
    session: LiveSession, turn: Turned
) -> None:
    do(session, Begin(PlacedBy.CORNER))
    with pytest.raises(ValueError, match="so many dots"):
        hand_in(session, turn)
    assert dots(session).turns == 0


def corner_lines(session: LiveSession) -> list[int]:
    picture = session.corner()
    assert picture is not None
    assert picture.own is not None
    assert isinstance(picture.own.content, CornerLines)
    return [line.letter for line in picture.own.content.lines]


def test_a_line_that_is_taken_out_leaves_the_dots_without_a_trace(session: LiveSession) -> None:
    place(session, *FIVE)
    session.writing.take_out(GATHER.id, line_at(session, D).id)
    assert dots(session).letters == (A, B, C, E, F)
    assert corner_lines(session) == [A, B, C, E, F]
    hand_in(session, {D: 2, B: 1})  # chosen just before
    do(session, ClosePlacing(), ShowDots())
    assert beside(session) == {"A": 0, "B": 4, "C": 1, "E": 0, "F": 1}
    session.writing.take_out(GATHER.id, line_at(session, B).id)
    assert [result.letter for result in dots(session).results] == [A, C, E, F]
    assert "B" not in beside(session)


def test_a_line_that_is_set_aside_meanwhile_is_not_shown_and_comes_back(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    line = line_at(session, D)
    session.writing.set_aside(GATHER.id, line.id, SetAside.PERSON)
    assert D not in corner_lines(session)
    do(session, ClosePlacing(), ShowDots())
    assert "D" not in beside(session)
    session.writing.let_through(GATHER.id, line_at(session, D).id)
    assert beside(session)["D"] == 5


def test_a_line_that_comes_late_gets_no_dots(session: LiveSession) -> None:
    place(session, *FIVE)
    write(session, ("late one", "late two", "late three"))
    session.board.step()
    assert corner_lines(session) == [A, B, C, D, E, F]
    do(session, ClosePlacing(), ShowDots())
    assert list(beside(session)) == ["A", "B", "C", "D", "E", "F"]


def test_a_step_that_names_none_is_about_the_lines_opened_last(tmp_path: Path) -> None:
    session = at_dots(tmp_path, replace(DOTS, of=None))
    place(session, *FIVE)
    assert corner_lines(session) == [A, B, C, D, E, F]
    session.close()


def test_once_placing_has_begun_another_gathering_that_opens_changes_no_line(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    workshop, later = session.workshop, replace(DOTS, of=None)
    agenda = workshop.agenda.with_run(replace(workshop.agenda.run_of(DOTS.id), step=later))
    other = replace(workshop.gathering(GATHER.id), step_id=CHOICE.id, contributions=())
    workshop = replace(workshop, agenda=agenda, gatherings=(*workshop.gatherings, other))
    assert gathering_of(workshop, later) == session.workshop.gathering(GATHER.id)


def test_dots_on_patterns_are_about_the_lines_of_their_gathering(tmp_path: Path) -> None:
    patterns = replace(OPEN, id=StepId("patterns"), kind=StepKind.PATTERNS)
    step = replace(DOTS, of=patterns.id)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(GATHER, patterns, step, CHOICE)))
    write(session)
    session.steps.jump(DOTS.id)
    place(session, *FIVE)
    assert dots(session).letters == (A, B, C, D, E, F)
    session.close()


# Dots that are counted by hand


def test_a_file_that_names_steps_in_a_circle_is_refused_and_never_walked_for_ever(
    session: LiveSession,
) -> None:
    for of in (DOTS.id, CHOICE.id):
        steps = replace(DOTS, of=of), replace(CHOICE, of=DOTS.id)
        agenda = session.workshop.agenda
        for step in steps:
            agenda = agenda.with_run(replace(agenda.run_of(step.id), step=step))
        workshop = replace(session.workshop, agenda=agenda)
        assert gathering_of(workshop, steps[0]) == session.workshop.gathering(GATHER.id)
        with pytest.raises(UnsoundError):
            check_sound(workshop)


def test_dots_are_counted_by_hand_and_shown_as_they_were_counted(session: LiveSession) -> None:
    do(session, Begin(PlacedBy.HAND), EnterTotals(6, {A: 0, B: 12, D: 5}))
    assert session.corner() is None
    assert isinstance(session.picture().content, StepPage)
    do(session, ClosePlacing(), ShowDots())
    assert beside(session) == {"A": 0, "B": 12, "C": 0, "D": 5, "E": 0, "F": 0}
    assert dots(session).results[B] == Result(B, 12)
    assert dots(session).counted == ()


def test_counting_can_be_stopped_in_the_middle_and_goes_on_after_a_crash(
    session: LiveSession, tmp_path: Path
) -> None:
    do(session, Begin(PlacedBy.HAND), EnterTotals(6, {B: 12}))
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert (view(again).people, view(again).counted[B].dots) == (6, 12)
    again.close()


def test_more_dots_than_people_have_keep_counting_open_and_say_so(session: LiveSession) -> None:
    do(session, Begin(PlacedBy.HAND), EnterTotals(5, {B: 10, C: 6}))
    with pytest.raises(NotAllowedNowError, match="16 dots are more than 5 people have: 15"):
        do(session, ClosePlacing())
    assert dots(session).phase is Phase.PLACING


def test_counted_dots_of_four_people_are_not_shown(session: LiveSession) -> None:
    do(session, Begin(PlacedBy.HAND), EnterTotals(4, {B: 4}), ClosePlacing())
    with pytest.raises(FloorError):
        do(session, ShowDots())


def test_a_wrong_press_is_put_right_until_dots_are_counted(session: LiveSession) -> None:
    do(session, Begin(PlacedBy.HAND), Choose(Budget(5, 2)), Begin(PlacedBy.HAND))
    assert dots(session).budget == Budget(5, 2)
    do(session, EnterTotals(6, {B: 1}))
    for act in (Begin(PlacedBy.CORNER), Choose(Budget(4, 2))):
        with pytest.raises(NotAllowedNowError):
            do(session, act)
    do(session, EnterTotals(6, {B: 0}), Begin(PlacedBy.CORNER))
    hand_in(session, *FIVE)
    assert (dots(session).turns, dots(session).counted) == (5, ())
    with pytest.raises(NotAllowedNowError):
        do(session, Begin(PlacedBy.HAND))


def test_hands_and_the_corner_never_mix(session: LiveSession) -> None:
    place(session, {A: 1})
    for act in (EnterTotals(5, {A: 1}), Begin(PlacedBy.HAND)):
        with pytest.raises(NotAllowedNowError):
            do(session, act)


# The file and the record


def test_dots_come_back_from_their_file_as_they_were(session: LiveSession, tmp_path: Path) -> None:
    place(session, *FIVE)
    saved = dots(session)
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert dots(again) == saved
    do(again, ClosePlacing(), ShowDots())
    results = dots(again).results
    again.close()
    last = reopened(tmp_path, FakeClock())
    assert dots(last).results == results
    last.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields.update(turns=6),
        lambda fields: fields["given"][0].update(counts=[4, 1, 1, -1]),
        lambda fields: fields["given"][0].update(counts=[4, 0, 0, 1]),
        lambda fields: fields["given"][0].update(counts=[0, 0, 5, 0]),
        lambda fields: fields["given"].reverse(),
        lambda fields: fields["budget"].update(dots=0),
        lambda fields: fields.update(budget=None),
        lambda fields: fields.update(phase="shown"),
        lambda fields: fields.update(phase="waiting"),
        lambda fields: fields.update(placed_by="hand"),
        lambda fields: fields.update(results=[{"letter": 0, "dots": 2, "or_more": False}]),
    ],
)
def test_a_file_with_dots_that_nobody_can_have_placed_is_refused(
    session: LiveSession, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    place(session, *FIVE)
    session.close()
    change_state(tmp_path, change)
    with pytest.raises(StoreDamagedError):
        reopened(tmp_path, FakeClock())


def test_the_record_has_the_dots_beside_each_line_once_in_the_mixed_order(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    do(session, ClosePlacing())
    assert not any("Dots" in line for step in summary(session).steps for line in step.unnamed)
    do(session, ShowDots())
    (step,) = summary(session).steps
    lines = session.workshop.gathering(GATHER.id).ready
    expected = {A: 0, B: 3, C: 1, D: 5, E: 0, F: 1}
    assert step.unnamed == tuple(
        f"{line.text}\nDots: {expected[line.letter]}" for line in lines if line.letter is not None
    )
    assert step.blocks == ()


def test_a_line_that_is_left_out_takes_its_dots_along_and_no_sum_is_left(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    do(session, ClosePlacing(), ShowDots())
    session.steps.jump(CHOICE.id)
    row = next(row for row in session.desk().record.rows if row.text.endswith("Dots: 5"))
    session.choice.leave_out(row)
    text = "\n".join(line for step in summary(session).steps for line in step.unnamed)
    assert "Dots: 5" not in text
    assert text.count("Dots:") == 5


@pytest.mark.parametrize("source", [True, False])
def test_dots_that_the_plan_keeps_in_the_room_are_in_no_record_and_people_are_told(
    tmp_path: Path, source: bool
) -> None:
    gather = replace(GATHER, record_default=source)
    step = replace(DOTS, record_default=not source)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(gather, OPEN, step, CHOICE)))
    write(session)
    session.steps.jump(DOTS.id)
    place(session, *FIVE)
    corner = session.corner()
    assert corner is not None
    assert "They do not go in the record." in [words.first for words in corner.promise]
    do(session, ClosePlacing(), ShowDots())
    assert not any("Dots" in line for each in summary(session).steps for line in each.unnamed)
    session.close()


def test_one_voice_leaves_the_dots_out_of_the_record_and_the_lines_stay(
    session: LiveSession,
) -> None:
    place(session, *FIVE)
    do(session, ClosePlacing(), ShowDots(), LeaveOut(left_out=True))
    (step,) = summary(session).steps
    assert sorted(step.unnamed) == sorted(LINES)
    do(session, LeaveOut(left_out=False))
    (step,) = summary(session).steps
    assert all("Dots:" in line for line in step.unnamed)


def test_in_two_languages_each_has_its_own_line(tmp_path: Path) -> None:
    plan = replace(PLAN, languages=(ENGLISH, WELSH))
    session = at_dots(tmp_path, plan=plan)
    place(session, *FIVE)
    do(session, ClosePlacing(), ShowDots())
    (step,) = summary(session).steps
    assert any(line.endswith("\nDotiau: 5\nDots: 5") for line in step.unnamed)
    session.close()


def test_lines_get_dots_in_one_step_only(tmp_path: Path) -> None:
    again = replace(DOTS, id=StepId("again"))
    session = a_session(tmp_path, plan=replace(PLAN, steps=(GATHER, OPEN, DOTS, again, CHOICE)))
    write(session)
    session.steps.jump(DOTS.id)
    do(session, Begin(PlacedBy.CORNER))
    hand_in(session, *FIVE)
    do(session, ClosePlacing(), ShowDots())
    session.steps.jump(again.id)
    with pytest.raises(NotAllowedNowError, match="earlier step"):
        session.own.do(again.id, Begin(PlacedBy.CORNER))
    session.close()
