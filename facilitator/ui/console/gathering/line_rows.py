"""Lines under one another, each with its letter and one thing that can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.wording import _


class LineRows(QWidget):
    """Shows lines with a button each.

    Signals:
        chosen: the id of the line whose button was pressed.
    """

    chosen = Signal(str)

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def letter_of(self, line: str) -> str:
        """Return a line's letter, or nothing if it is not shown."""
        return next((letter for one, letter, _text in self._shown if one == line), "")

    def show_lines(self, lines: tuple[tuple[str, str, str], ...]) -> None:
        """Show lines: id, letter and words of each."""
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, (line, letter, text) in enumerate(lines):
            button = quiet_button(self._action, Icon.TRASH)
            button.setAccessibleName(
                _("{action}: line {letter}, {text}").format(
                    action=self._action, letter=letter, text=text
                )
            )
            button.clicked.connect(partial(self.chosen.emit, line))
            self._grid.addWidget(label(letter, "strong"), place, 0)
            self._grid.addWidget(label(breakable(text)), place, 1)
            self._grid.addWidget(button, place, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(lines), 1)
