"""A workshop on the first page: unfinished, or closed."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from facilitator.ui.home.home_view import RowState, WorkshopRow
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

DELETE, REMOVE = "delete", "remove"
BESIDE_TEXTS, IN_A_ROW = 900, 600  # pixels of a row from which its buttons are beside the text


class UnfinishedCard(QFrame):
    """Offers to carry on a workshop, or to delete it after a confirmation.

    Signals:
        carry_on_asked, delete_asked: the workshop's id; deleting is confirmed.
    """

    carry_on_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, workshop: WorkshopRow, *, covered: bool) -> None:
        super().__init__()
        self.setProperty("card", "selected")
        self._row, self._id = workshop, workshop.workshop_id
        self._name = _unnamed(workshop) if covered else _named(workshop)
        facts = _facts(workshop, named=not covered)
        is_closing = workshop.state is RowState.CLOSING
        title, more = _("{name} was not finished."), _("Everything handed in is here.")
        if is_closing:
            title = _("{name} stopped while its record was being made.")
            more = _("Closing can be finished now.")
        texts = column(spacing=4)
        texts.addWidget(label(title.format(name=self._name), "heading", at_left=True))
        texts.addWidget(label(facts, "muted", at_left=True))
        texts.addWidget(label(more))
        self.carry_on_button = main_button(_("Finish closing") if is_closing else _("Carry on"))
        self.carry_on_button.clicked.connect(lambda: self.carry_on_asked.emit(self._id))
        self.delete_button = Button(_("Delete without a record"))
        self.delete_button.clicked.connect(lambda: self.question.ask(self._delete_question()))
        self._offer = QWidget()
        line = row(self._offer)
        line.addLayout(texts, 1)
        for button in (self.delete_button, self.carry_on_button):
            button.setAccessibleDescription(f"{self._name}. {facts}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = column(self, margin=24, spacing=0)
        self._column.addWidget(self._offer)

    @cached_property
    def question(self) -> QuestionCard:
        """The card that asks before the workshop is deleted."""
        card = _question_in(self._column, self._offer)
        card.answered.connect(lambda _answer: self.delete_asked.emit(self._id))
        return card

    def _delete_question(self) -> Question:
        title = _("Delete {name} of {when}, with everything people wrote?")
        more = _("It cannot be brought back, and there will be no record.")
        risk = _("Was a line set aside as serious risk? Carry on first, and copy it by hand.")
        goes_too = f"\n{_goes_too()}" if self._row.keeps_agreement else ""
        return Question(
            title.format(name=self._name, when=self._row.stopped or self._row.when),
            f"{more} {risk}{goes_too}",
            (Answer(DELETE, _("Delete for good")),),
            leave=_("Keep it"),
        )


class ClosedRow(QFrame):
    """A closed workshop, with its record.

    Signals:
        record_opened, lines_asked: the record's path, to open it or take lines out.
        remove_asked: the id of the workshop to remove from the list; confirmed.
        undo_remove_asked: the id of the workshop to put back on the list.
    """

    record_opened = Signal(str)
    lines_asked = Signal(str)
    remove_asked = Signal(str)
    undo_remove_asked = Signal(str)

    def __init__(self, workshop: WorkshopRow) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._row, self.workshop_id = workshop, workshop.workshop_id
        self.is_removed = workshop.removed
        self._offer, self._buttons = QWidget(), row()
        self._line = row(self._offer)
        self._line.addLayout(self._texts(), 1)
        self._line.addLayout(self._buttons)
        self.open_button = Button(_("Open the record"))
        self.open_button.clicked.connect(lambda: self.record_opened.emit(workshop.record_path))
        self.lines_button = quiet_button(_("Take a line out"))
        self.lines_button.clicked.connect(lambda: self.lines_asked.emit(workshop.record_path))
        self.remove_button = quiet_button(_("Delete from the list"))
        self.remove_button.clicked.connect(lambda: self.question.ask(self._remove_question()))
        self.undo_button = Button(_("Undo"))
        self.undo_button.clicked.connect(lambda: self.undo_remove_asked.emit(self.workshop_id))
        is_removed, has_record = workshop.removed, bool(workshop.record_path)
        for button, is_offered in (
            (self.open_button, has_record and not is_removed),
            (self.lines_button, has_record and not is_removed),
            (self.remove_button, not is_removed),
            (self.undo_button, is_removed),
        ):
            button.setAccessibleDescription(_named(workshop))
            if is_offered:  # the other buttons are not needed: the row is rebuilt when it changes
                self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = column(self, spacing=0)
        self._column.setContentsMargins(20, 12, 12, 12)
        self._column.addWidget(self._offer)

    @cached_property
    def question(self) -> QuestionCard:
        """The card that asks before the workshop is removed from the list."""
        card = _question_in(self._column, self._offer)
        card.answered.connect(lambda _answer: self.remove_asked.emit(self.workshop_id))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the texts, and below each other, where there is little room."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        width = event.size().width()
        self._line.setDirection(across if width >= BESIDE_TEXTS else down)
        self._buttons.setDirection(across if width >= IN_A_ROW else down)

    def _texts(self) -> QVBoxLayout:
        workshop = self._row
        title, more = _named(workshop), workshop.record_path or _("No record was kept.")
        if workshop.removed:
            title = _("{name} is off the list.").format(name=title)
            more = _("Its record stays where it is. You can undo this until you leave Home.")
        elif workshop.keeps_agreement:
            more = f"{more}\n{_goes_too()}"
        texts = column(spacing=2)
        texts.addWidget(label(title, "strong", at_left=True))
        if not workshop.removed:
            texts.addWidget(label(_facts(workshop), "muted", at_left=True))
        texts.addWidget(label(more, "small", at_left=True))
        return texts

    def _remove_question(self) -> Question:
        goes_too = f"\n{_goes_too()}" if self._row.keeps_agreement else ""
        return Question(
            _("Delete {name} from the list?").format(name=_named(self._row)),
            _("Its record stays where it is.") + goes_too,
            (Answer(REMOVE, _("Delete it")),),
            leave=_("Keep it"),
        )


def _question_in(inside: QVBoxLayout, instead_of: QWidget) -> QuestionCard:
    """Build a question card that replaces a row's content; most rows never need it."""
    card = QuestionCard()
    card.replace_while_asking(instead_of)
    inside.addWidget(card)
    return card


def _goes_too() -> str:
    return _("Deleting this workshop also deletes the agreement kept for this group.")


def _facts(workshop: WorkshopRow, *, named: bool = True) -> str:
    """Return what distinguishes a workshop: its plan, if its name differs, and its date."""
    when = workshop.when
    if workshop.stopped:
        when = _("Last written {when}").format(when=workshop.stopped)
    return f"{workshop.plan_title}  ·  {when}" if named else when


def _unnamed(workshop: WorkshopRow) -> str:
    """Name the workshop without its group, for when others may read it."""
    return f"“{workshop.plan_title}”"


def _named(workshop: WorkshopRow) -> str:
    return f"{workshop.title} – {workshop.group}" if workshop.group else workshop.title
