"""Key presses as keyboards of other layouts send them."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'", 44: "zxcvbnm,./"}
PLACES = {
    letter: first + number for first, row in ROWS.items() for number, letter in enumerate(row)
}
NONE = Qt.KeyboardModifier.NoModifier


def typed(place: str, text: str, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    """Return a press of the key that a US keyboard has there, which types a text here."""
    code = PLACES[place] + (0 if sys.platform == "win32" else 8)
    key = ord(text[0].upper())
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, held, code, key, 0, text)
