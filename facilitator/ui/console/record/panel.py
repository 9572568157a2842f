"""What goes in the record: the room decides line by line, and one voice takes a line out."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.workshop import Showing
from facilitator.live.views.agreement_view import AgreementView
from facilitator.live.views.desk_view import BoardView, ForNextView, RecordRow, RecordView
from facilitator.ui.console.record.closing import ClosingCard
from facilitator.ui.console.record.keep_agreement import KeepAgreement
from facilitator.ui.console.record.keep_for_next import KeepForNext
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.line_items import LineAction, LineItem
from facilitator.ui.widgets.lines import LineList
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

RowNames = tuple[str, str | None, int | None, bool]


class RecordPanel(QWidget):
    """Shows every line that could go in the record, and the ways to end the workshop.

    Signals:
        keep_asked, leave_out_asked, take_out_asked: the line.
        show_asked: show the record's lines on the board, or hide them.
    """

    keep_asked = Signal(RecordRow)
    leave_out_asked = Signal(RecordRow)
    take_out_asked = Signal(RecordRow)
    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.who = label(_("What goes in the record"), "workshop"), label(role="do")
        self.missing = label(role="do")
        self.empty = label(_("No line yet. The record would hold the plan and the date."), "do")
        self.show_button = Button(_("Show it on the board"), Icon.BOARD)
        self.ask, self.closing, self.keep_agreement = QuestionCard(), ClosingCard(), KeepAgreement()
        self.keep_for_next = KeepForNext()
        self.lines = LineList(
            _("Lines for the record. Enter puts one in or leaves it out, Delete takes it out."),
            (LineAction("out", _("Take out"), Icon.TRASH, Qt.Key.Key_Delete),),
        )
        self._short = False
        self._rows: tuple[RecordRow, ...] = ()
        self._asked: RowNames | None = None  # the line's id, never its words
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head())
        column.addWidget(self.empty)
        column.addWidget(self.lines, 1)
        column.addStretch()
        column.addWidget(self.ask)
        column.addWidget(self.keep_agreement)
        column.addWidget(self.keep_for_next)
        column.addWidget(self.closing)
        self.show_button.clicked.connect(self.show_asked)
        self.lines.acted.connect(lambda _act, line: self._ask_to_take_out(line))
        self.lines.ticked.connect(self._switch)
        self.ask.answered.connect(self._take_out)
        self.ask.left.connect(self._leave)
        for question in (self.ask, self.closing.ask):
            question.installEventFilter(self)

    def set_dense(self, *, short: bool, dense: bool) -> None:
        """Leave more room to the lines in a ``short`` window, and still more in a ``dense`` one."""
        self._short = short
        self.heading.setVisible(not short)
        self.closing.set_dense(dense=dense)
        self._column.setSpacing(6 if dense else 10)
        self._make_room()

    def _make_room(self) -> None:
        """While a question is open, hide what it has no room beside."""
        asks_end, asks = not self.closing.ask.isHidden(), not self.ask.isHidden()
        self.closing.setVisible(not (self._short and asks))
        self.lines.setVisible(bool(self._rows) and not (self._short and asks_end))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the lines fewer rows only where all else has no room."""
        rows = self.lines.sizeHint().height() - self.lines.minimumHeight()
        self.lines.give_way(gives=self.height() < self.minimumSizeHint().height() + rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room()
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.who)
        words.addWidget(self.missing)
        head.addLayout(words, 1)
        head.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @Slot(RecordView)
    def show_record(self, view: RecordView) -> None:
        """Show the lines with their switches, and who gets the record."""
        goes_to = _("The ticked lines go to: {recipients}").format(recipients=view.recipients)
        self.who.setText(goes_to if view.recipients else _("You haven’t said who gets it yet."))
        self.missing.setText(" ".join(view.missing))
        self.missing.setVisible(bool(view.missing))
        self.empty.setVisible(not view.rows)
        self.closing.show_risk(view.risk)
        self.lines.show_items(_items(view.rows))
        self._store_rows(view.rows)
        self._make_room()
        self._share()
        if self._row(self._asked) is None:
            self.ask.drop()
            self._leave()

    def show_kind(self, *, practice: bool, saved: bool) -> None:
        """Show the texts for practice, for a saved workshop, or for an unsaved one."""
        self.closing.show_kind(practice=practice, saved=saved)

    def show_ahead(self, titles: tuple[str, ...]) -> None:
        """Set the titles of the steps to come; the record leads once there are none."""
        self.closing.show_ahead(titles)

    def set_seen_by_room(self, *, seen: bool) -> None:
        """Hide lines in questions while the room can see this screen."""
        self.closing.set_seen_by_room(seen=seen)

    def show_folder(self, folder: str, service: str) -> None:
        """Warn if a service seems to copy the records folder."""
        self.closing.show_folder(folder, service)

    @Slot(AgreementView)
    def show_agreement(self, view: AgreementView) -> None:
        """Show whether the agreement is saved, also in the question about the end."""
        self.keep_agreement.show_agreement(view)
        self.closing.show_agreement(view)

    @Slot(tuple)
    def show_for_next(self, views: tuple[ForNextView, ...]) -> None:
        """Show what steps can leave, also in the question about the end."""
        self.keep_for_next.show_steps(views)
        self.closing.show_for_next(views)

    @Slot(BoardView)
    def show_board(self, view: BoardView) -> None:
        """Show whether the record's lines are on the board."""
        self.closing.show_pages_left(left=view.page < view.pages - 1)
        away = view.showing is not Showing.RECORD
        self.show_button.show_words(
            _("Show it on the board") if away else _("Take it off the board")
        )

    def _switch(self, names: RowNames) -> None:
        row = self._row(names)
        if row is not None:
            (self.leave_out_asked if row.in_record else self.keep_asked).emit(row)

    def _ask_to_take_out(self, names: RowNames) -> None:
        row = self._row(names)
        if row is None:
            return
        self._asked = names
        named = _("Take line {letter} out?").format(letter=row.letter)
        self.ask.ask(
            Question(
                named if row.letter else _("Take this line out?"),
                _("It goes from board and record, for good. One voice is enough."),
                (Answer("out", _("Take it out for good")),),
                leave=_("Keep it"),
            )
        )

    def _take_out(self) -> None:
        row = self._row(self._asked)
        self._leave()
        if row is not None:
            self.take_out_asked.emit(row)

    def _store_rows(self, rows: tuple[RecordRow, ...]) -> None:
        """Store the rows; an open question stays with its line, also under a new id."""
        place = next((n for n, row in enumerate(self._rows) if row.names == self._asked), None)
        if place is not None and _without_ids(rows) == _without_ids(self._rows):
            self._asked = rows[place].names
        self._rows = rows

    def _leave(self) -> None:
        self._asked = None

    def _row(self, names: RowNames | None) -> RecordRow | None:
        return next((row for row in self._rows if row.names == names), None)


def _without_ids(rows: tuple[RecordRow, ...]) -> tuple[RecordRow, ...]:
    """Return the rows without ids, since a late turn changes nothing but the ids."""
    return tuple(replace(row, id="") for row in rows)


def _notes(row: RecordRow) -> tuple[str, ...]:
    words = _("A helper’s words: {words}")
    return (words.format(words=row.beneath),) if row.beneath else ()


def _items(rows: tuple[RecordRow, ...]) -> tuple[LineItem, ...]:
    """Return the lines with a box each, and a heading above the first of a section."""
    before = ("", *(row.section for row in rows))
    return tuple(
        LineItem(
            row.names,
            row.text,
            row.letter,
            notes=_notes(row),
            heading=row.step_title if not place or row.section != section else "",
            ticked=row.in_record,
            is_quiet=not row.in_record,
        )
        for place, (row, section) in enumerate(zip(rows, before, strict=False))
    )
