"""A list of lines, each with its letter and a button."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import quiet_button
from facilitator.ui.widgets.grid_rows import GridRows
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.wording import _

Line = tuple[str, str, str]  # id, letter, words
Widgets = tuple[QLabel, QLabel, QWidget]


class LineRows(QWidget):
    """Shows lines, each with a button.

    Signals:
        chosen: the id of the line whose button was pressed.
    """

    chosen = Signal(str)

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        column, grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(grid)
        column.addStretch(1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._rows = GridRows(grid, _id_of, self._make, self._show)

    def letter_of(self, line: str) -> str:
        """Return a line's letter, "" if the line is not shown."""
        return next((letter for name, letter, _text in self._rows.items if name == line), "")

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show lines, each as id, letter and words."""
        self._rows.show(lines)

    def _make(self) -> Widgets:
        """Build the widgets of a row: letter, words and button."""
        button = quiet_button(self._action, Icon.TRASH)
        button.clicked.connect(partial(self._choose, button))
        return label(role="strong"), label(), button

    def _show(self, widgets: Widgets, line: Line) -> None:
        letter, words, button = widgets
        _id, name, text = line
        letter.setText(name)
        words.setText(breakable(text))
        button.setAccessibleName(
            _("{action}: line {letter}, {text}").format(action=self._action, letter=name, text=text)
        )

    def _choose(self, button: QWidget) -> None:
        line = self._rows.item_of(button)
        if line is not None:
            self.chosen.emit(_id_of(line))


def _id_of(line: Line) -> str:
    return line[0]
