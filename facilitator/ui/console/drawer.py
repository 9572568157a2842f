"""A small panel that opens above the present step and closes with Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.scrolling import reveal
from facilitator.wording import _


class Drawer(QFrame):
    """A titled card with a close button; subclasses add their content to ``column``.

    Signals:
        closed: it was closed.
    """

    closed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.setAccessibleName(title)
        self.close_button = quiet_button(_("Close"), key=Qt.Key.Key_Escape)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 8, 16, 10)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        self._kicker = label(title, "kicker")
        head.addWidget(self._kicker, 1)
        head.addWidget(self.close_button)
        self.column.addLayout(head)
        self.close_button.clicked.connect(self.close_drawer)
        self.hide()

    def close_in(self, row: QLayout) -> None:
        """Move the close button next to the others, so that the first line is the content."""
        row.addWidget(self.close_button)
        self._kicker.hide()

    def open_drawer(self) -> None:
        """Open the panel and focus its first control."""
        self.show()
        self.first().setFocus()
        reveal(self)

    def toggle(self) -> None:
        """Open or close the panel."""
        if self.isHidden():
            self.open_drawer()
        else:
            self.close_drawer()

    def close_drawer(self) -> None:
        """Close the panel."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def first(self) -> QWidget:
        """Return the widget to focus when the panel opens."""
        return self.close_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
