"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.dots.commands import COMMANDS
from facilitator.kinds.dots.desk import DESK
from facilitator.kinds.dots.plan import PLAN
from facilitator.kinds.dots.record import blocks
from facilitator.kinds.dots.room import ROOM
from facilitator.kinds.dots.state import Dots
from facilitator.kinds.kind import Kind

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel
    from facilitator.ui.corner.own_page import MakePage


def _panel() -> "MakePanel":
    from facilitator.kinds.dots.panel import DotsPanel

    return DotsPanel


def _corner() -> "MakePage":
    from facilitator.kinds.dots.corner import DotsPage

    return DotsPage


def _rehearsal() -> "Play":
    from facilitator.kinds.dots.rehearsal import play

    return play


KIND = Kind(
    StepKind.DOTS,
    PLAN,
    ROOM,
    DESK,
    state=Dots,
    commands=COMMANDS,
    record=blocks,
    panel=_panel,
    corner=_corner,
    rehearsal=_rehearsal,
)
