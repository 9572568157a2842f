"""What a pulse leaves for the group's next workshop: its statements as the board showed them."""

import json
from dataclasses import dataclass

from facilitator.bounded_json import bounded_json
from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.for_next import LineForNext
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.record import recorded_statements
from facilitator.kinds.pulse.shape import Shape
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
        for line, statement, shape in recorded_statements(workshop, run)
        if line.id not in left_out
    )


def _content(shown_before: ShownBefore) -> str:
    return json.dumps(plain_of(shown_before), ensure_ascii=False)


def shown_before(line: LineForNext) -> ShownBefore | None:
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
