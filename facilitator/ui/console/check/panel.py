"""The running check: counts by keys or buttons, and whether it passed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agreement.checks import HandsWay
from facilitator.live.views.agreement_view import CheckView
from facilitator.live.views.desk_view import BoardView
from facilitator.ui.console.check.ask import CLOSE, close_question, leave_question
from facilitator.ui.console.check.count_grid import CountGrid
from facilitator.ui.console.check.way_words import way_words
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.menu import ConsoleMenu
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import breakable, label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.letters import letter_of
from facilitator.ui.widgets.questions import QuestionCard
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _

LEAST_COUNTS = 188  # pixels: four of them
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckPanel(QFrame):
    """Counts hands, never names. Its keys work while the panel has the focus.

    While people choose at the typing corner, counts are neither entered nor shown.

    Signals:
        count_asked: the position from the highest, or -1 for no hand; and +1 or -1.
        close_asked, show_asked, leave_asked, corner_asked: the button or key was pressed.
        page_asked: show the next page of the check's explanation.
        again_asked: repeat the check of the line.
        way_asked: change how people answer. other_asked: check another line that was said.
    """

    count_asked = Signal(int, int)
    close_asked = Signal()
    show_asked = Signal()
    leave_asked = Signal()
    corner_asked = Signal()
    page_asked = Signal()
    again_asked = Signal()
    way_asked = Signal(str)
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The check"))
        self.what, self.rule = label(role="workshop"), label(role="do")
        self.outcome = label(role="strong")
        self.counted, self.counts, self.ask = label(role="strong"), CountGrid(), QuestionCard()
        self.area = FittingScroll(self.counts, least=LEAST_COUNTS)
        self.counted.setWordWrap(False)
        self.corner_button = CommandButton(Act.CORNER, role="main")
        self.page_button = main_button(
            _("Next page: what each hand means"), key=Qt.Key.Key_PageDown
        )
        self._board: BoardView | None = None
        self.show_button = Button(_("Show it on the board"), Icon.BOARD)
        self.close_button = main_button(_("Finish counting"), key=Qt.Key.Key_Return)
        self.again_button = main_button(_("Check it again"))
        self.way_button = quiet_button(_("Another way"), Icon.MORE, key="W")
        self.other_button = quiet_button(_("Another line"), key="L")
        self.leave_button = quiet_button(_("Cancel"), key=Qt.Key.Key_Escape)
        self._view: CheckView | None = None
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        row = FlowLayout()
        for button in (
            self.corner_button,
            self.page_button,
            self.close_button,
            self.again_button,
            self.show_button,
            self.way_button,
            self.other_button,
            self.leave_button,
        ):
            row.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.rule, self.outcome, self.ask):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        column.addLayout(row)
        column.addStretch()

    def _connect(self) -> None:
        self.counts.count_asked.connect(self.count_asked)
        self.corner_button.clicked.connect(self.corner_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.close_button.clicked.connect(self._close)
        self.show_button.clicked.connect(self.show_asked)
        self.leave_button.clicked.connect(self._leave)
        self.again_button.clicked.connect(self.again_asked)
        self.way_button.clicked.connect(self._open_ways)
        self.other_button.clicked.connect(self.other_asked)
        self.ask.answered.connect(self._answer)
        self.ask.left.connect(self.setFocus)

    def _answer(self, answer: str) -> None:
        self.setFocus()
        (self.close_asked if answer == CLOSE else self.leave_asked).emit()

    @Slot(CheckView)
    def show_check(self, view: CheckView | None) -> None:
        """Show the running check; hide the panel if there is none."""
        opening = self.isHidden() and view is not None
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            self.counts.clear_history()
            self.ask.drop()
            return
        self.what.setText(breakable(view.what))
        self.rule.setText(_rule_words(view))
        self.outcome.setText(_outcome(view))
        self.outcome.setVisible(view.closed)
        if view.closed:
            self.ask.drop()
        self.counts.show_check(view)
        self._show_counted(view)
        self._show_buttons(view)
        if opening:
            self.setFocus()

    @Slot(BoardView)
    def show_board(self, board: BoardView) -> None:
        """Update the board's page: people show hands after the last."""
        self._board = board
        if self._view is not None:
            self._show_buttons(self._view)

    def set_dense(self, *, dense: bool) -> None:
        """Show fewer counts at once, where there is little room."""
        self.area.set_least(LEAST_COUNTS // 2 if dense else LEAST_COUNTS)

    def ways(self) -> ConsoleMenu:
        """Build the menu of other ways to answer, available until a hand is counted."""
        menu = ConsoleMenu(self)
        for way in HandsWay:
            if self._view is not None and way is not self._view.way:
                act = menu.addAction(way_words(way))
                act.triggered.connect(lambda _on=False, way=way: self.way_asked.emit(way.value))
        return menu

    def _open_ways(self) -> None:
        self.ways().popup(self.way_button.mapToGlobal(self.way_button.rect().bottomLeft()))

    def _show_counted(self, view: CheckView) -> None:
        counted = _("{counted} of {people} counted.").format(
            counted=view.counted, people=view.people
        )
        self.counted.setText("" if view.at_corner else counted)
        if view.at_corner:
            self.outcome.setText(view.progress)
            self.outcome.show()

    def _show_buttons(self, view: CheckView) -> None:
        board, waits = self._board, view.untouched and view.seen and not view.closed
        ahead = waits and board is not None and board.page < board.pages - 1
        self.page_button.setVisible(ahead)
        self.area.setVisible(not (view.closed or view.at_corner or ahead))
        self.corner_button.setVisible(view.at_corner)
        self.close_button.setVisible(not view.closed and not ahead)
        self.close_button.setEnabled(view.may_close)
        self.close_button.show_words(
            _("Everyone has had a turn") if view.at_corner else _("Finish counting")
        )
        self.again_button.setVisible(view.closed and not view.agreed and view.alone)
        self.show_button.setVisible(not view.seen)
        self.way_button.setVisible(view.untouched and not view.closed)
        self.other_button.setVisible(view.untouched and view.others and not view.closed)
        self.leave_button.show_words(_("Back to the lines") if view.closed else _("Cancel"))

    def _close(self) -> None:
        """Close the check; at the typing corner ask first, as others may still answer."""
        if self._view is None or self.close_button.isHidden() or not self.close_button.isEnabled():
            return
        if not self._view.at_corner:
            self.close_asked.emit()
        elif self.ask.isHidden():
            self.ask.ask(close_question())

    def _leave(self) -> None:
        """Cancel the check; ask first if that discards what people have handed in."""
        if self._view is not None and self._view.at_corner:
            self.ask.ask(leave_question())
        else:
            self.leave_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a key; ignore an Enter still held down from the corner."""
        held = event.isAutoRepeat() and event.key() in ENTER
        if not held and not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Handle a key; return whether the panel uses it."""
        typed, view = letter_of(event), self._view
        is_open = view is not None and not view.closed
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_Backspace:
            self.counts.take_back()
        elif event.key() in ENTER and is_open:
            self._close()
        elif event.key() in ENTER:
            self.leave_asked.emit()
        elif typed == "l" and self.other_button.isVisible():
            self.other_asked.emit()
        elif typed == "w" and self.way_button.isVisible():
            self._open_ways()
        else:
            return self.counts.isVisible() and self.counts.count_by_key(typed)
        return True


def _rule_words(view: CheckView) -> str:
    """Describe how the check runs and when it passes; without names also what to ask."""
    words = f"{way_words(view.way)}. {view.rule}"
    if view.closed or not view.way.is_without_names:
        return words
    return f"{words}\n" + _("Ask, too, why hands feel unsafe: that may be the real agenda.")


def _outcome(view: CheckView) -> str:
    """Describe the result of a closed check, and what to say."""
    if not view.closed:
        return ""
    if view.agreed:
        return _("Agreed for now. {counts}").format(counts=view.counts)
    listen = _("“Thank you. What would need to change for you? You can write it instead.”")
    which = "" if view.alone else _("Ask which line, and check that one alone.")
    counts = _("Not yet. {counts}").format(counts=view.counts)
    return "\n".join(part for part in (counts, which, listen) if part)
