"""A small panel that opens above the present step and goes with Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.scrolling import reveal
from facilitator.wording import _


class Drawer(QFrame):
    """A titled card with a button that closes it; what it holds goes into ``column``.

    Signals:
        closed: it has gone.
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
        """Let its first line be what it says: the button that closes it stands with the others."""
        row.addWidget(self.close_button)
        self._kicker.hide()

    def open_drawer(self) -> None:
        """Show it, with the focus on what it is for."""
        self.show()
        self.first().setFocus()
        reveal(self)

    def toggle(self) -> None:
        """Open it, or close it again."""
        if self.isHidden():
            self.open_drawer()
        else:
            self.close_drawer()

    def close_drawer(self) -> None:
        """Hide it again."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def first(self) -> QWidget:
        """Return what has the focus when it opens."""
        return self.close_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
