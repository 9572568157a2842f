"""A line for what did not work, and what to do now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import IconLabel, label
from facilitator.ui.widgets.speech import speak
from facilitator.wording import _


class NoticeLine(QFrame):
    """Shows one notice until it is dismissed, and announces it to screen readers.

    Signals:
        appeared, gone: a notice is shown now, or none.
    """

    appeared = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "butter")
        self.words = label(role="notice")
        self.close_button = quiet_button(_("Close"), key=Qt.Key.Key_Escape)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(IconLabel(Icon.INFO))
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The text of the notice, or ""."""
        return "" if self.isHidden() else self.words.text()

    @Slot(str)
    def show_notice(self, text: str) -> None:
        """Show a notice; it replaces the previous one."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.appeared.emit()
        speak(self, text)

    @Slot()
    def dismiss(self) -> None:
        """Hide the notice."""
        self.hide()
        self.gone.emit()
