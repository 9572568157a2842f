"""A sentence on top of every page of Home."""

from PySide6.QtWidgets import QFrame

from facilitator.ui.home.parts import Button, label, row
from facilitator.wording import _


class Notice(QFrame):
    """Shows one sentence until it is closed, or for as long as it holds."""

    def __init__(self, *, stands: bool = False) -> None:
        super().__init__()
        self.setProperty("card", "butter")
        self.label = label("", "strong" if stands else "")
        self.button = Button(_("Close this note"), "quiet")
        self.button.clicked.connect(self.hide)
        self.button.setVisible(not stands)
        line = row(self, margin=12)
        line.addWidget(self.label, 1)
        line.addWidget(self.button)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show a sentence; an empty one takes the notice away."""
        self.label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
