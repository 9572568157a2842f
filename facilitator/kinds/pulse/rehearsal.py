"""A pulse in a rehearsal: everybody answers at the typing corner, then the shapes are shown."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.kinds.pulse.corner import PulsePage
from facilitator.kinds.pulse.panel.panel import PulsePanel
from facilitator.kinds.pulse.state import Phase, Pulse
from facilitator.ui.acting.acts import Acts, Click, Look, Pass, Press, WaitFor
from facilitator.ui.acting.finding import first_of, visible
from facilitator.ui.acting.hands import Hands

# The keys of pairs of people, by statement: dots, words and “rather not say” all happen.
KEYS = ("4345215", "3334354", "52N4144", "4243N53")
LATER = ("5355435", "5345355", "5554444", "4445N55")  # of a second pulse


def play(hands: Hands, people: int) -> Acts:
    """Have everybody answer, close answering, and show the shapes."""
    yield from hands.turn_pages()
    yield Click(lambda: visible(_panel(hands).corner_begin))
    yield from hands.look("the pulse begins")
    yield Click(lambda: visible(_panel(hands).corner_button))
    yield WaitFor(lambda: hands.corner().isVisible(), "the typing corner")
    for person in range(people):
        yield from _turn(hands, person)
    yield from hands.leave_corner()
    yield from hands.look("enough have answered")
    yield Click(lambda: visible(_panel(hands).close_button))
    yield from hands.look("answering is closed")
    if not _panel(hands).show_button.isHidden():
        yield Click(lambda: visible(_panel(hands).show_button))
        yield from hands.look("the pulse is shown")
        if not _panel(hands).beside_button.isHidden():
            yield from hands.turn_pages()
            yield Click(lambda: visible(_panel(hands).beside_button))
            yield from hands.look("two times side by side")
    else:
        yield Click(lambda: visible(_panel(hands).instead_button))
        yield from hands.look("asked before answers are deleted")
        yield Click(lambda: visible(_panel(hands).ask.first_button))
        yield from hands.look("the room talks instead")
    yield from hands.turn_pages()


def _turn(hands: Hands, person: int) -> Acts:
    corner = hands.corner
    all_keys = LATER if _is_second(hands) else KEYS
    keys = all_keys[person // 2 % len(all_keys)]
    turns, place = _turns(hands), 0
    while _turns(hands) == turns and place < _count(hands):
        key = keys[place % len(keys)]
        yield Press(corner, Qt.Key(ord(key)))
        if person == 0 and place < 2:
            yield Look(corner, "corner")
        yield Press(corner, Qt.Key.Key_Return)
        place += 1
    yield WaitFor(lambda: _turns(hands) > turns, "the answers to be saved")
    yield Pass(timedelta(seconds=15))
    yield WaitFor(lambda: not _is_open(corner()), "the closing screen")
    yield Press(corner, Qt.Key.Key_Shift)
    yield WaitFor(lambda: _is_open(corner()), "the next entry page")


def _is_second(hands: Hands) -> bool:
    """Return whether another pulse of this workshop was shown."""
    states = hands.workshop.states
    return any(isinstance(state, Pulse) and state.phase is Phase.SHOWN for state in states)


def _pulse(hands: Hands) -> Pulse | None:
    state = hands.workshop.state_of(hands.workshop.agenda.now.step.id)
    return state if isinstance(state, Pulse) and state.phase is Phase.ANSWERING else None


def _turns(hands: Hands) -> int:
    pulse = _pulse(hands)
    return 0 if pulse is None else pulse.turns


def _count(hands: Hands) -> int:
    pulse = _pulse(hands)
    return 0 if pulse is None else len(pulse.answers)


def _is_open(corner: QWidget) -> bool:
    return any(page.isVisible() for page in corner.findChildren(PulsePage))


def _panel(hands: Hands) -> PulsePanel:
    return first_of(hands.console(), PulsePanel)
