"""A kind of step: a frozen value with a part for each layer.

A kind is one folder here. Each layer defines its part and never checks which kind it is; the
registry collects the parts, and ``app`` passes them on. Inside a folder

    rehearsal > panel, corner > desk > commands > room, store, record, plan > state

may import downwards only, and no kind imports another. Parts with windows are functions that
import them on first use, so that reading a plan needs no Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.domain.step_state import StepState
from facilitator.domain.summary import RecordPart
from facilitator.live.kinds import CommandPart, DeskPart, ForNextPart
from facilitator.room.pages.kind import RoomPart
from facilitator.store.plans.part import PlanPart

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel
    from facilitator.ui.corner.own_page import MakePage


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of step. Parts that it does not need are left out."""

    id: StepKind
    plan: PlanPart  # its fields in a plan file
    room: RoomPart  # its pages on the board and in the corner
    desk: DeskPart  # the view that only the facilitator sees
    state: type[StepState] | None = None  # the state of a step, in memory and in the file
    commands: CommandPart | None = None  # its commands
    record: RecordPart | None = None  # its blocks in the record
    for_next: ForNextPart | None = None  # what it leaves for the group's next workshop
    panel: Callable[[], "MakePanel"] | None = None  # its panel on the console
    corner: Callable[[], "MakePage"] | None = None  # its page in the typing corner
    rehearsal: "Callable[[], Play] | None" = None  # the acts of made-up people
