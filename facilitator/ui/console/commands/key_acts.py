"""Which command a key asks for (decision 13), read from the table of commands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.console.commands.table import COMMANDS, TABLE, Act
from facilitator.ui.widgets.caps import CHORD, CTRL, SIGNS, Cap
from facilitator.ui.widgets.letters import key_of, letter_of

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ONLY_FREE = (Qt.Key.Key_Space, Qt.Key.Key_Escape)  # a field, list or button uses them itself


def is_chord(cap: Cap) -> bool:
    """Return whether a key is pressed together with Ctrl or Alt."""
    return isinstance(cap, str) and cap.startswith(CHORD)


def _keys() -> Iterator[tuple[Cap, Act]]:
    return ((cap, command.id) for command in TABLE for cap in command.keys)


ALWAYS = {cap: act for cap, act in _keys() if isinstance(cap, Qt.Key) and cap not in _ONLY_FREE}
FREE = {cap: act for cap, act in _keys() if isinstance(cap, Qt.Key) and cap in _ONLY_FREE} | {
    SIGNS[cap]: act for cap, act in _keys() if isinstance(cap, str) and cap in SIGNS
}
CHORDS = {str(cap): act for cap, act in _keys() if is_chord(cap)}
TYPED = {
    letter: act
    for cap, act in _keys()
    if isinstance(cap, str) and cap not in SIGNS and not is_chord(cap)
    for letter in {cap.lower(), cap.replace("−", "-").lower()}
}
_WITH_CTRL = {ord(cap[-1]): act for cap, act in CHORDS.items() if cap.startswith(CTRL)}


def always_of(event: QKeyEvent) -> Act | None:
    """Return what the key does from everywhere, also while somebody types."""
    key, held = Qt.Key(event.key()), event.modifiers() & _CHORDS
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(key_of(event))
    return ALWAYS.get(key) if not held else None


def act_of(event: QKeyEvent) -> Act | None:
    """Return what the key does when no field, list or button has the focus."""
    found = always_of(event)
    if found is not None or event.modifiers() & _CHORDS:
        return found
    found = FREE.get(Qt.Key(event.key())) or TYPED.get(letter_of(event))
    if found is None or (event.isAutoRepeat() and not COMMANDS[found].repeats):
        return None
    return found
