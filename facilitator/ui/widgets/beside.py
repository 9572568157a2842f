"""Two parts of a window: beside each other where there is room, else one of them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.layouts import row

BETWEEN = 16  # pixels


class Beside(QWidget):
    """Shows two parts in a wide window; in a narrow one the first, or the second instead.

    ``share`` is the first part's share of the width. ``fit`` gets the width of the second one
    before it is laid out.

    Signals:
        changed: both are shown, or one of them.
    """

    changed = Signal()

    def __init__(
        self, first: QWidget, second: QWidget, *, both_from: int, fit: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._both_from, self._fit = both_from, fit
        self._is_turned = False
        self.shows_both = False
        self._row = row(self, spacing=BETWEEN)
        self._row.addWidget(first, 4)
        self._row.addWidget(second, 5)
        self._arrange()

    def turn(self) -> None:
        """Show the other part, where there is room for one."""
        self._is_turned = not self._is_turned
        self._arrange()

    @property
    def shows_second_alone(self) -> bool:
        """Whether the second part is shown instead of the first."""
        return self._is_turned and not self.shows_both

    def _arrange(self) -> None:
        self._first.setVisible(self.shows_both or not self._is_turned)
        self._second.setVisible(self.shows_both or self._is_turned)
        free = self.width() - BETWEEN
        self._fit(free * 5 // 9 if self.shows_both else self.width())
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shows_both = event.size().width() >= self._both_from
        self._arrange()
