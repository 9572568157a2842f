"""Bars that show the progress of each segment of a step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.widgets.theme import WARM, Palette
from facilitator.wording import _

HIGH, GAP = 8.0, 8.0  # pixels


class SegmentBars(QWidget):
    """A bar for each segment, filled as its time passes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[float, ...] = ()
        self._palette = WARM
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, parts: tuple[float, ...]) -> None:
        """Show the progress of each segment, 0 to 1."""
        if parts != self._parts:
            self._parts = parts
            whole = [round(part * 100) for part in parts]
            spoken = ", ".join(_("{part} per cent").format(part=part) for part in whole)
            self.setAccessibleName(_("Time gone by: {parts}").format(parts=spoken))
            self.update()

    def show_palette(self, palette: Palette) -> None:
        """Use the colours of a theme."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, int(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - GAP * (len(self._parts) - 1)) / len(self._parts)
        for place, part in enumerate(self._parts):
            left = place * (wide + GAP)
            painter.setBrush(QColor(self._palette.chip))
            painter.drawRoundedRect(QRectF(left, 0, wide, HIGH), HIGH / 2, HIGH / 2)
            if part > 0:
                painter.setBrush(QColor(self._palette.accent))
                filled = max(HIGH, wide * part)
                painter.drawRoundedRect(QRectF(left, 0, filled, HIGH), HIGH / 2, HIGH / 2)
