"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.small_steps.commands import COMMANDS
from facilitator.kinds.small_steps.desk import DESK
from facilitator.kinds.small_steps.for_next import FOR_NEXT
from facilitator.kinds.small_steps.plan import PLAN
from facilitator.kinds.small_steps.record import blocks
from facilitator.kinds.small_steps.room import ROOM
from facilitator.kinds.small_steps.state import SmallSteps

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel


def _panel() -> "MakePanel":
    from facilitator.kinds.small_steps.panel.panel import SmallStepsPanel

    return SmallStepsPanel


def _rehearsal() -> "Play":
    from facilitator.kinds.small_steps.rehearsal import play

    return play


KIND = Kind(
    StepKind.SMALL_STEPS,
    PLAN,
    ROOM,
    DESK,
    state=SmallSteps,
    commands=COMMANDS,
    record=blocks,
    panel=_panel,
    rehearsal=_rehearsal,
    for_next=FOR_NEXT,
)
