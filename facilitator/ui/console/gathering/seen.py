"""Replaces the lines while the room can see this screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.wording import _


class SeenCard(QFrame):
    """Explains how to keep the lines visible to the facilitator only.

    Signals:
        alone_asked: the facilitator confirms that nobody else can see this screen.
    """

    alone_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.alone_button = Button(_("Only I can see this screen now"), Icon.LOCK)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(_("Others may see this screen"), "heading"))
        column.addWidget(
            label(
                _(
                    "There is one display, or the projector shows the same, so the lines are not "
                    "shown here. Set the displays to extend instead of mirror. Or cover the "
                    "projector, unplug it or switch it to another source, and turn the laptop "
                    "away. Then read."
                )
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.alone_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.alone_button.clicked.connect(self.alone_asked)
