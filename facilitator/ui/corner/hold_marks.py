"""How far Esc has been held: four small squares that fill one after another."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.corner.pace import HOLD_STEPS


class HoldMarks(QWidget):
    """Shows nothing until Esc has been held for a while; takes the same room always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = 0
        self._colour = QColor("black")
        self._side = 12

    def dress(self, colour: str, side: int) -> None:
        """Draw in this colour, squares of this side in pixels."""
        self._colour, self._side = QColor(colour), side
        self.setFixedSize((2 * HOLD_STEPS - 1) * side, side)

    def show_step(self, step: int) -> None:
        """Show how many of the parts of the hold are over."""
        self._step = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for place in range(self._step):
                painter.fillRect(2 * place * self._side, 0, self._side, self._side, self._colour)
