"""What somebody in a rehearsal does: one act at a time, as a person would, by mouse and keys.

Scripts are generators of acts; a ``Player`` performs them from the event loop, and the end-to-end
tests play the same scripts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Where = Callable[[], QWidget]  # looked for when the act begins, since windows come and go


@dataclass(frozen=True, slots=True)
class Click:
    """Press a button with the mouse."""

    button: Where


@dataclass(frozen=True, slots=True)
class Press:
    """Press a key in a window, or in what has its focus."""

    window: Where
    key: Qt.Key
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class HoldKey:
    """Press a key and keep it down, or let it go again."""

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
    """Let time go by in the room."""

    time: timedelta


@dataclass(frozen=True, slots=True)
class Look:
    """Take a picture of a window."""

    window: Where
    name: str  # "board", "console", "corner"


@dataclass(frozen=True, slots=True)
class WaitFor:
    """Wait until something is so; a rehearsal in which it never is has failed."""

    so: Callable[[], bool]
    what: str


Act = Click | Press | HoldKey | TypeText | Pass | Look | WaitFor
Acts = Iterator[Act]
