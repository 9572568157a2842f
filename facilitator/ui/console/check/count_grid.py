"""The counts of a check, changed by keys or buttons, with undo."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from facilitator.live.views.agreement_view import CheckView
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.wording import _

NONE = -1  # in place of a position: no hand
NONE_KEY = "n"


class CountLine:
    """A position with its count between two buttons."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.mark, self.words, self.count = label(role="strong", wrap=False), label(), QLabel()
        self.count.setProperty("role", "workshop")
        self.count.setMinimumWidth(44)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = Button("", Icon.MINUS), Button("", Icon.ADD, "0")
        for column, part in enumerate((self.mark, self.words, self.less, self.count, self.more)):
            grid.addWidget(part, row, column)

    def show_count(self, mark: str, words: str, key: str, count: int, *, on: bool) -> None:
        """Show a position with its key."""
        position = f"{mark}: {words}" if words else mark
        self.mark.setText(mark)
        self.words.setText(words)
        self.count.setText(str(count))
        self.count.setAccessibleName(f"{position}: {count}")
        self.more.show_key(key)
        self.more.setAccessibleName(_("One more: {position}").format(position=position))
        self.less.setAccessibleName(_("One less: {position}").format(position=position))
        self.more.setEnabled(on)
        self.less.setEnabled(on and count > 0)

    def show(self, *, visible: bool) -> None:
        """Show the line, or hide it."""
        for part in (self.mark, self.words, self.count, self.less, self.more):
            part.setVisible(visible)


class CountGrid(QWidget):
    """A line for each position, and a last one for people who show no hand.

    Signals:
        count_asked: the position from the highest, or -1 for no hand; and +1 or -1.
    """

    count_asked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[CountLine] = []
        self._view: CheckView | None = None
        self._back: list[int] = []
        self._keys: dict[str, int] = {}

    def show_check(self, view: CheckView) -> None:
        """Show the counts."""
        self._view = view
        if view.untouched:
            self._back = []
        rows = [(row.mark, row.words, row.key, row.count) for row in view.rows]
        rows.append((_("No hand shown"), "", NONE_KEY.upper(), view.not_shown))
        while len(self.lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self.lines):
            has_row = place < len(rows)
            line.show(visible=has_row)
            if has_row:
                mark, words, key, count = rows[place]
                line.show_count(mark, words, key, count, on=not view.closed)
        keys = [(row.key.casefold(), place) for place, row in enumerate(view.rows)]
        keys.append((NONE_KEY, NONE))
        often = Counter(key for key, _place in keys)
        self._keys = {key: place for key, place in keys if often[key] == 1}

    def clear_history(self) -> None:
        """Clear the undo history: the check is over."""
        self._view, self._back = None, []

    def count_by_key(self, typed: str) -> bool:
        """Count one at the position with this key; return whether exactly one position has it."""
        if typed not in self._keys:
            return False
        self._count(self._keys[typed], 1)
        return True

    def take_back(self) -> None:
        """Undo the last count."""
        if self._back:
            self.count_asked.emit(self._back.pop(), -1)

    def _add_line(self) -> None:
        place = len(self.lines)
        line = CountLine(self._grid, place)
        line.more.clicked.connect(lambda: self._count_at(place, 1))
        line.less.clicked.connect(lambda: self._count_at(place, -1))
        self.lines.append(line)

    def _count_at(self, place: int, more: int) -> None:
        last = 0 if self._view is None else len(self._view.rows)
        self._count(NONE if place == last else place, more)

    def _count(self, position: int, more: int) -> None:
        """Ask for one more or one less; a refused count is not added to the undo history."""
        before = self._counted(position)
        self.count_asked.emit(position, more)
        if more > 0 and self._counted(position) > before:
            self._back.append(position)
        elif more < 0 and position in self._back:
            self._back.reverse()
            self._back.remove(position)
            self._back.reverse()

    def _counted(self, position: int) -> int:
        if self._view is None or not self._view.rows:
            return 0
        return self._view.not_shown if position == NONE else self._view.rows[position].count
