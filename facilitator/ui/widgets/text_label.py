"""A label for whole sentences, which may hold a telephone number or a mail address."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.domain.text.contacts import held_together


class TextLabel(QLabel):
    """Shows a text as it is, never as mark-up, and breaks within no number or address."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(held_together(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(held_together(text))
