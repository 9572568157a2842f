"""Proposals to finish on time, for every ready plan and delay, from every step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.agenda.finishing import Proposal, applied, proposal_for, undone
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import Words
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plan, ready_plans

MINUTE = timedelta(minutes=1)
NOW = FakeClock().moment()
DELAYS = range(1, 26)


def length_of(agenda: Agenda) -> timedelta:
    ahead = [run for run in agenda.runs[agenda.place :] if run.standing is not Standing.DROPPED]
    return sum((run.length for run in ahead), timedelta())


def agendas(plan: Plan) -> Iterator[Agenda]:
    """Return the plan at each of its steps."""
    agenda = Agenda.of(plan.steps)
    for step in plan.steps:
        agenda = agenda.moved_to(step.id, NOW)
        yield agenda


def check_untouched(agenda: Agenda, proposal: Proposal) -> None:
    """Look at each change: nothing that must stay is touched, nothing shorter than is useful."""
    dropped = {change.step_id for change in proposal.changes if change.to is None}
    for change in proposal.changes:
        step = agenda.run_of(change.step_id).step
        assert not step.protect
        assert not step.with_break
        assert step.kind not in (StepKind.BREAK, StepKind.RECORD_CHOICE)
        if change.to is None:
            assert step.may_drop
            users = {r.step.id for r in agenda.runs if r.step.of == step.id}
            assert users <= dropped
        else:
            assert step.trim_to is not None
            assert step.trim_to <= change.to < step.length


@pytest.mark.parametrize("plan", ready_plans(), ids=lambda plan: plan.id)
def test_a_plan_ends_on_time_or_says_how_late_and_undo_restores_it(plan: Plan) -> None:
    for agenda in agendas(plan):
        for minutes in DELAYS:
            delay = minutes * MINUTE
            proposal = proposal_for(agenda, NOW, delay)
            check_untouched(agenda, proposal)
            changed, undo = applied(agenda, proposal)
            won = length_of(agenda) - length_of(changed)
            assert won == proposal.wins
            assert max(delay - won, timedelta()) == proposal.late
            assert undone(changed, undo) == agenda
            if proposal.late:
                again = proposal_for(changed, NOW, proposal.late)
                assert again == Proposal((), proposal.late), "all that could be won was won"
            elif all(change.to is not None for change in proposal.changes):
                assert won < delay + MINUTE, "no more is taken than is needed"


@pytest.mark.parametrize(("plan", "most"), [("three-q-30", 3), ("workarounds-60", 6)])
def test_short_plans_win_back_what_they_can(plan: str, most: int) -> None:
    agenda = Agenda.of(ready_plan(next(p.id for p in ready_plans() if p.id == plan)).steps)
    assert proposal_for(agenda, NOW, 25 * MINUTE).wins == most * MINUTE


def test_steps_are_shortened_before_any_is_dropped() -> None:
    for plan in ready_plans():
        agenda = Agenda.of(plan.steps)
        spare = sum(
            (s.length - s.trim_to for s in plan.steps if s.trim_to is not None), timedelta()
        )
        proposal = proposal_for(agenda, NOW, min(spare, 2 * MINUTE))
        assert proposal.changes
        assert all(change.to is not None for change in proposal.changes)


def test_without_delay_nothing_is_proposed() -> None:
    for delay in (timedelta(), -5 * MINUTE):
        assert proposal_for(Agenda.of(ready_plans()[0].steps), NOW, delay) == Proposal()


def a_step(name: str, kind: StepKind = StepKind.TALK, minutes: int = 10, of: str = "") -> Step:
    return Step(
        StepId(name),
        kind,
        Words.of(name),
        minutes * MINUTE,
        may_drop=True,
        of=StepId(of) if of else None,
    )


def test_what_a_later_step_needs_is_never_dropped() -> None:
    steps = (
        a_step("welcome"),
        a_step("write", StepKind.GATHER),
        a_step("open", StepKind.OPEN, of="write"),
        a_step("patterns", StepKind.PATTERNS, of="write"),
        a_step("dots", StepKind.DOTS, of="patterns"),
        a_step("try", StepKind.SMALL_STEPS),
        a_step("try more", StepKind.SMALL_STEPS),
        a_step("choice", StepKind.RECORD_CHOICE),
        a_step("break", StepKind.BREAK),
        a_step("leaving"),
    )
    proposal = proposal_for(Agenda.of(steps), NOW, 500 * MINUTE)
    dropped = {change.step_id for change in proposal.changes}
    assert {"write", "open", "choice", "break", "leaving"} & dropped == set()
    assert len({"try", "try more"} & dropped) == 1
    assert "dots" in dropped
    agenda = Agenda.of(steps).dropped(StepId("dots"))
    later = proposal_for(agenda, NOW, 500 * MINUTE)
    assert "patterns" in {change.step_id for change in later.changes}


def test_a_step_in_parts_is_shortened_part_by_part() -> None:
    plan = ready_plan(next(p.id for p in ready_plans() if p.id == "pscc-180"))
    agenda = Agenda.of(plan.steps)
    changed, _undo = applied(agenda, proposal_for(agenda, NOW, 25 * MINUTE))
    threes = next(run for run in changed.runs if run.step.id == "threes")
    assert threes.length == threes.step.trim_to
    assert all(part.length >= timedelta(seconds=10) for part in threes.rounds)
    before = agenda.run_of(threes.step.id)
    for new, old in zip(threes.rounds, before.rounds, strict=True):
        share = old.length * (threes.length / before.length)
        assert abs(new.length - share) < timedelta(seconds=len(threes.rounds))
    turns = [new.length for new in threes.rounds if new.length == threes.rounds[-1].length]
    assert len(turns) == 3, "equal turns stay equal"


def test_undo_leaves_a_step_that_was_begun_meanwhile() -> None:
    plan = ready_plans()[0]
    agenda = Agenda.of(plan.steps)
    changed, undo = applied(agenda, proposal_for(agenda, NOW, 6 * MINUTE))
    begun = changed.moved_to(StepId("arriving"), NOW)
    back = undone(begun, undo)
    assert back.run_of(StepId("arriving")) == begun.run_of(StepId("arriving"))
    assert back.run_of(StepId("notice")) == agenda.run_of(StepId("notice"))


def test_time_already_used_in_a_step_keeps_it_as_it_is() -> None:
    agenda = Agenda.of(ready_plans()[0].steps)
    run = agenda.run_of(StepId("notice"))
    used = replace(run.round, used_before=MINUTE)
    agenda = agenda.with_run(run.with_round(used))
    changes = proposal_for(agenda, NOW, 25 * MINUTE).changes
    assert "notice" not in {change.step_id for change in changes}
