"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.gather.desk import DESK
from facilitator.kinds.gather.plan import PLAN
from facilitator.kinds.gather.room import ROOM
from facilitator.kinds.kind import Kind

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play


def _rehearsal() -> "Play":
    from facilitator.kinds.gather.rehearsal import play

    return play


KIND = Kind(StepKind.GATHER, PLAN, ROOM, DESK, rehearsal=_rehearsal)
