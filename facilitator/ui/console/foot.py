"""The foot of the middle column: Back, what the panel above can do, and Next."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.console.now.buttons import NowButtons
from facilitator.ui.console.now.next_button import HIGH

GAP = 8  # pixels


class FootBar(QWidget):
    """Back and More at the left and Next at the right, in a row of fixed height at the bottom.

    Between them are the acts of the panel that is shown: one widget with buttons. Without room
    there they are in a row above, so that Next never moves.
    """

    def __init__(self, buttons: NowButtons) -> None:
        super().__init__()
        self.next, self.back, self.menu = buttons.next, buttons.back, buttons.menu
        self._acts: dict[int, QWidget] = {}
        self._shown: QWidget | None = None
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.back)
        self._row.addWidget(buttons.menu)
        self._row.addStretch(1)
        self._row.addWidget(self.next)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addLayout(self._row)
        self._is_narrow = False

    def put_acts(self, tab: int, acts: QWidget) -> None:
        """Take a panel's buttons, which are shown with its tab."""
        self._acts[tab] = acts
        acts.hide()
        self._row.insertWidget(2, acts)

    def show_acts(self, tab: int) -> None:
        """Show the buttons of a tab's panel."""
        self._shown = self._acts.get(tab)
        for acts in self._acts.values():
            acts.setVisible(acts is self._shown)
        self._fit()

    def set_room(self, *, narrow: bool, scale: int) -> None:
        """Show an arrow alone for Back in a narrow column."""
        self._is_narrow = narrow
        self.next.set_scale(scale)
        for button in (self.back, self.menu):
            button.setFixedHeight(HIGH * scale // 100)
        self.back.show_cap(visible=False)
        self._fit()

    def _fit(self) -> None:
        """Put the acts beside Back and Next if they fit."""
        fixed = (self.back, self.menu, self.next)
        taken = sum(button.sizeHint().width() + GAP for button in fixed)
        acts = self._shown
        if acts is None:
            return
        is_beside = acts.sizeHint().width() <= self.width() - taken
        if is_beside and self._row.indexOf(acts) < 0:
            self._row.insertWidget(2, acts)
        elif not is_beside and self._column.indexOf(acts) < 0:
            self._column.insertWidget(0, acts)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
