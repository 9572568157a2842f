"""The kind as a whole."""

from typing import TYPE_CHECKING

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.kinds.patterns.commands import COMMANDS
from facilitator.kinds.patterns.desk import DESK
from facilitator.kinds.patterns.plan import PLAN
from facilitator.kinds.patterns.record import blocks
from facilitator.kinds.patterns.room import ROOM
from facilitator.kinds.patterns.state import Patterns

if TYPE_CHECKING:
    from facilitator.ui.acting.hands import Play
    from facilitator.ui.console.own_panel import MakePanel


def _panel() -> "MakePanel":
    from facilitator.kinds.patterns.panel.panel import PatternsPanel

    return PatternsPanel


def _rehearsal() -> "Play":
    from facilitator.kinds.patterns.rehearsal import play

    return play


KIND = Kind(
    StepKind.PATTERNS,
    PLAN,
    ROOM,
    DESK,
    state=Patterns,
    commands=COMMANDS,
    record=blocks,
    panel=_panel,
    rehearsal=_rehearsal,
)
