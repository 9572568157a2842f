"""The floor: how many turns are needed before lines without names are opened (decision 5)."""

from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.errors import FloorError
from facilitator.wording import _

WARNED_FLOOR = 3  # never with fewer
LATE_FLOOR = 3  # late turns are opened only when this many are pending


def check_floor(least: int, floor: int, *, warned: bool) -> None:
    """Raise ``FloorError`` when ``least`` is too few to open lines (decision 5)."""
    if least < WARNED_FLOOR:
        raise FloorError(
            _("Too few people took part to open these lines."),
            _("Talk about the question together instead."),
        )
    if floor > LEAST_TURNS and least < floor:
        raise FloorError(
            _("This plan asks for {floor} turns before the lines are opened.").format(floor=floor),
            _("Talk about the question together instead."),
        )
    if least < LEAST_TURNS and not warned:
        raise FloorError(
            _("With so few of us, people may guess who wrote what."),
            _("Read the warning aloud, and open the lines only if everyone agrees."),
        )
