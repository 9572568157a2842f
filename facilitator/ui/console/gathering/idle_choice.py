"""How long the typing corner waits after somebody has left it."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from facilitator.domain.time.idle import LEAST_IDLE, MOST_IDLE, USUAL_IDLE
from facilitator.ui.widgets.labels import label
from facilitator.wording import _, ngettext

MINUTE = timedelta(minutes=1)
OFFERED = (LEAST_IDLE, USUAL_IDLE, 3 * MINUTE, 5 * MINUTE, MOST_IDLE)


class IdleChoice(QWidget):
    """A choice of lengths that shows the current one.

    Signals:
        chosen: a ``timedelta``.
    """

    chosen = Signal(timedelta)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label(_("Words left in the corner are wiped after"), "do")
        self.box = QComboBox()
        self.box.setAccessibleName(words.text())
        words.setBuddy(self.box)
        for length in OFFERED:
            self.box.addItem(_in_words(length), round(length.total_seconds()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(words)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.activated.connect(self._choose)

    def show_length(self, length: timedelta) -> None:
        """Show the current length, even if it is not offered."""
        seconds = round(length.total_seconds())
        if self.box.findData(seconds) < 0:
            self.box.addItem(_in_words(length), seconds)
        self.box.setCurrentIndex(self.box.findData(seconds))

    def _choose(self) -> None:
        self.chosen.emit(timedelta(seconds=self.box.currentData()))


def _in_words(length: timedelta) -> str:
    minutes = length / MINUTE
    if minutes % 1:
        return _("{seconds} seconds").format(seconds=round(length.total_seconds()))
    return ngettext("{minutes} minute", "{minutes} minutes", int(minutes)).format(
        minutes=int(minutes)
    )
