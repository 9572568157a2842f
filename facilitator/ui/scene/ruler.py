"""Measures text with Qt in board units, the same on every display."""

import unicodedata
from collections.abc import Callable, Hashable
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from facilitator.domain.text.contacts import held_together
from facilitator.ui.widgets.fonts import font, load_fonts

LINE_HEIGHT = 1.26  # of the size
WIDE = 100_000.0  # board units, wider than any line
CACHED = 4096  # texts

T = TypeVar("T")


class QtRuler:
    """A ``room.ruler.Ruler`` that breaks and measures text as ``scene`` draws it.

    It caches only numbers: texts may have been withdrawn since.
    """

    def __init__(self) -> None:
        load_fonts()
        self._font = lru_cache(maxsize=64)(_font)
        self._ends: dict[int, tuple[int, ...]] = {}
        self._widths: dict[int, float] = {}

    def lines(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        """Break a text into lines; break words that are too long between graphemes."""
        ends = _cached(
            self._ends, (text, width, size, weight), lambda: self._broken(text, width, size, weight)
        )
        units = text.encode("utf-16-le")  # Qt counts UTF-16 units
        return tuple(
            units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
            for start, end in pairwise((0, *ends))
        )

    def line_height(self, size: float) -> float:
        """Measure the distance from one line to the next."""
        return size * LINE_HEIGHT

    def width(self, text: str, size: float, weight: int) -> float:
        """Measure the width of a single line."""
        return _cached(
            self._widths, (text, size, weight), lambda: self._measured(text, size, weight)
        )

    def _broken(self, text: str, width: float, size: float, weight: int) -> tuple[int, ...]:
        """Find the ends of the lines; never break a telephone number or a mail address."""
        layout = QTextLayout(held_together(text), self._font(size, weight))
        layout.setTextOption(_option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
        layout.beginLayout()
        ends: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        return tuple(ends)

    def _measured(self, text: str, size: float, weight: int) -> float:
        _layout, line = single_line(text, self._font(size, weight))
        return line.naturalTextWidth()


def _cached(cache: dict[int, T], of: Hashable, find: Callable[[], T]) -> T:
    """Return a cached figure, or compute and cache it; drop the oldest when full."""
    key = hash(of)
    if key not in cache:
        if len(cache) >= CACHED:
            del cache[next(iter(cache))]
        cache[key] = find()
    return cache[key]


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
    """Lay a text out in one line; the line lives as long as its layout."""
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
    """Return whether the first letter with a direction is right-to-left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
