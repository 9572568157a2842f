"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.consent_check.desk import DESK
from facilitator.kinds.consent_check.plan import PLAN
from facilitator.kinds.consent_check.room import ROOM
from facilitator.kinds.kind import Kind

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play


def _rehearsal() -> "Play":
    from facilitator.kinds.consent_check.rehearsal import play

    return play


KIND = Kind(StepKind.CONSENT_CHECK, PLAN, ROOM, DESK, rehearsal=_rehearsal)
