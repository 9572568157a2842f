"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.pulse.commands import COMMANDS
from facilitator.kinds.pulse.desk import DESK
from facilitator.kinds.pulse.for_next import FOR_NEXT
from facilitator.kinds.pulse.plan import PLAN
from facilitator.kinds.pulse.record import blocks
from facilitator.kinds.pulse.room import ROOM
from facilitator.kinds.pulse.state import Pulse

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel
    from facilitator.ui.corner.own_page import MakePage


def _panel() -> "MakePanel":
    from facilitator.kinds.pulse.panel.panel import PulsePanel

    return PulsePanel


def _corner() -> "MakePage":
    from facilitator.kinds.pulse.corner import PulsePage

    return PulsePage


def _rehearsal() -> "Play":
    from facilitator.kinds.pulse.rehearsal import play

    return play


KIND = Kind(
    StepKind.PULSE,
    PLAN,
    ROOM,
    DESK,
    state=Pulse,
    commands=COMMANDS,
    record=blocks,
    for_next=FOR_NEXT,
    panel=_panel,
    corner=_corner,
    rehearsal=_rehearsal,
)
