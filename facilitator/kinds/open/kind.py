"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.open.desk import DESK
from facilitator.kinds.open.plan import PLAN
from facilitator.kinds.open.room import ROOM

KIND = Kind(StepKind.OPEN, PLAN, ROOM, DESK)
