"""The check that is being held: counts by keys or buttons, and what the lowest hand says."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.live.agreement_view import CheckView
from facilitator.ui.console.check_choice import way_words
from facilitator.ui.console.flow import FlowLayout
from facilitator.ui.console.parts import KeyButton, breakable, label, main_button, quiet_button
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _

NONE = -1  # instead of a position: no hand


class CountLine:
    """One position with its count, and a button to each side of it."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.words, self.count = label(), QLabel()
        self.count.setProperty("role", "strong")
        self.count.setMinimumWidth(34)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = KeyButton("", Icon.MINUS), KeyButton("", Icon.ADD, "0")
        for column, part in enumerate((self.words, self.less, self.count, self.more)):
            grid.addWidget(part, row, column)

    def show_count(self, words: str, key: str, count: int, *, on: bool) -> None:
        """Show a position with its key."""
        self.words.setText(words)
        self.count.setText(str(count))
        self.count.setAccessibleName(f"{words}: {count}")
        self.more.show_key(key)
        self.more.setAccessibleName(_("One more: {position}").format(position=words))
        self.less.setAccessibleName(_("One less: {position}").format(position=words))
        self.more.setEnabled(on)
        self.less.setEnabled(on and count > 0)

    def set_dense(self, *, dense: bool) -> None:
        """Make the buttons lower, or as high as others."""
        for button in (self.less, self.more):
            button.setFixedHeight(32 if dense else button.sizeHint().height())

    def show(self, *, shown: bool) -> None:
        """Show the line, or hide it."""
        for part in (self.words, self.count, self.less, self.more):
            part.setVisible(shown)


class CheckPanel(QFrame):
    """Counts hands, never names. Its keys work while it has the focus.

    Signals:
        count_asked: a position counted from the highest, or -1 for no hand; and one more or less.
        close_asked, show_asked, leave_asked: that button or key was pressed.
        again_asked: check the line once more.
    """

    count_asked = Signal(int, int)
    close_asked = Signal()
    show_asked = Signal()
    leave_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The check"))
        self.what, self.rule, self.outcome = label(role="strong"), label(), label(role="strong")
        self.counted = label()
        self.counted.setWordWrap(False)
        self._dense = False
        self.show_button = KeyButton(_("Show it on the board"), Icon.BOARD)
        self.close_button = main_button(_("All are counted"), key=_("Enter"))
        self.again_button = main_button(_("Check it again"))
        self.leave_button = quiet_button(_("Leave"), key=_("Esc"))
        self.lines: list[CountLine] = []
        self._back: list[int] = []
        self._keys: dict[str, int] = {}
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        row = FlowLayout()
        for button in (self.close_button, self.again_button, self.show_button, self.leave_button):
            row.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.rule, self.outcome):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._holder)
        column.addStretch(1)
        self.close_button.clicked.connect(self.close_asked)
        self.show_button.clicked.connect(self.show_asked)
        self.leave_button.clicked.connect(self.leave_asked)
        self.again_button.clicked.connect(self.again_asked)

    @Slot(CheckView)
    def show_check(self, view: CheckView | None) -> None:
        """Show the check as it stands; hidden while none is held."""
        opening = self.isHidden() and view is not None
        self.setVisible(view is not None)
        if view is None:
            self._back = []
            return
        self.what.setText(breakable(view.what))
        self.rule.setText(f"{way_words(view.way)}. {view.rule}")
        self.outcome.setText(self._said(view))
        self.outcome.setVisible(view.closed)
        self._show_counts(view)
        self.counted.setText(
            _("{counted} of {people} counted.").format(counted=view.counted, people=view.people)
        )
        self._holder.setVisible(not view.closed)
        self.close_button.setVisible(not view.closed)
        self.again_button.setVisible(view.closed and not view.agreed and view.alone)
        self.show_button.setVisible(not view.seen)
        self.leave_button.show_words(_("Back to the lines") if view.closed else _("Leave"))
        if opening:
            self.setFocus()

    def set_dense(self, *, dense: bool) -> None:
        """Set the counts closer where there is little room."""
        self._dense = dense
        for line in self.lines:
            line.set_dense(dense=dense)

    def _said(self, view: CheckView) -> str:
        if not view.closed:
            return ""
        if view.agreed:
            return _("Agreed for now. {lowest} {counts}").format(
                lowest=view.outcome, counts=view.counts
            )
        listen = _("“Thank you. What would need to change for you? You can write it instead.”")
        which = "" if view.alone else _("Ask which line, and check that one alone.")
        said = _("Not yet. {lowest} {counts}").format(lowest=view.outcome, counts=view.counts)
        return "\n".join(part for part in (said, which, listen) if part)

    def _show_counts(self, view: CheckView) -> None:
        rows = [(f"{row.mark}: {row.words}", row.key, row.count) for row in view.rows]
        rows.append((_("No hand shown"), "N", view.not_shown))
        while len(self.lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self.lines):
            there = place < len(rows)
            line.show(shown=there)
            if there:
                words, key, count = rows[place]
                line.show_count(words, key, count, on=not view.closed)
        self._keys = {key.lower(): place for place, (_w, key, _n) in enumerate(rows)}
        self._keys["n"] = NONE
        self._last = len(rows) - 1

    def _add_line(self) -> None:
        place = len(self.lines)
        line = CountLine(self._grid, place)
        line.more.clicked.connect(lambda: self._count(place, 1))
        line.less.clicked.connect(lambda: self._count(place, -1))
        line.set_dense(dense=self._dense)
        self.lines.append(line)

    def _count(self, place: int, more: int) -> None:
        position = NONE if place == self._last else place
        if more > 0:
            self._back.append(position)
        self.count_asked.emit(position, more)

    def _take_back(self) -> None:
        if self._back:
            self.count_asked.emit(self._back.pop(), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self._keys.get(event.text().lower())
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shown = self.close_button.isVisible()
            (self.close_asked if shown else self.leave_asked).emit()
        elif position is not None and self.close_button.isVisible():
            self._count(self._last if position == NONE else position, 1)
        else:
            super().keyPressEvent(event)
