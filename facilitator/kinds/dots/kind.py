"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.dots.desk import DESK
from facilitator.kinds.dots.plan import PLAN
from facilitator.kinds.dots.room import ROOM
from facilitator.kinds.kind import Kind

KIND = Kind(StepKind.DOTS, PLAN, ROOM, DESK)
