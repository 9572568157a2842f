"""The times before: where a statement of a pulse was shown already, today or last time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.shape import Shape
from facilitator.kinds.pulse.state import Phase, Pulse, Times, pulse_in, statements_of


@dataclass(frozen=True, slots=True)
class TimeBefore:
    """The shapes of an earlier time, one for each statement."""

    shapes: tuple[Shape, ...]
    was_today: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement, and the labels of its scale if they are not the usual ones."""

    statement: Words
    scale: tuple[Words, ...]

    def is_same(self, other: "Asked") -> bool:
        """Return whether the words are the same in every language of both."""
        return (
            len(self.scale) == len(other.scale)
            and _same(self.statement, other.statement)
            and all(_same(*pair) for pair in zip(self.scale, other.scale, strict=True))
        )


def _same(first: Words, second: Words) -> bool:
    texts = dict(first.texts)
    both = [(texts[language], text) for language, text in second.texts if language in texts]
    return bool(both) and all(before == after for before, after in both)


def asked_in(step: Step) -> tuple[Asked, ...]:
    """Return the statements of a step."""
    return tuple(Asked(statement, step.scale) for statement in statements_of(step))


def shown_today(workshop: Workshop, step: Step) -> Times:
    """Return, for each statement, what every other pulse of this workshop showed of it."""
    return _of_others(workshop, step, lambda pulse: tuple((shape,) for shape in pulse.shapes))


def last_times(workshop: Workshop, step: Step) -> Times:
    """Return, for each statement, the last times that any pulse of today is compared with."""
    pulse = pulse_in(workshop, step)
    own = pulse.last_times or ((),) * len(statements_of(step))
    others = _of_others(workshop, step, lambda pulse: pulse.last_times)
    pairs = zip(own, others, strict=True)
    return tuple(tuple(dict.fromkeys((*shapes, *more))) for shapes, more in pairs)


def earlier_times(workshop: Workshop, step: Step) -> Times:
    """Return, for each statement, all that it is compared with."""
    pairs = zip(shown_today(workshop, step), last_times(workshop, step), strict=True)
    return tuple((*today, *before) for today, before in pairs)


def is_compared(workshop: Workshop, step: Step) -> bool:
    """Return whether the answers will be compared with a time before."""
    return bool(pulse_in(workshop, step).last_times) or any(shown_today(workshop, step))


def time_before(workshop: Workshop, step: Step) -> TimeBefore | None:
    """Return the time beside which the shapes of a pulse can be shown, if there is any.

    In each statement of which both times showed something, there is something to compare.
    """
    pulse = pulse_in(workshop, step)
    before = TimeBefore(pulse.last_time, was_today=False)
    if not pulse.last_times:
        before = TimeBefore(_earlier_today(workshop, step), was_today=True)
    pairs = zip(before.shapes, pulse.shapes, strict=False)
    return before if any(old.answered and new.is_shown for old, new in pairs) else None


def _earlier_today(workshop: Workshop, step: Step) -> tuple[Shape, ...]:
    """Return, for each statement, what the first pulse before this step showed of it."""
    ids = [run.step.id for run in workshop.agenda.runs]
    before = ids[: ids.index(step.id)]
    others = [(other, pulse) for other, pulse in _others(workshop, step) if other.id in before]
    shapes = (_shapes_of(asked, others) for asked in asked_in(step))
    return tuple(next(of_statement, Shape()) for of_statement in shapes)


def _shapes_of(asked: Asked, others: list[tuple[Step, Pulse]]) -> Iterator[Shape]:
    for other, pulse in others:
        for same, shape in zip(asked_in(other), pulse.shapes, strict=True):
            if shape.is_shown and asked.is_same(same):
                yield shape


def _others(workshop: Workshop, step: Step) -> list[tuple[Step, Pulse]]:
    """Return the other pulses of this workshop that were shown, with their steps."""
    others = (
        (run.step, pulse_in(workshop, run.step))
        for run in workshop.agenda.runs
        if run.step.kind is StepKind.PULSE and run.step.id != step.id
    )
    return [(other, pulse) for other, pulse in others if pulse.phase is Phase.SHOWN]


def _of_others(workshop: Workshop, step: Step, times_of: Callable[[Pulse], Times]) -> Times:
    """Return, for each statement, what the others that were shown have for it."""
    others = [
        (same, shapes)
        for other, pulse in _others(workshop, step)
        for same, shapes in zip(asked_in(other), times_of(pulse), strict=False)
    ]
    return tuple(
        tuple(
            shape
            for same, shapes in others
            if asked.is_same(same)
            for shape in shapes
            if shape.is_shown
        )
        for asked in asked_in(step)
    )
