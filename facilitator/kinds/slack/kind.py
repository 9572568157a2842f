"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.slack.desk import DESK
from facilitator.kinds.slack.plan import PLAN
from facilitator.kinds.slack.room import ROOM

KIND = Kind(StepKind.SLACK, PLAN, ROOM, DESK)
