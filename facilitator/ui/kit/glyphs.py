"""Glyphs as icons, from the font that ships with qtawesome.

qtawesome itself is not started: it loads a dozen fonts and all of Qt's widgets by name, which took
longer than everything else before the first window.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

SHARE = 0.875  # of the height: what the font's own bearings leave for its glyphs
FAINT = 0.5  # of a control that is disabled
FONT, NAMES = "fontawesome6-solid-webfont-[0-9]*.ttf", "fontawesome6-solid-webfont-charmap-*.json"


# What the system's own typeface draws on controls that have no words, where the font is blocked.
STAND_INS = {
    "arrow-down": "↓",
    "arrow-left": "←",
    "arrow-right": "→",
    "arrow-up": "↑",
    "minus": "−",
    "plus": "+",
}


class GlyphEngine(QIconEngine):
    """Draws one glyph in one colour at whatever size is asked for.

    Where the font cannot be loaded it draws a stand-in from the system's typeface, or nothing.
    """

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the glyph in the middle of ``rect``."""
        face = QFont(_family()) if has_glyphs() else QFont()
        glyph = _glyphs()[self._name] if has_glyphs() else STAND_INS.get(self._name, "")
        face.setPixelSize(max(1, round(SHARE * rect.height())))
        painter.save()
        painter.setFont(face)
        painter.setPen(QColor(self._colour))
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(FAINT)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on nothing."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return another engine for the same glyph."""
        return GlyphEngine(self._name, self._colour)


def glyph_icon(name: str, colour: str) -> QIcon:
    """Return the glyph of this name as an icon. Raises ``KeyError`` when the font has none."""
    if _glyphs() and name not in _glyphs():
        raise KeyError(name)
    return QIcon(GlyphEngine(name, colour))


@cache
def has_glyphs() -> bool:
    """Return whether the font could be loaded: some computers block fonts not installed there."""
    return bool(_family() and _glyphs())


@cache
def _family() -> str:
    """Make the font known to Qt, and return its family; nothing where it cannot be loaded."""
    try:
        content = _file(FONT).read_bytes()
    except OSError:
        return ""
    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFontFromData(content)
    )
    return families[0] if families else ""


@cache
def _glyphs() -> dict[str, str]:
    """Return the character of each glyph; none where the list cannot be read."""
    try:
        codes = json.loads(_file(NAMES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: chr(int(code, 16)) for name, code in codes.items()}


def _file(pattern: str) -> Path:
    """Return the font's file; finding where a package lies does not start it."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError(pattern)
    found = next((Path(package.origin).parent / "fonts").glob(pattern), None)
    if found is None:
        raise FileNotFoundError(pattern)
    return found
