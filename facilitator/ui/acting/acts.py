"""The acts of a rehearsal, done one at a time by mouse and keys, as a person would.

Scripts are generators of acts; a ``Player`` performs them from the event loop, and the end-to-end
tests play the same scripts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Where = Callable[[], QWidget]  # found when the act begins, since windows come and go


@dataclass(frozen=True, slots=True)
class Click:
    """Press a button with the mouse."""

    button: Where


@dataclass(frozen=True, slots=True)
class Press:
    """Press a key in a window, or in its focused widget."""

    window: Where
    key: Qt.Key
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class HoldKey:
    """Press a key and hold it down, or release it."""

    window: Where
    key: Qt.Key
    down: bool


@dataclass(frozen=True, slots=True)
class TypeText:
    """Type a text into a field, key by key."""

    field: Where
    text: str


@dataclass(frozen=True, slots=True)
class Pass:
    """Let time pass in the room."""

    time: timedelta


@dataclass(frozen=True, slots=True)
class Look:
    """Take a picture of a window."""

    window: Where
    name: str  # "board", "console", "corner"


@dataclass(frozen=True, slots=True)
class WaitFor:
    """Wait until a condition is true; if it never is, the rehearsal fails."""

    so: Callable[[], bool]
    what: str


Act = Click | Press | HoldKey | TypeText | Pass | Look | WaitFor
Acts = Iterator[Act]
