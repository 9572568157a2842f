"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.record_choice.desk import DESK
from facilitator.kinds.record_choice.plan import PLAN
from facilitator.kinds.record_choice.room import ROOM

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play


def _rehearsal() -> "Play":
    from facilitator.kinds.record_choice.rehearsal import play

    return play


KIND = Kind(StepKind.RECORD_CHOICE, PLAN, ROOM, DESK, rehearsal=_rehearsal)
