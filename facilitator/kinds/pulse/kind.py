"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.pulse.desk import DESK
from facilitator.kinds.pulse.plan import PLAN
from facilitator.kinds.pulse.room import ROOM

KIND = Kind(StepKind.PULSE, PLAN, ROOM, DESK)
