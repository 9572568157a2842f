"""A field for a whole number, as every window has it."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

EDGE = 10  # pixels between the frame and the figures; a style sheet does not reach them


class NumberBox(QSpinBox):
    """A whole number, typed freely; the wheel scrolls what is around it and never changes it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
