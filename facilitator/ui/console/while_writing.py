"""Covers the console while somebody writes at this laptop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.widgets.labels import label
from facilitator.wording import _


class CoverPage(QWidget):
    """A few calm words and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label(_("The typing corner is open"), "now")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(words)
