"""What a kind of step is: a frozen value that hands each layer its part.

A kind is one folder here. Each layer says which part it takes and never asks which kind it is; the
registry puts the parts together, and ``app`` hands them over. Inside a folder

    rehearsal > panel, corner > desk > commands > room, store, record, plan > state

may import downwards only, and no kind imports another. Parts with windows are given as functions
that import them when they are first asked for, so that reading a plan needs no Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.domain.step_state import StepState
from facilitator.domain.summary import RecordPart
from facilitator.live.kinds import CommandPart, DeskPart
from facilitator.room.pages.kind import RoomPart
from facilitator.store.plans.part import PlanPart

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel
    from facilitator.ui.corner.own_page import MakePage


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of step. What it does not need is left out."""

    id: StepKind
    plan: PlanPart  # its fields in a plan file
    room: RoomPart  # its pages on the board and in the corner
    desk: DeskPart  # what only the facilitator sees
    state: type[StepState] | None = None  # what it holds of a step, in memory and in the file
    commands: CommandPart | None = None  # what can be done in it
    record: RecordPart | None = None  # what it adds to the record
    panel: Callable[[], "MakePanel"] | None = None  # its panel on the console
    corner: Callable[[], "MakePage"] | None = None  # its page in the typing corner
    rehearsal: "Callable[[], Play] | None" = None  # what made-up people do in it
