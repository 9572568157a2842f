"""The weather in a rehearsal: everybody chooses a sky at the typing corner, then it is shown."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, WaitFor
from facilitator.ui.acting.finding import first_of, visible
from facilitator.ui.acting.hands import Hands
from facilitator.ui.corner.answers import AnswerList

from .panel import WeatherPanel
from .state import Weather

CHOSEN = "112233"


def play(hands: Hands, people: int) -> Acts:
    """Have everybody choose, then show what came of it."""
    yield Press(hands.console, Qt.Key.Key_O)
    yield WaitFor(lambda: hands.corner().isVisible(), "the typing corner")
    for place in range(people):
        yield from _turn(hands, CHOSEN[place % len(CHOSEN)], place)
    yield from hands.leave_corner()
    yield Click(lambda: visible(_panel(hands).show_button))
    yield from hands.look("the weather is shown")


def _turn(hands: Hands, key: str, before: int) -> Acts:
    corner = hands.corner
    if before == 0:
        yield Look(corner, "corner")
    yield Press(corner, Qt.Key(ord(key)))
    yield Press(corner, Qt.Key.Key_Return)
    yield WaitFor(lambda: _given(hands) > before, "the sky to be kept")
    yield Pass(timedelta(seconds=10))
    yield WaitFor(lambda: not _is_open(corner()), "the closing screen")
    yield Press(corner, Qt.Key.Key_Shift)
    yield WaitFor(lambda: _is_open(corner()), "the next entry page")


def _given(hands: Hands) -> int:
    state = hands.workshop.state_of(hands.workshop.agenda.now.step.id)
    return state.turns if isinstance(state, Weather) else 0


def _is_open(corner: QWidget) -> bool:
    return any(answers.isVisible() for answers in corner.findChildren(AnswerList))


def _panel(hands: Hands) -> WeatherPanel:
    return first_of(hands.console(), WeatherPanel)
