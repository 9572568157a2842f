"""An editor for a line that points to a person; the original is erased."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.domain.contribution import MAX_CHARACTERS
from facilitator.domain.text.text import clean_line
from facilitator.ui.widgets.buttons import main_button, quiet_button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import reveal_soon
from facilitator.wording import _


class RewordCard(QFrame):
    """Asks for a line's new words, and warns that the original cannot be restored.

    Signals:
        reworded: the new words.
        left: cancelled.
    """

    reworded = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "selected")
        self.field = field(_("The line in other words"), most=MAX_CHARACTERS)
        self.keep_button = main_button(_("Replace the original for good"))
        self.leave_button = quiet_button(_("Leave it as it is"), key=Qt.Key.Key_Escape)
        row = FlowLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(label(_("Reword it without the person"), "strong"))
        column.addWidget(
            label(
                _(
                    "Keep the point, leave the person out. The original goes for good: "
                    "it cannot be brought back, by anyone."
                )
            )
        )
        column.addWidget(self.field)
        column.addLayout(row)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self._leave)
        self.field.returnPressed.connect(self.keep_button.setFocus)
        self._original = ""
        self.hide()

    def open(self, text: str) -> None:
        """Open the editor with a line."""
        self._original = text
        self.field.setText(text)
        self.show()
        self.field.setFocus()
        reveal_soon(self)

    def drop(self) -> None:
        """Close the editor and clear its text: the line is gone, or another is edited."""
        if not self.isHidden():
            self._close()

    def _keep(self) -> None:
        text = clean_line(self.field.text())
        if text:
            self._close()
            self.reworded.emit(text)

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _close(self) -> None:
        _take_back(self._original, self.field.text())
        self._original = ""
        self.field.setText("")  # unlike clear(), cannot be undone
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def _take_back(*texts: str) -> None:
    """Remove text copied from somebody's line from clipboard and primary selection."""
    board = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if board.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        held = board.text(mode).strip()
        if held and any(held in text for text in texts):
            board.setText("", mode)
