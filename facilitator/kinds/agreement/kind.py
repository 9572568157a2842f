"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.agreement.desk import DESK
from facilitator.kinds.agreement.plan import PLAN
from facilitator.kinds.agreement.room import ROOM
from facilitator.kinds.kind import Kind

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play


def _rehearsal() -> "Play":
    from facilitator.kinds.agreement.rehearsal import play

    return play


KIND = Kind(StepKind.AGREEMENT, PLAN, ROOM, DESK, rehearsal=_rehearsal)
