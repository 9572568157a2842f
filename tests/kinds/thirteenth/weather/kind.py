"""The kind as a whole."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.kind import Kind
from facilitator.ui.acting.hands import Play
from facilitator.ui.console.own_panel import MakePanel
from facilitator.ui.corner.own_page import MakePage

from .commands import COMMANDS
from .desk import DESK
from .plan import PLAN
from .record import blocks
from .room import ROOM
from .state import Weather


def _panel() -> MakePanel:
    from .panel import WeatherPanel

    return WeatherPanel


def _corner() -> MakePage:
    from .corner import WeatherPage

    return WeatherPage


def _rehearsal() -> Play:
    from .rehearsal import play

    return play


KIND = Kind(
    StepKind("weather"),
    PLAN,
    ROOM,
    DESK,
    state=Weather,
    commands=COMMANDS,
    record=blocks,
    panel=_panel,
    corner=_corner,
    rehearsal=_rehearsal,
)
