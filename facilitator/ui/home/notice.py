"""A notice on top of every page of Home."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout, row
from facilitator.wording import _

LEAST_WORDS = 320  # pixels


class Notice(QFrame):
    """Shows a sentence until it is closed, or while it is true.

    Its controls are built when it is first shown.

    Signals:
        acted: the button for what the sentence offers was pressed.
    """

    acted = Signal()

    def __init__(self, *, permanent: bool = False) -> None:
        super().__init__()
        self.setProperty("card", "butter")
        self._is_permanent, self._is_built = permanent, False
        self._words, self._covered_words, self._is_covered = "", "", False
        self.hide()

    def build(self) -> None:
        """Build the controls, unless they are there."""
        if self._is_built:
            return
        self._is_built = True
        self.label = label("", "strong" if self._is_permanent else "", at_left=True)
        self.button = quiet_button(_("Close this note"))
        self.button.clicked.connect(self.hide)
        self._line = line = row(self, margin=12)
        self.offer = Button("")
        self.offer.clicked.connect(self.acted)
        self.show_button = Button(_("Show it here"), Icon.EYE)
        self.show_button.clicked.connect(lambda: self.set_covered(covered=False))
        line.addWidget(self.label, 1)
        self._buttons = buttons = FlowLayout()
        line.addLayout(buttons)
        for button in (self.show_button, self.offer, self.button):
            buttons.addWidget(button)
        self.button.setVisible(not self._is_permanent)  # now that it has a parent

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words in a narrow window."""
        super().resizeEvent(event)
        if self._is_built:
            is_wide = self.width() >= self._buttons.sizeHint().width() + LEAST_WORDS
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._line.setDirection(across if is_wide else down)

    def show_words(self, words: str, offer: str = "", covered: str = "") -> None:
        """Show a sentence, with a button for what it offers; "" hides it.

        ``covered`` is shown instead while others may see this screen.
        """
        self._words, self._covered_words = words, covered
        if words:
            self.build()
        if not self._is_built:
            return
        self.offer.show_words(offer)
        self.offer.setVisible(bool(offer))
        self._show()
        self.setVisible(bool(words))

    def set_covered(self, *, covered: bool) -> None:
        """Hide or show what the room should not read."""
        self._is_covered = covered
        if self._is_built:
            self._show()

    def _show(self) -> None:
        is_covered = self._is_covered and bool(self._covered_words)
        words = self._covered_words if is_covered else self._words
        self.show_button.setVisible(is_covered)
        self.label.setText(words)
        self.setAccessibleName(words)
