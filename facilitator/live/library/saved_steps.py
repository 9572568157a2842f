"""Computes what steps leave for the group's next workshop, where the room said yes."""

from datetime import date

from facilitator.domain.for_next import FromLastTime, LineForNext
from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import summary_of
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import LiveKinds
from facilitator.record import lines_of

Parts = tuple[FromLastTime, ...]
Lines = tuple[LineForNext, ...]


def stays_after(workshop: Workshop, held_on: date, before: Parts, kinds: LiveKinds) -> Parts:
    """Return what stays for the group once this workshop is over, of what stayed ``before``.

    What the room could leave, and did not say yes to, goes, with what stayed of that kind before.
    A kind that had nothing to leave changes nothing. Only lines of the record stay.
    """
    by_kind = _lines_by_kind(workshop, held_on, kinds)
    earlier = (part for part in before if part.kind not in by_kind)
    now = (
        FromLastTime(workshop.setup.group, kind, held_on, lines) for kind, lines in by_kind.items()
    )
    return tuple(part for part in (*earlier, *now) if part.lines)


def _lines_by_kind(workshop: Workshop, held_on: date, kinds: LiveKinds) -> dict[StepKind, Lines]:
    """Return what the room said yes to, for each kind that could leave anything."""
    recorded = {text for _place, text in lines_of(summary_of(workshop, held_on, kinds.record))}
    by_kind: dict[StepKind, Lines] = {}
    for run in workshop.agenda.runs:
        state, part = workshop.state_of(run.step.id), kinds.for_next.get(run.step.kind)
        lines = () if part is None or state is None else part.lines(workshop, run)
        if lines and state is not None:
            stays = tuple(line for line in lines if state.for_next and line.is_among(recorded))
            by_kind[run.step.kind] = (*by_kind.get(run.step.kind, ()), *stays)
    return by_kind
