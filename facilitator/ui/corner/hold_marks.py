"""The progress of holding Esc: four small squares that fill one after another."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.corner.pace import HOLD_STEPS


class HoldMarks(QWidget):
    """Shows nothing until Esc has been held for a while; its size never changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = 0
        self._colour = QColor("black")
        self._side = 12

    def dress(self, colour: str, side: int) -> None:
        """Set the colour, and the squares' side in pixels."""
        self._colour, self._side = QColor(colour), side
        self.setFixedSize((2 * HOLD_STEPS - 1) * side, side)

    def show_step(self, step: int) -> None:
        """Show the number of completed quarters of the hold."""
        self._step = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for place in range(self._step):
                painter.fillRect(2 * place * self._side, 0, self._side, self._side, self._colour)
