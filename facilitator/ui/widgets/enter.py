"""Enter and the Enter of the keypad press the button that has the focus, in every window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether the key is one of the two Enters."""
    return event.key() in ENTER


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button at Enter; return whether the key was Enter.

    An Enter that is held presses nothing: it may have begun in another place, such as a list that
    asked the question in which the button is.
    """
    if not is_enter(event) or event.modifiers() & _CHORDS:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
