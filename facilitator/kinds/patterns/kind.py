"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.patterns.desk import DESK
from facilitator.kinds.patterns.plan import PLAN
from facilitator.kinds.patterns.room import ROOM

KIND = Kind(StepKind.PATTERNS, PLAN, ROOM, DESK)
