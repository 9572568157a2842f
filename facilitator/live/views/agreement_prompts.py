"""Prompts to look at the agreement again, and its pending lines: for the facilitator only."""

from datetime import timedelta
from enum import StrEnum
from itertools import accumulate

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.agreement.line import When
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.workshop import Workshop
from facilitator.wording import _, ngettext


class Moment(StrEnum):
    """A moment at which a group looks at its agreement again."""

    AFTER_BREAK = "after a break"
    HALF_TIME = "half-time"
    BEFORE_CLOSE = "before the close"


BUSY = Trait.WRITES | Trait.OPENS | Trait.BREAK
DUE = {
    Moment.AFTER_BREAK: (When.AFTER_BREAK,),
    Moment.BEFORE_CLOSE: (When.AFTER_BREAK, When.BEFORE_CLOSE),
}


def prompt_of(workshop: Workshop, answered: frozenset[StepId]) -> str:
    """Return the prompt to look at the agreement; nothing while nothing is agreed."""
    moment = _moment(workshop.agenda)
    if not workshop.agreement.agreed or moment is None or _is_answered(workshop, answered):
        return ""
    return {
        Moment.BEFORE_CLOSE: _(
            "Before you close: does the agreement still hold? What was hard to keep?"
        ),
        Moment.AFTER_BREAK: _(
            "After the break: look at the agreement together. Does anything need to change?"
        ),
        Moment.HALF_TIME: _(
            "Half-time: how is the agreement working? One line can be checked again."
        ),
    }[moment]


def due_of(workshop: Workshop, answered: frozenset[StepId]) -> tuple[str, ...]:
    """Return the parked lines to which the group comes back at this moment."""
    moment = _moment(workshop.agenda)
    if moment is None or _is_answered(workshop, answered):
        return ()
    times = DUE.get(moment, ())
    parked = ((line.parking, line.text) for line in workshop.agreement.parked)
    return tuple(text for parking, text in parked if parking and parking.when in times)


def opened_of(workshop: Workshop) -> tuple[Gathering, ...]:
    """Return the gatherings with opened lines pending for the agreement."""
    agreement_steps = {r.step.id for r in workshop.agenda.runs if r.step.has(Trait.AGREES)}
    return tuple(
        gathering
        for gathering in workshop.gatherings
        if gathering.step_id in agreement_steps
        and gathering.state is GatheringState.OPENED
        and gathering.ready
    )


def missing_of(workshop: Workshop) -> tuple[str, ...]:
    """Return sentences about the parts of the agreement that would not go in the record."""
    proposed = len(workshop.agreement.proposed)
    opened = sum(len(gathering.ready) for gathering in opened_of(workshop))
    sentences = []
    if proposed:
        sentences.append(
            ngettext(
                "{count} line of the agreement is neither agreed nor parked: it does not go in.",
                "{count} lines of the agreement are neither agreed nor parked: they do not go in.",
                proposed,
            ).format(count=proposed)
        )
    if opened:
        sentences.append(
            ngettext(
                "{count} opened line was not taken over into the agreement: it does not go in.",
                "{count} opened lines were not taken over into the agreement: they do not go in.",
                opened,
            ).format(count=opened)
        )
    return tuple(sentences)


def _moment(agenda: Agenda) -> Moment | None:
    step, before = agenda.now.step, agenda.previous
    if step.has(Trait.AGREES):
        return None
    if step.has(Trait.DECIDES_RECORD) or agenda.next is None:
        return Moment.BEFORE_CLOSE
    if before is not None and before.step.is_break:
        return Moment.AFTER_BREAK
    return Moment.HALF_TIME if agenda.place == _half_time(agenda) else None


def _is_answered(workshop: Workshop, answered: frozenset[StepId]) -> bool:
    return workshop.agenda.now.step.id in answered


def _half_time(agenda: Agenda) -> int | None:
    """Return the place of the first step after half of the planned time in which to look again.

    Skips steps in which people write, read, or have a break; after a break there is a prompt.
    """
    lengths = [
        timedelta() if run.standing is Standing.DROPPED else run.length for run in agenda.runs
    ]
    ends = list(accumulate(lengths))
    rested = False
    for place, run in enumerate(agenda.runs):
        if ends[place] > ends[-1] / 2 and lengths[place] and not rested:
            if not (run.step.has(BUSY) or run.step.with_break):
                return place
            rested = run.step.is_break
    return None
