"""How controls handle keys: Enter presses them, and some keys are left to the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
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

    An Enter that is held down presses nothing: it may have started elsewhere, as in a list that
    opened the button's question.
    """
    if not is_enter(event) or event.modifiers() & _CHORDS:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def leave_to_window(event: QKeyEvent) -> bool:
    """Leave a key that a list does not use to the window; return whether it was such a key.

    A list uses up and down, and its own keys. Typed characters, Space and the left and right arrows
    do in a list what the buttons with these keys do.
    """
    if event.modifiers() & _CHORDS or not (
        event.key() in SIDEWAYS or (event.text().isprintable() and event.text())
    ):
        return False
    event.ignore()
    return True
