"""Maps a key press to a letter of our keys, in every keyboard layout.

In a layout with Latin letters the typed letter counts. If a key types another script, its
position on a US keyboard counts, since nobody can type a “b” there.
"""

import sys
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QKeyEvent

_ROWS = {  # by the first key's code on Linux and Windows
    2: "1234567890-=",
    16: "qwertyuiop[]",
    30: "asdfghjkl;'",
    44: "zxcvbnm,./",
}
_PLACES: Mapping[int, str] = MappingProxyType(
    {first + n: letter for first, row in _ROWS.items() for n, letter in enumerate(row)}
)
_MAC_ORDER = "asdfhgzxcv§bqweryt123465=97-80]ou[ip\nlj'k;\\,/nm."  # by its virtual key
_MAC_PLACES: Mapping[int, str] = MappingProxyType(dict(enumerate(_MAC_ORDER)))
_X_OFFSET = 8  # of a key's code on X and Wayland
_QUESTION_MARKS = frozenset({"؟", "\u037e", "՞", "፧"})
_HEBREW = MappingProxyType({("'", "w"): "w", ("/", "q"): "q"})  # letters' positions that type signs


def place_of(event: QKeyEvent) -> str:
    """Return the US keyboard's character at a key's position, "" if it is not reported."""
    if sys.platform == "darwin":
        return _MAC_PLACES.get(event.nativeVirtualKey(), "")
    code = event.nativeScanCode()
    return _PLACES.get(code if sys.platform == "win32" else code - _X_OFFSET, "")


def letter_of(event: QKeyEvent) -> str:
    """Return the lower-case Latin letter, ASCII digit or sign that a key means among our keys."""
    typed, place = event.text().lower(), place_of(event)
    if typed in _QUESTION_MARKS:
        return "?"
    if len(typed) == 1 and typed.isdecimal():
        return str(unicodedata.decimal(typed))
    if typed and all(_is_other_script(letter) for letter in typed) and place:
        from PySide6.QtCore import Qt

        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return "?" if place == "/" and shifted else place
    return _HEBREW.get((typed, place), typed)


def key_of(event: QKeyEvent) -> int:
    """Return Qt's key; for another script that of the Latin letter at the same position."""
    letter = letter_of(event)
    changed = letter != event.text().lower() and len(letter) == 1 and letter.isalnum()
    return ord(letter.upper()) if changed else event.key()


def _is_other_script(letter: str) -> bool:
    return letter.isalpha() and "LATIN" not in unicodedata.name(letter, "LATIN")
