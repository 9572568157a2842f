"""The key caps on buttons and in menus, and whether an event matches a cap."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from facilitator.ui.widgets.key_presses import ENTER, chords
from facilitator.ui.widgets.letters import letter_of
from facilitator.wording import _

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    Cap = str | Qt.Key  # typed text ("O", "⇧K"), a symbol ("→", "Ctrl+Z"), or a named key
else:
    Cap = str | int  # Qt's keys are numbers
MINUS = "−"  # which keyboards send as a hyphen
SHIFT, CTRL, ALT = "⇧", "Ctrl+", "Alt+"
CHORD = (CTRL, ALT)


@cache
def signs() -> "dict[str, Qt.Key]":
    """Return the keys of the symbols on caps."""
    from PySide6.QtCore import Qt

    return {"→": Qt.Key.Key_Right, "←": Qt.Key.Key_Left, "F2": Qt.Key.Key_F2}


def cap_words(cap: Cap) -> str:
    """Format the text on a cap."""
    if isinstance(cap, str):
        held, key = cap[: cap.find("+", 1)], cap[cap.find("+", 1) + 1 :]
        names = {"Return": _("Enter"), "Up": "↑", "Down": "↓", "-": MINUS}
        return f"{held} {names.get(key, key)}" if cap.startswith(CHORD) else cap
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence

    words = {
        Qt.Key.Key_Escape: _("Esc"),
        Qt.Key.Key_Space: _("Space"),
        Qt.Key.Key_Return: _("Enter"),
        Qt.Key.Key_PageDown: _("PgDn"),
        Qt.Key.Key_PageUp: _("PgUp"),
        Qt.Key.Key_Delete: _("Del"),
    }
    return words.get(cap) or QKeySequence(cap).toString()


def is_cap_of(cap: Cap, event: QKeyEvent) -> bool:
    """Return whether an event is the key of a cap."""
    if isinstance(cap, str) and cap.startswith(CHORD):
        from PySide6.QtGui import QKeySequence

        return QKeySequence(cap) == QKeySequence(event.keyCombination())
    if event.modifiers() & chords() or not cap:
        return False
    key = signs().get(cap) if isinstance(cap, str) else cap
    if key is not None:
        return event.key() in (ENTER if key in ENTER else {key})
    return _is_typed(str(cap), event)


def _is_typed(cap: str, event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt

    letter = cap.removeprefix(SHIFT).lower()
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if letter.isalpha() and shifted is not cap.startswith(SHIFT):
        return False
    return letter in (event.text().lower(), letter_of(event).replace("-", MINUS))
