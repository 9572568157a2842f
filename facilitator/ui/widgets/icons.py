"""The program's icons: Font Awesome 6, solid, drawn by qtawesome."""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class Icon(StrEnum):
    """The icons, with their qtawesome names."""

    ADD = "fa6s.plus"
    AGREEMENT = "fa6s.handshake"
    ARROW_DOWN = "fa6s.arrow-down"
    ARROW_LEFT = "fa6s.arrow-left"
    ARROW_RIGHT = "fa6s.arrow-right"
    ARROW_UP = "fa6s.arrow-up"
    BOARD = "fa6s.display"
    BOX = "fa6s.box-archive"
    CARE = "fa6s.mug-hot"
    CARDS = "fa6s.note-sticky"
    CHART = "fa6s.chart-bar"
    CHECK = "fa6s.check"
    CLOCK = "fa6s.clock"
    CLOSE = "fa6s.xmark"
    COMMENTS = "fa6s.comments"
    COPY = "fa6s.copy"
    COVERED = "fa6s.eye-slash"
    CUT = "fa6s.scissors"
    DOTS = "fa6s.circle-dot"
    DOWN = "fa6s.chevron-down"
    DRAG = "fa6s.grip-vertical"
    EYE = "fa6s.eye"
    FILE_IN = "fa6s.file-import"
    FOLDER = "fa6s.folder-open"
    HAND = "fa6s.hand"
    HEART = "fa6s.heart"
    HELP = "fa6s.circle-question"
    HOLD = "fa6s.pause"
    INFO = "fa6s.circle-info"
    KEEP = "fa6s.floppy-disk"
    KEYBOARD = "fa6s.keyboard"
    LANGUAGE = "fa6s.language"
    LAYERS = "fa6s.layer-group"
    LIST = "fa6s.list-check"
    LOCK = "fa6s.lock"
    MINUS = "fa6s.minus"
    MORE = "fa6s.ellipsis"
    OPEN = "fa6s.envelope-open-text"
    PENCIL = "fa6s.pencil"
    PLAY = "fa6s.play"
    PRINT = "fa6s.print"
    RECORD = "fa6s.file-pdf"
    REDO = "fa6s.rotate-right"
    RIGHT = "fa6s.chevron-right"
    ROTATE = "fa6s.rotate"
    SCALE = "fa6s.scale-balanced"
    SCISSORS = "fa6s.scissors"
    SEARCH = "fa6s.magnifying-glass"
    SETTINGS = "fa6s.gear"
    SHOE_PRINTS = "fa6s.shoe-prints"
    SLACK = "fa6s.seedling"
    STAR = "fa6s.star"
    STOP = "fa6s.stop"
    TRASH = "fa6s.trash"
    UNDO = "fa6s.rotate-left"
    USERS = "fa6s.users"


@cache
def icon(name: Icon, colour: str) -> "QIcon":
    """Return an icon in a colour; it is never released, since Python code draws it.

    If only Qt held the icon, its Python half could be deleted first, and Qt would delete it twice.
    """
    from PySide6.QtGui import QIcon

    from facilitator.ui.widgets.glyphs import GlyphEngine  # the first window is shown without it

    return QIcon(GlyphEngine(name, colour))


class _Font:
    is_loaded = False


def is_font_loaded() -> bool:
    """Return whether loading the font was tried for a window, with or without success."""
    return _Font.is_loaded


@cache
def load_font_soon() -> None:
    """Load the font in the next turn of the event loop, and repaint all windows.

    Loading it takes longer than a window may take to appear.
    """
    QTimer.singleShot(0, _load_font)


def _load_font() -> None:
    from facilitator.ui.widgets.glyphs import loaded_font

    loaded_font()
    _Font.is_loaded = True
    for window in QApplication.topLevelWidgets():
        window.update()
