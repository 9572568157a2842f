"""What Next says before it leaves a step: what comes, and which key does it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel, label
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _


class OnceMore(QFrame):
    """Stands under Next while a second press would go on, and speaks it to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "butter")
        self.words = label(role="notice")
        self._what = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel(Icon.INFO))
        row.addWidget(self.words, 1)
        self.hide()

    def show_asked(self, what: str) -> None:
        """Say what a second press does, such as "Go on to: Celebrate"; nothing hides it."""
        if what == self._what:
            return
        self._what = what
        question = _("{what}? Press → or Page Down once more. To stay, press ←.").format(what=what)
        words = question if what else ""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(what))
        if what:
            speak(self, words)
