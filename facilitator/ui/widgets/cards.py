"""Cards: an outlined frame, a cover for private words, and a grid of cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import row
from facilitator.wording import _

LEAST_CARD = 240  # pixels


def card(kind: str = "plain") -> QFrame:
    """Build an empty card: ``plain``, ``soft``, ``butter`` or ``selected``."""
    frame = QFrame()
    frame.setProperty("card", kind)
    return frame


class CoverCard(QFrame):
    """Says why words are covered while others may see this screen, and offers to show them.

    Signals:
        show_asked: show the words: nobody else sees them, or they may.
    """

    show_asked = Signal()

    def __init__(self, reason: str, words: str = "", kind: str = "butter") -> None:
        super().__init__()
        self.setProperty("card", kind)
        self.show_button = Button(words or _("Show them here"), Icon.EYE)
        self.show_button.clicked.connect(self.show_asked)
        inside = row(self, margin=18)
        inside.addWidget(label(reason), 1)
        inside.addWidget(self.show_button)


def columns_for(width: int, most: int = 4, least: int = LEAST_CARD) -> int:
    """Return how many columns of cards fit in a width in pixels."""
    return max(1, min(most, width // least))


class CardGrid(QWidget):
    """Lays cards out in four, three, two or one columns of equal width."""

    def __init__(self, cards: Sequence[QWidget], *, least: int = LEAST_CARD, most: int = 4) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._least, self._most = least, most
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._lay_out(most)

    @property
    def columns(self) -> int:
        """The present number of columns."""
        return self._columns

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        for place, item in enumerate(self._cards):
            self._grid.removeWidget(item)
            self._grid.addWidget(item, place // columns, place % columns)
        for place in range(4):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(columns_for(event.size().width(), self._most, self._least))
