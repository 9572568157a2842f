"""A button whose focus is seen on a filled ground as well: a light line inside the dark ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton

from facilitator.ui.kit.style import RING

LINE = 3.0  # pixels
ROUND = 6.0  # likewise


class RingButton(QPushButton):
    """Draws, as a main button with focus, a line in the colour of its words."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or self.property("role") != "main":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = RING + LINE / 2
        area = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(area, ROUND, ROUND)
