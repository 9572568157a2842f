"""All kinds of step, and their parts for each layer."""

from collections.abc import Callable
from typing import TypeVar

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.agreement.kind import KIND as AGREEMENT
from facilitator.kinds.consent_check.kind import KIND as CONSENT_CHECK
from facilitator.kinds.dots.kind import KIND as DOTS
from facilitator.kinds.gather.kind import KIND as GATHER
from facilitator.kinds.kind import Kind
from facilitator.kinds.open.kind import KIND as OPEN
from facilitator.kinds.patterns.kind import KIND as PATTERNS
from facilitator.kinds.pause.kind import KIND as PAUSE
from facilitator.kinds.pulse.kind import KIND as PULSE
from facilitator.kinds.record_choice.kind import KIND as RECORD_CHOICE
from facilitator.kinds.slack.kind import KIND as SLACK
from facilitator.kinds.small_steps.kind import KIND as SMALL_STEPS
from facilitator.kinds.talk.kind import KIND as TALK
from facilitator.live.kinds import LiveKinds
from facilitator.room.pages.content import RoomKinds
from facilitator.store.kinds import StoredKinds
from facilitator.store.plans.blocks import ReadyBlocks
from facilitator.store.plans.plan_file import PlanFiles
from facilitator.store.plans.ready import ReadyPlans

Part = TypeVar("Part")

KINDS: tuple[Kind, ...] = (
    TALK,
    AGREEMENT,
    GATHER,
    OPEN,
    PATTERNS,
    DOTS,
    CONSENT_CHECK,
    PULSE,
    SMALL_STEPS,
    RECORD_CHOICE,
    PAUSE,
    SLACK,
)


def parts(part: Callable[[Kind], Part | None]) -> dict[StepKind, Part]:
    """Return a part of every kind that has it, by kind."""
    parts_by_kind = ((kind.id, part(kind)) for kind in KINDS)
    return {kind_id: value for kind_id, value in parts_by_kind if value is not None}


PLAN_PARTS = parts(lambda kind: kind.plan)
PLAN_FILES = PlanFiles(PLAN_PARTS)
READY_PLANS = ReadyPlans(PLAN_FILES)
READY_BLOCKS = ReadyBlocks(PLAN_FILES)
STORED = StoredKinds(
    states=parts(lambda kind: kind.state),
    options=parts(lambda kind: kind.plan.options.value if kind.plan.options else None),
)
LIVE = LiveKinds(
    room=RoomKinds(parts(lambda kind: kind.room), parts(lambda kind: kind.record)),
    desk=parts(lambda kind: kind.desk),
    commands=parts(lambda kind: kind.commands),
    stored=STORED,
    for_next=parts(lambda kind: kind.for_next),
)
PANELS = parts(lambda kind: kind.panel)
CORNER_PAGES = parts(lambda kind: kind.corner)
REHEARSALS = parts(lambda kind: kind.rehearsal)
