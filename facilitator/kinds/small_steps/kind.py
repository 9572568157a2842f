"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.small_steps.desk import DESK
from facilitator.kinds.small_steps.plan import PLAN
from facilitator.kinds.small_steps.room import ROOM

KIND = Kind(StepKind.SMALL_STEPS, PLAN, ROOM, DESK)
