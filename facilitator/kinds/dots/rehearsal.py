"""Dots in a rehearsal: everybody places some at the typing corner, then the room sees them."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.kinds.dots.corner import DotsPage
from facilitator.kinds.dots.panel import DotsPanel
from facilitator.kinds.dots.state import Dots, Phase
from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, WaitFor
from facilitator.ui.acting.finding import first_of, visible
from facilitator.ui.acting.hands import Hands

# The keys of people: a digit places dots, “d” goes to the next line. Somebody places none.
KEYS = ("d1dd2", "dd1d1d1", "1dd1", "ddd2d1", "", "d2dd1", "dddd1d1")


def play(hands: Hands, people: int) -> Acts:
    """Have everybody place dots, close placing, and show them."""
    yield from hands.turn_pages()
    if _panel(hands).corner_begin.isHidden():
        return  # no lines are open
    yield Click(lambda: visible(_panel(hands).corner_begin))
    yield from hands.look("placing dots begins")
    yield Click(lambda: visible(_panel(hands).corner_button))
    yield WaitFor(lambda: hands.corner().isVisible(), "the typing corner")
    for person in range(people):
        yield from _turn(hands, person)
    yield from hands.leave_corner()
    yield from hands.look("enough have placed dots")
    yield Click(lambda: visible(_panel(hands).close_button))
    yield from hands.look("placing is closed")
    yield from _end(hands)
    yield from hands.turn_pages()


def _end(hands: Hands) -> Acts:
    if not _panel(hands).show_button.isHidden():
        yield Click(lambda: visible(_panel(hands).show_button))
        yield from hands.look("the dots are shown")
        return
    yield Click(lambda: visible(_panel(hands).instead_button))
    yield from hands.look("asked before dots are deleted")
    yield Click(lambda: visible(_panel(hands).ask.first_button))
    yield from hands.look("the room talks about the lines")


def _turn(hands: Hands, person: int) -> Acts:
    corner, turns = hands.corner, _turns(hands)
    if person == 0:
        yield Look(corner, "corner")
    if person == 1:
        yield Press(corner, Qt.Key.Key_F2)
    for key in KEYS[person % len(KEYS)]:
        yield Press(corner, Qt.Key.Key_Down if key == "d" else Qt.Key(ord(key)))
    if person < 2:
        yield Look(corner, "corner")
    yield Press(corner, Qt.Key.Key_Return)
    yield Press(corner, Qt.Key.Key_Return)
    yield WaitFor(lambda: _turns(hands) > turns, "the dots to be saved")
    yield Pass(timedelta(seconds=15))
    yield WaitFor(lambda: not _is_open(corner()), "the closing screen")
    yield Press(corner, Qt.Key.Key_Shift)
    yield WaitFor(lambda: _is_open(corner()), "the next entry page")


def _turns(hands: Hands) -> int:
    state = hands.workshop.state_of(hands.workshop.agenda.now.step.id)
    return state.turns if isinstance(state, Dots) and state.phase is Phase.PLACING else 0


def _is_open(corner: QWidget) -> bool:
    return any(page.isVisible() for page in corner.findChildren(DotsPage))


def _panel(hands: Hands) -> DotsPanel:
    return first_of(hands.console(), DotsPanel)
