"""What a pulse leaves for the group's next workshop: its statements as the board showed them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.for_next import LineForNext
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.summary import KindLine
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.before import time_before
from facilitator.kinds.pulse.record import recorded_statements
from facilitator.kinds.pulse.shape import Shape
from facilitator.kinds.pulse.state import statements_of
from facilitator.live.kinds import ForNextPart
from facilitator.store.workshop.plain import plain_of, value_of
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class ShownBefore:
    """A statement with its shape, and the labels of its scale if they are not the usual ones."""

    statement: Words
    scale: tuple[Words, ...]
    shape: Shape


def _lines(workshop: Workshop, run: StepRun) -> tuple[LineForNext, ...]:
    left_out = {name.id for name in workshop.left_out if name.of == run.step.id}
    return tuple(
        LineForNext(line.text, _content(ShownBefore(statement, run.step.scale, shape)))
        for line, statement, shape in _to_compare_with(workshop, run)
        if line.id not in left_out
    )


def _to_compare_with(workshop: Workshop, run: StepRun) -> Iterator[tuple[KindLine, Words, Shape]]:
    """Yield each recorded statement with its shape; one that is as before, with that before."""
    before = time_before(workshop, run.step)
    for line, statement, shape in recorded_statements(workshop, run):
        old = before.shapes[int(line.id)] if before is not None else Shape()
        yield line, statement, old if shape.as_before else shape


def _content(shown_before: ShownBefore) -> str:
    return json.dumps(plain_of(shown_before), ensure_ascii=False)


def shapes_of_last_time(workshop: Workshop, step: Step) -> tuple[Shape, ...]:
    """Return the shapes that a group's last workshop left, one for each statement.

    A statement that is not among them has an empty one; without any there is nothing.
    """
    last = workshop.last_time_of(StepKind.PULSE)
    earlier = (
        [] if last is None else [statement for line in last.lines if (statement := _read(line))]
    )
    shapes = tuple(
        next((before.shape for before in earlier if _asks(before, statement, step)), Shape())
        for statement in statements_of(step)
    )
    return shapes if any(shape.answered for shape in shapes) else ()


def _asks(before: ShownBefore, statement: Words, step: Step) -> bool:
    """Return whether a statement was asked, on the same scale, in every language of both."""
    return (
        len(before.scale) == len(step.scale)
        and _same(before.statement, statement)
        and all(_same(*pair) for pair in zip(before.scale, step.scale, strict=True))
    )


def _same(first: Words, second: Words) -> bool:
    texts = dict(first.texts)
    both = [(texts[language], text) for language, text in second.texts if language in texts]
    return bool(both) and all(before == after for before, after in both)


def _read(line: LineForNext) -> ShownBefore | None:
    """Return what a line holds; ``None`` for what no pulse left."""
    try:
        read = value_of(ShownBefore, bounded_json(line.content))
        read.shape.check()
    except (TypeError, ValueError, KeyError):
        return None
    return read


FOR_NEXT = ForNextPart(
    _lines,
    lambda: _("The group said yes: the pulse stays here as the board showed it, for next time"),
    lambda: _("The pulse stays for this group’s next workshop, as the board showed it."),
)
