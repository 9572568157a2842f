"""Fits a plan to the time that is booked, as finishing on time does on the day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.agenda.finishing import Change, proposal_for
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.planning.changes import of_length, with_step, without_step
from facilitator.domain.planning.timetable import after_the_last_fixed, lasts
from facilitator.domain.text.language import NO_WORDS
from facilitator.domain.time.clock import Moment

_BEFOREHAND = Moment(timedelta(), datetime(2000, 1, 1, tzinfo=UTC))
_ARRIVING = Step(StepId(""), StepKind.TALK, NO_WORDS, timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A plan as it fits, the changes that were made, and by how much it is still too long."""

    plan: Plan
    changes: tuple[Change, ...] = ()
    late: timedelta = timedelta()


def fitted(plan: Plan, booked: timedelta, starts: timedelta | None = None) -> Fitted:
    """Return the plan fitted to a time; its protected steps, breaks and ending stay."""
    return shortened(plan, lasts(plan, starts) - booked, after_the_last_fixed(plan))


def shortened(plan: Plan, over: timedelta, among: frozenset[StepId]) -> Fitted:
    """Return the plan with so much less time in some of its steps, as far as that can be."""
    agenda = Agenda.of((_ARRIVING, *plan.steps))  # every step of the plan is still to come
    proposal = proposal_for(agenda, _BEFOREHAND, over, among)
    fitting = plan
    for change in reversed(proposal.changes):  # a step is dropped after those that use its lines
        step = next(step for step in fitting.steps if step.id == change.step_id)
        if change.to is None:
            fitting = without_step(fitting, step.id)
        else:
            fitting = with_step(fitting, of_length(step, change.to))
    return Fitted(fitting, proposal.changes, proposal.late)
