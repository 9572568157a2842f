"""What a pulse leaves for the group's next workshop: its statements as the board showed them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.for_next import LineForNext
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.summary import KindLine
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.before import Asked, asked_in, last_times
from facilitator.kinds.pulse.record import recorded_statements
from facilitator.kinds.pulse.shape import Shape
from facilitator.kinds.pulse.state import Times
from facilitator.live.kinds import ForNextPart
from facilitator.store.workshop.plain import plain_of, value_of
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class ShownBefore:
    """A statement with all shapes that the next time is compared with, the latest last."""

    asked: Asked
    shapes: tuple[Shape, ...]


def _lines(workshop: Workshop, run: StepRun) -> tuple[LineForNext, ...]:
    times = last_times(workshop, run.step)
    statements = (
        (line, ShownBefore(asked, (*times[int(line.id)], *_shapes(workshop, asked, shape))))
        for line, asked, shape in _in_record(workshop, run)
    )
    return tuple(
        LineForNext(line.text, _content(before)) for line, before in statements if before.shapes
    )


def _in_record(workshop: Workshop, run: StepRun) -> Iterator[tuple[KindLine, Asked, Shape]]:
    """Yield each statement that goes in the record, with its line and its shape."""
    left_out = {name.id for name in workshop.left_out if name.of == run.step.id}
    for line, statement, shape in recorded_statements(workshop, run):
        if line.id not in left_out:
            yield line, Asked(statement, run.step.scale), shape


def _shapes(workshop: Workshop, asked: Asked, shape: Shape) -> tuple[Shape, ...]:
    """Return the shape of a statement; if it is as before, those of today that it is as."""
    if not shape.as_before:
        return (shape,)
    return tuple(
        other_shape
        for run in workshop.agenda.runs
        if run.step.kind is StepKind.PULSE
        for _line, other, other_shape in _in_record(workshop, run)
        if other_shape.answered and other.is_same(asked)
    )


def _content(shown_before: ShownBefore) -> str:
    return json.dumps(plain_of(shown_before), ensure_ascii=False)


def times_left(workshop: Workshop, step: Step) -> Times:
    """Return, for each statement, all shapes that a group's workshops left; else nothing."""
    last = workshop.last_time_of(StepKind.PULSE)
    lines = () if last is None else last.lines
    earlier = [before for line in lines if (before := _read(line)) is not None]
    times = tuple(
        tuple(
            dict.fromkeys(
                shape
                for before in earlier
                if before.asked.is_same(asked)
                for shape in before.shapes
            )
        )
        for asked in asked_in(step)
    )
    return times if any(times) else ()


def _read(line: LineForNext) -> ShownBefore | None:
    """Return what a line holds; ``None`` for what no pulse left."""
    try:
        read = value_of(ShownBefore, bounded_json(line.content))
        for shape in read.shapes:
            shape.check()
    except (TypeError, ValueError, KeyError):
        return None
    return read if all(shape.answered for shape in read.shapes) else None


FOR_NEXT = ForNextPart(
    _lines,
    lambda: _("The group said yes: the pulse stays here as the board showed it, for next time"),
    lambda: _("The pulse stays for this group’s next workshop, as the board showed it."),
)
