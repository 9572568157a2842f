"""A sentence on top of every page of Home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from facilitator.ui.home.parts import Button, label, row
from facilitator.wording import _


class Notice(QFrame):
    """Shows one sentence until it is closed, or for as long as it holds.

    Signals:
        acted: what the sentence offers was pressed.
    """

    acted = Signal()

    def __init__(self, *, stands: bool = False) -> None:
        super().__init__()
        self.setProperty("card", "butter")
        self.label = label("", "strong" if stands else "")
        self.button = Button(_("Close this note"), "quiet")
        self.button.clicked.connect(self.hide)
        line = row(self, margin=12)
        self.offer = Button("")
        self.offer.clicked.connect(self.acted)
        line.addWidget(self.label, 1)
        line.addWidget(self.offer)
        line.addWidget(self.button)
        self.button.setVisible(not stands)  # once it has a place, else it is a window of its own
        self.hide()

    def show_words(self, words: str, offer: str = "") -> None:
        """Show a sentence, with a button for what it offers; an empty one takes it away."""
        self.label.setText(words)
        self.offer.show_words(offer)
        self.offer.setVisible(bool(offer))
        self.setAccessibleName(words)
        self.setVisible(bool(words))
