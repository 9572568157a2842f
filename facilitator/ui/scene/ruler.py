"""Measures text with Qt, in board units, the same on every display."""

import unicodedata
from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from facilitator.ui.kit.fonts import font, load_fonts

LINE_HEIGHT = 1.26  # of the size
WIDE = 100_000.0  # board units, wider than any line


class QtRuler:
    """A ``room.ruler.Ruler`` that breaks and measures as ``scene`` draws."""

    def __init__(self) -> None:
        load_fonts()
        self._font = lru_cache(maxsize=64)(_font)
        self._lines = lru_cache(maxsize=4096)(self._broken)
        self._width = lru_cache(maxsize=4096)(self._measured)

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        """Return the text broken into lines, words too long between graphemes."""
        return self._lines(text, width, size, weight)

    def line_height(self, size: float) -> float:
        """Return the distance from one line to the next."""
        return size * LINE_HEIGHT

    def width(self, text: str, size: float, weight: int) -> float:
        """Return how wide a single line is."""
        return self._width(text, size, weight)

    def _broken(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        layout = QTextLayout(text, self._font(size, weight))
        layout.setTextOption(_option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
        layout.beginLayout()
        lines: list[str] = []
        units = text.encode("utf-16-le")  # Qt counts UTF-16 units
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
            lines.append(units[start:end].decode("utf-16-le", "replace").strip())
        layout.endLayout()
        return tuple(lines)

    def _measured(self, text: str, size: float, weight: int) -> float:
        _layout, line = single_line(text, self._font(size, weight))
        return line.naturalTextWidth()


def _font(size: float, weight: int) -> QFont:
    return font(ceil(size), weight)


def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    option.setUseDesignMetrics(True)
    return option


def single_line(
    text: str, face: QFont, *, right_to_left: bool = False
) -> tuple[QTextLayout, QTextLine]:
    """Return one line of text that is not broken; the line lives as long as its layout."""
    layout = QTextLayout(text, face)
    option = _option(QTextOption.WrapMode.NoWrap)
    towards = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(towards)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(WIDE)
    layout.endLayout()
    return layout, line


def reads_from_the_right(text: str) -> bool:
    """Return whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
