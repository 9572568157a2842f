"""Glyphs as icons, drawn by qtawesome, which is loaded when the first one is painted.

Only one of its fonts is loaded. ``icons.load_font_soon`` says when.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from qtawesome import IconicFont

SHARE = 0.875  # of the height: what qtawesome uses for a glyph
FAINT = 0.5  # of a disabled control
FONT = "fa6s"  # qtawesome's prefix for Font Awesome 6, solid

# Characters of the system's typeface for controls without words, if the font is blocked.
STAND_INS = {
    "fa6s.arrow-down": "↓",
    "fa6s.arrow-left": "←",
    "fa6s.arrow-right": "→",
    "fa6s.arrow-up": "↑",
    "fa6s.minus": "−",
    "fa6s.plus": "+",
}


class GlyphEngine(QIconEngine):
    """Draws a glyph in a colour at any size.

    If the font cannot be loaded it draws a substitute from the system's typeface, or nothing.
    """

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the glyph in the middle of ``rect``."""
        if (font := loaded_font()) is not None:
            faint = (self._colour, round(FAINT * 255))
            drawn = font.icon(self._name, color=self._colour, color_disabled=faint)
            drawn.paint(painter, rect, mode=mode)
        else:
            self._paint_substitute(painter, rect, mode)

    def _paint_substitute(self, painter: QPainter, rect: QRect, mode: QIcon.Mode) -> None:
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(FAINT)
        face = QFont()
        face.setPixelSize(max(1, round(SHARE * rect.height())))
        painter.setFont(face)
        painter.setPen(QColor(self._colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, STAND_INS.get(self._name, ""))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw the glyph on a transparent background."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return another engine for the same glyph."""
        return GlyphEngine(self._name, self._colour)


@cache
def loaded_font() -> "IconicFont | None":
    """Return qtawesome's font, loaded once; ``None`` where this computer blocks it.

    Its drawings are never released, as Qt may use them longer than we do.
    """
    try:
        from qtawesome import _BUNDLED_FONTS, FontError, IconicFont
    except ImportError:
        return None
    try:
        return IconicFont(*(files for files in _BUNDLED_FONTS if files[0] == FONT))
    except (FontError, OSError, ValueError):
        return None
