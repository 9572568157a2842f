"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.talk.desk import DESK
from facilitator.kinds.talk.plan import PLAN
from facilitator.kinds.talk.room import ROOM

KIND = Kind(StepKind.TALK, PLAN, ROOM, DESK)
