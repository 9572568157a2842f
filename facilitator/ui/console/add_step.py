"""A small form for a step that nobody planned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from facilitator.ui.console.parts import field, label, main_button, quiet_button
from facilitator.wording import _

USUAL_MINUTES, MOST_MINUTES = 10, 480
LONGEST_TITLE = 80


class AddStepForm(QFrame):
    """Asks for a title and minutes. Enter adds the step, Esc leaves.

    Signals:
        add_asked: title and minutes.
        closed: the form has gone.
    """

    add_asked = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.title = field(_("Title of the new step"), _("Title"), LONGEST_TITLE)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setAccessibleName(_("Minutes of the new step"))
        self.add_button = main_button(_("Add"))
        self.leave_button = quiet_button(_("Leave"))
        row = QHBoxLayout()
        row.addWidget(self.minutes, 1)
        row.addWidget(label(_("min")))
        row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(label(_("After the present step"), "kicker"))
        column.addWidget(self.title)
        column.addLayout(row)
        column.addLayout(buttons)
        self.add_button.clicked.connect(self._add)
        self.leave_button.clicked.connect(self._leave)
        self.hide()

    def open(self) -> None:
        """Show the form, empty, with the title to be typed first."""
        self.title.clear()
        self.minutes.setValue(USUAL_MINUTES)
        self.show()
        self.title.setFocus()

    def _add(self) -> None:
        if not self.title.text().strip():
            self.title.setFocus()
            return
        self.add_asked.emit(self.title.text().strip(), self.minutes.value())
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
