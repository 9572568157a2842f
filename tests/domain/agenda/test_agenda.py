"""Moving between steps of the agenda: steps ahead, time left, and steps that need another."""

from datetime import timedelta

import pytest

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.agenda.finishing import applied, proposal_for
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Segment, Step, StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.time.round import RoundState
from facilitator.errors import NotAllowedNowError
from tests.helpers.clock import FakeClock

MINUTE = timedelta(minutes=1)
NOW = FakeClock().moment()


def a_step(name: str, kind: StepKind = StepKind.TALK, of: str = "", parts: int = 0) -> Step:
    return Step(
        StepId(name),
        kind,
        Words.of(name),
        10 * MINUTE,
        segments=tuple(Segment(Words.of(str(n)), 10 * MINUTE / parts) for n in range(parts)),
        may_drop=True,
        of=StepId(of) if of else None,
    )


def an_agenda(*steps: Step) -> Agenda:
    return Agenda.of(steps or (a_step("a"), a_step("b"), a_step("c"), a_step("d")))


def standings(agenda: Agenda) -> list[Standing]:
    return [run.standing for run in agenda.runs]


def test_a_step_left_by_going_back_waits_and_one_left_by_going_on_is_done() -> None:
    agenda = an_agenda().moved_to(StepId("b"), NOW).moved_to(StepId("c"), NOW)
    back = agenda.moved_to(StepId("b"), NOW)
    assert standings(back) == [Standing.DONE, Standing.NOW, Standing.WAITING, Standing.WAITING]
    assert back.next is not None
    assert back.next.step.id == "c"


def test_a_step_that_is_gone_back_to_still_takes_what_was_left_of_it() -> None:
    clock = FakeClock()
    agenda = an_agenda()
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(clock.moment())))
    clock.advance(minutes=4)
    at_next = agenda.moved_to(StepId("b"), clock.moment())
    clock.advance(minutes=5)
    again = at_next.moved_to(StepId("a"), clock.moment())
    assert again.now.round.state is RoundState.HELD
    assert again.now.left(clock.moment()) == 6 * MINUTE


def test_a_step_whose_time_was_over_is_over_when_gone_back_to() -> None:
    clock = FakeClock()
    agenda = an_agenda()
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(clock.moment())))
    clock.advance(minutes=12)
    again = agenda.moved_to(StepId("b"), clock.moment()).moved_to(StepId("a"), clock.moment())
    assert again.now.round.state is RoundState.ENDED
    assert again.now.left(clock.moment()) == timedelta()


def test_a_part_that_is_gone_back_from_still_takes_its_rest() -> None:
    clock = FakeClock()
    run = an_agenda(a_step("a", parts=2)).now
    run = run.with_round(run.round.start(clock.moment()))
    clock.advance(minutes=1)
    run = run.next_segment(clock.moment())
    clock.advance(minutes=2)
    back = run.previous_segment(clock.moment())
    assert back.round.state is RoundState.HELD
    assert back.left(clock.moment()) == 7 * MINUTE


def test_next_passes_over_what_was_skipped_until_it_is_brought_back() -> None:
    agenda = an_agenda().moved_to(StepId("b"), NOW)
    agenda = agenda.moved_to(StepId("c"), NOW, Standing.SKIPPED).moved_to(StepId("a"), NOW)
    assert [run.step.id for run in agenda.ahead] == ["c", "d"]
    assert agenda.next is not None
    assert agenda.next.step.id == "c"
    assert [run.step.id for run in agenda.restored(StepId("b")).ahead] == ["b", "c", "d"]
    assert agenda.moved_to(StepId("b"), NOW).now.step.id == "b"


def test_the_step_that_is_now_cannot_be_brought_back() -> None:
    agenda = an_agenda()
    with pytest.raises(NotAllowedNowError):
        agenda.restored(agenda.now.step.id)


READING = (
    a_step("welcome"),
    a_step("write", StepKind.GATHER),
    a_step("open", StepKind.OPEN, of="write"),
    a_step("patterns", StepKind.PATTERNS, of="write"),
    a_step("leaving"),
)


def test_what_a_step_ahead_needs_cannot_be_dropped_before_it() -> None:
    agenda = an_agenda(*READING)
    with pytest.raises(NotAllowedNowError, match="open"):
        agenda.dropped(StepId("write"))
    agenda = agenda.dropped(StepId("open"))
    with pytest.raises(NotAllowedNowError, match="patterns"):
        agenda.dropped(StepId("write"))
    dropped = agenda.dropped(StepId("patterns")).dropped(StepId("write"))
    assert [run.step.id for run in dropped.ahead] == ["leaving"]


def test_a_step_is_not_brought_back_without_what_it_needs() -> None:
    agenda = an_agenda(*READING)
    for name in ("open", "patterns", "write"):
        agenda = agenda.dropped(StepId(name))
    with pytest.raises(NotAllowedNowError, match="write"):
        agenda.restored(StepId("open"))
    assert agenda.restored(StepId("write")).restored(StepId("open")).runs[2].standing is (
        Standing.WAITING
    )


def test_finishing_on_time_drops_a_step_together_with_what_it_needs() -> None:
    agenda = an_agenda(*READING, a_step("dots", StepKind.DOTS, of="patterns"), a_step("end"))
    proposal = proposal_for(agenda, NOW, 500 * MINUTE)
    dropped = {change.step_id for change in proposal.changes}
    assert {"patterns", "dots"} <= dropped
    changed, _undo = applied(agenda, proposal)
    assert {run.step.id for run in changed.runs if run.standing is Standing.DROPPED} == dropped
