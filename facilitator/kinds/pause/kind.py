"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.pause.desk import DESK
from facilitator.kinds.pause.plan import PLAN
from facilitator.kinds.pause.room import ROOM

KIND = Kind(StepKind.BREAK, PLAN, ROOM, DESK)
