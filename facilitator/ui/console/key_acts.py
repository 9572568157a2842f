"""Which key does what (decision 13)."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.kit.letters import letter_of


class Act(Enum):
    """What a key asks for."""

    FULL_SCREEN = auto()
    CARE = auto()
    AGREEMENT = auto()
    CURTAIN = auto()
    PROMISE = auto()
    NEXT = auto()
    BACK = auto()
    TOGGLE_TIME = auto()
    MORE_TIME = auto()
    TWO_MORE = auto()
    FIVE_MORE = auto()
    LESS_TIME = auto()
    CORNER = auto()
    HEARD = auto()
    KEYS = auto()
    MORE = auto()
    FINISH = auto()
    UNDO_FINISH = auto()
    LARGER = auto()
    SMALLER = auto()
    LEAVE = auto()


ALWAYS = {
    Qt.Key.Key_F5: Act.FULL_SCREEN,
    Qt.Key.Key_F6: Act.CARE,
    Qt.Key.Key_F7: Act.AGREEMENT,
    Qt.Key.Key_F8: Act.CURTAIN,
    Qt.Key.Key_F9: Act.PROMISE,
    Qt.Key.Key_PageDown: Act.NEXT,
    Qt.Key.Key_PageUp: Act.BACK,
}
FREE = {
    Qt.Key.Key_Right: Act.NEXT,
    Qt.Key.Key_Left: Act.BACK,
    Qt.Key.Key_Space: Act.TOGGLE_TIME,
    Qt.Key.Key_Escape: Act.LEAVE,
}
TYPED = {
    "+": Act.MORE_TIME,
    "2": Act.TWO_MORE,
    "5": Act.FIVE_MORE,
    "-": Act.LESS_TIME,
    "−": Act.LESS_TIME,
    ".": Act.CURTAIN,
    "b": Act.CURTAIN,
    "o": Act.CORNER,
    "h": Act.HEARD,
    "?": Act.KEYS,
    "m": Act.MORE,
    "f": Act.FINISH,
    "u": Act.UNDO_FINISH,
}
SIZE = {"+": Act.LARGER, "=": Act.LARGER, "-": Act.SMALLER, "−": Act.SMALLER}
SIZE_KEYS = {
    Qt.Key.Key_Plus: Act.LARGER,
    Qt.Key.Key_Equal: Act.LARGER,
    Qt.Key.Key_Minus: Act.SMALLER,
}
REPEATS = (Act.MORE_TIME, Act.LESS_TIME)
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def always_of(event: QKeyEvent) -> Act | None:
    """Return what the key does from everywhere, also while somebody types."""
    key, held = Qt.Key(event.key()), event.modifiers() & _CHORDS
    if held == Qt.KeyboardModifier.ControlModifier:
        return SIZE_KEYS.get(key)
    return ALWAYS.get(key) if not held else None


def act_of(event: QKeyEvent) -> Act | None:
    """Return what the key does when no field, list or button has the focus."""
    found = always_of(event)
    if found is not None or event.modifiers() & _CHORDS:
        return found
    found = FREE.get(Qt.Key(event.key())) or TYPED.get(letter_of(event))
    return None if event.isAutoRepeat() and found not in REPEATS else found
