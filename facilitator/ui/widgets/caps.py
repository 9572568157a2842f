"""The key caps on buttons and in menus, and whether an event matches a cap."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from facilitator.ui.widgets.key_presses import ENTER
from facilitator.ui.widgets.letters import letter_of
from facilitator.wording import _

Cap = str | Qt.Key  # typed text ("O", "⇧K"), a symbol ("→", "Ctrl+Z"), or a named key
SIGNS = {"→": Qt.Key.Key_Right, "←": Qt.Key.Key_Left, "F2": Qt.Key.Key_F2}
MINUS = "−"  # which keyboards send as a hyphen
SHIFT, CTRL, ALT = "⇧", "Ctrl+", "Alt+"
CHORD = (CTRL, ALT)
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def cap_words(cap: Cap) -> str:
    """Format the text on a cap."""
    if isinstance(cap, str):
        held, key = cap[: cap.find("+", 1)], cap[cap.find("+", 1) + 1 :]
        signs = {"Return": _("Enter"), "Up": "↑", "Down": "↓", "-": MINUS}
        return f"{held} {signs.get(key, key)}" if cap.startswith(CHORD) else cap
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
        return QKeySequence(cap) == QKeySequence(event.keyCombination())
    if event.modifiers() & _CHORDS or not cap:
        return False
    key = SIGNS.get(cap) if isinstance(cap, str) else cap
    if key is not None:
        return event.key() in (ENTER if key in ENTER else {key})
    return _is_typed(str(cap), event)


def _is_typed(cap: str, event: QKeyEvent) -> bool:
    letter = cap.removeprefix(SHIFT).lower()
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if letter.isalpha() and shifted is not cap.startswith(SHIFT):
        return False
    return letter in (event.text().lower(), letter_of(event).replace("-", MINUS))
