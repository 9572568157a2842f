"""How controls handle keys: Enter presses them, and some keys are left to the window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from facilitator.ui.widgets.unlisted import KEYPAD_ENTER, LEFT, RETURN, RIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

SIDEWAYS = frozenset({LEFT, RIGHT})
ENTER = frozenset({RETURN, KEYPAD_ENTER})


def chords() -> "Qt.KeyboardModifier":
    """Return the modifiers that make a chord of a key: all but Shift."""
    from PySide6.QtCore import Qt

    held = Qt.KeyboardModifier
    return held.ControlModifier | held.AltModifier | held.MetaModifier


def is_enter(event: QKeyEvent) -> bool:
    """Return whether the key is one of the two Enters."""
    return event.key() in ENTER


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button at Enter; return whether the key was Enter.

    An Enter that is held down presses nothing: it may have started elsewhere, as in a list that
    opened the button's question.
    """
    if not is_enter(event) or event.modifiers() & chords():
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def leave_to_window(event: QKeyEvent) -> bool:
    """Leave a key that a list does not use to the window; return whether it was such a key.

    A list uses up and down, and its own keys. Typed characters, Space and the left and right arrows
    do in a list what the buttons with these keys do.
    """
    if event.modifiers() & chords() or not (
        event.key() in SIDEWAYS or (event.text().isprintable() and event.text())
    ):
        return False
    event.ignore()
    return True
