"""When to look at the agreement again, and what of it still waits: for the facilitator alone."""

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
    """Return that it is time to look at the agreement; nothing while nothing is agreed."""
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
    """Return the gatherings whose opened lines wait to be taken over into the agreement."""
    own = {r.step.id for r in workshop.agenda.runs if r.step.has(Trait.AGREES)}
    return tuple(
        one
        for one in workshop.gatherings
        if one.step_id in own and one.state is GatheringState.OPENED and one.ready
    )


def missing_of(workshop: Workshop) -> tuple[str, ...]:
    """Return what of the agreement would not go in the record, each in a sentence."""
    proposed = len(workshop.agreement.proposed)
    opened = sum(len(one.ready) for one in opened_of(workshop))
    found = []
    if proposed:
        found.append(
            ngettext(
                "{count} line of the agreement is neither agreed nor parked: it does not go in.",
                "{count} lines of the agreement are neither agreed nor parked: they do not go in.",
                proposed,
            ).format(count=proposed)
        )
    if opened:
        found.append(
            ngettext(
                "{count} opened line was not taken over into the agreement: it does not go in.",
                "{count} opened lines were not taken over into the agreement: they do not go in.",
                opened,
            ).format(count=opened)
        )
    return tuple(found)


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
    """Return the place of the first step, from the middle of the planned time on, to look again in.

    Nobody is asked while people write, read, or have a break; and after a break everyone is.
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
