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


class GlyphEngine(QIconEngine):
    """Draws one glyph in one colour at whatever size is asked for."""

    def __init__(self, glyph: str, colour: str) -> None:
        super().__init__()
        self._glyph, self._colour = glyph, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the glyph in the middle of ``rect``."""
        face = QFont(_family())
        face.setPixelSize(max(1, round(SHARE * rect.height())))
        painter.save()
        painter.setFont(face)
        painter.setPen(QColor(self._colour))
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(FAINT)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
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
        return GlyphEngine(self._glyph, self._colour)


def glyph_icon(name: str, colour: str) -> QIcon:
    """Return the glyph of this name as an icon. Raises ``KeyError`` when the font has none."""
    return QIcon(GlyphEngine(_glyphs()[name], colour))


@cache
def _family() -> str:
    """Make the font known to Qt, and return its family."""
    found = QFontDatabase.addApplicationFontFromData(_file(FONT).read_bytes())
    return QFontDatabase.applicationFontFamilies(found)[0]


@cache
def _glyphs() -> dict[str, str]:
    codes = json.loads(_file(NAMES).read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


def _file(pattern: str) -> Path:
    """Return the font's file; finding where a package lies does not start it."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("qtawesome")
    (found,) = (Path(package.origin).parent / "fonts").glob(pattern)
    return found
