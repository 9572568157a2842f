"""Buttons and ticks that Enter presses; a focus that is seen on a filled ground as well."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QPushButton

from facilitator.ui.widgets.enter import is_enter, press_by_enter
from facilitator.ui.widgets.style import RING

LINE = 3.0  # pixels
ROUND = 6.0  # likewise


class RingButton(QPushButton):
    """A button that Enter presses, with a light line inside its dark ring where it is filled.

    ``takes_enter`` is False where Enter is no answer to a question.
    """

    takes_enter = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.takes_enter and is_enter(event):
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

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


class Tick(QCheckBox):
    """A box to tick, by Space or Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)
