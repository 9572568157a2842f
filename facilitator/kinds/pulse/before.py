"""The time before: where the statements of a pulse were shown already, today or last time."""

from dataclasses import dataclass

from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.shape import Shape
from facilitator.kinds.pulse.state import Phase, Pulse, pulse_in, statements_of


@dataclass(frozen=True, slots=True)
class TimeBefore:
    """The shapes of an earlier time, one for each statement."""

    shapes: tuple[Shape, ...]
    was_today: bool


def shown_today(workshop: Workshop, step: Step) -> tuple[Pulse, ...]:
    """Return every other pulse of this workshop in which the same statements were shown."""
    others = (
        pulse_in(workshop, run.step)
        for run in workshop.agenda.runs
        if run.step.kind is StepKind.PULSE
        and run.step.id != step.id
        and same_statements(run.step, step)
    )
    return tuple(pulse for pulse in others if pulse.phase is Phase.SHOWN)


def earlier_times(others: tuple[Pulse, ...], pulse: Pulse) -> tuple[tuple[Shape, ...], ...]:
    """Return what the others showed, and the last times that they were compared with."""
    last_times = {other.last_time for other in others if other.last_time} - {pulse.last_time}
    return (*(other.shapes for other in others), *last_times)


def is_compared(workshop: Workshop, step: Step) -> bool:
    """Return whether the answers will be compared with a time before."""
    return bool(pulse_in(workshop, step).last_time or shown_today(workshop, step))


def _earlier_today(workshop: Workshop, step: Step) -> Pulse | None:
    """Return the first of them that comes before this step."""
    ids = [run.step.id for run in workshop.agenda.runs]
    before = ids[: ids.index(step.id)]
    pulses = shown_today(workshop, step)
    return next((pulse for pulse in pulses if pulse.step_id in before), None)


def same_statements(first: Step, second: Step) -> bool:
    """Return whether two pulses ask the same, on the same scale."""
    return (statements_of(first), first.scale) == (statements_of(second), second.scale)


def time_before(workshop: Workshop, step: Step) -> TimeBefore | None:
    """Return the time beside which the shapes of a pulse can be shown, if there is any.

    In each statement of which both times showed something, there is something to compare.
    """
    pulse = pulse_in(workshop, step)
    today = _earlier_today(workshop, step)
    before = TimeBefore(pulse.last_time, was_today=False)
    if today is not None and not pulse.last_time:
        before = TimeBefore(today.shapes, was_today=True)
    pairs = zip(before.shapes, pulse.shapes, strict=False)
    return before if any(old.answered and new.is_shown for old, new in pairs) else None
