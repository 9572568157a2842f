"""A workshop on the first page: unfinished, or closed."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from facilitator.ui.home.home_view import RowState, WorkshopRow
from facilitator.ui.widgets.buttons import Button, main_button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.ui.widgets.questions import Answer, Question, QuestionCard
from facilitator.wording import _

DELETE, REMOVE = "delete", "remove"
BESIDE_TEXTS, BESIDE_OFFER = 760, 560  # pixels from which a row's buttons are beside its texts
LEAST_TEXT = 240  # pixels
EDGE = 24  # also pixels: the most at a side of a row
BETWEEN = " · "


class UnfinishedCard(QFrame):
    """Offers to carry on a workshop, or to delete it after a confirmation.

    Signals:
        carry_on_asked, delete_asked: the workshop's id; deleting is confirmed.
    """

    carry_on_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, workshop: WorkshopRow, *, covered: bool) -> None:
        super().__init__()
        self.setProperty("card", "next")
        self.setMinimumWidth(1)  # its buttons go below its texts
        self._row, self._id = workshop, workshop.workshop_id
        self._name = _unnamed(workshop) if covered else _named(workshop)
        facts = _facts(workshop, named=not covered)
        is_closing = workshop.state is RowState.CLOSING
        title = _("Carry on with {name}").format(
            name=_unnamed(workshop) if covered else workshop.title
        )
        more = facts
        if is_closing:
            title = _("{name} stopped while its record was being made.").format(name=self._name)
            more = f"{facts}{BETWEEN}{_('Closing can be finished now.')}"
        texts = stacked(label(title, "heading", at_left=True), label(more, "muted", at_left=True))
        words = _("Finish closing") if is_closing else _("Carry on")
        self.carry_on_button = main_button(words, Icon.ARROW_RIGHT)
        self.carry_on_button.clicked.connect(lambda: self.carry_on_asked.emit(self._id))
        self.delete_button = quiet_button(_("Delete"), Icon.TRASH)
        self.delete_button.call(_("Delete without a record"))
        self.delete_button.clicked.connect(lambda: self.question.ask(self._delete_question()))
        self._offer = QWidget()
        self._line, self._buttons = row(self._offer), row()
        self._line.addLayout(texts, 1)
        self._line.addLayout(self._buttons)
        for button in (self.delete_button, self.carry_on_button):
            button.setAccessibleDescription(f"{self._name}. {facts}")
            self._buttons.addWidget(button)
        self._column = column(self, spacing=0)
        self._column.setContentsMargins(24, 14, 20, 14)
        self._column.addWidget(self._offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the texts, and below each other, where there is little room."""
        super().resizeEvent(event)
        arrange(self._line, self._buttons, event.size().width(), BESIDE_OFFER)

    @cached_property
    def question(self) -> QuestionCard:
        """The card that asks before the workshop is deleted."""
        card = question_in(self._column, self._offer)
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
        run_again_asked: the id of its plan.
        record_opened, lines_asked: the record's path, to open it or take lines out.
        remove_asked: the id of the workshop to remove from the list; confirmed.
        undo_remove_asked: the id of the workshop to put back on the list.
    """

    run_again_asked = Signal(str)
    record_opened = Signal(str)
    lines_asked = Signal(str)
    remove_asked = Signal(str)
    undo_remove_asked = Signal(str)

    def __init__(self, workshop: WorkshopRow, *, can_run_again: bool = False) -> None:
        super().__init__()
        self.setMinimumWidth(1)  # its buttons go below its texts
        self._row, self.workshop_id = workshop, workshop.workshop_id
        self.is_removed = workshop.removed
        self._offer, self._buttons = QWidget(), row()
        self._line = row(self._offer)
        self._line.addLayout(self._texts(), 1)
        self._line.addLayout(self._buttons)
        self.again_button = quiet_button(_("Run again"), Icon.ROTATE)
        self.again_button.clicked.connect(lambda: self.run_again_asked.emit(workshop.plan_id))
        self.open_button = quiet_button(_("Open the record"), Icon.RECORD)
        self.open_button.setToolTip(workshop.record_path)
        self.open_button.clicked.connect(lambda: self.record_opened.emit(workshop.record_path))
        self.lines_button = quiet_button(_("Take a line out"), Icon.CUT)
        self.lines_button.clicked.connect(lambda: self.lines_asked.emit(workshop.record_path))
        self.remove_button = quiet_button(_("Delete from the list"), Icon.TRASH)
        self.remove_button.clicked.connect(lambda: self.question.ask(self._remove_question()))
        self.undo_button = Button(_("Undo"))
        self.undo_button.clicked.connect(lambda: self.undo_remove_asked.emit(self.workshop_id))
        is_removed, has_record = workshop.removed, bool(workshop.record_path)
        for button, is_offered in (
            (self.again_button, can_run_again and not is_removed),
            (self.open_button, has_record and not is_removed),
            (self.lines_button, has_record and not is_removed),
            (self.remove_button, not is_removed),
            (self.undo_button, is_removed),
        ):
            button.setAccessibleDescription(_named(workshop))
            if is_offered:  # the other buttons are not needed: the row is rebuilt when it changes
                self._buttons.addWidget(button)
        self._column = column(self, spacing=0)
        self._column.setContentsMargins(16, 5, 8, 5)
        self._column.addWidget(self._offer)

    @cached_property
    def question(self) -> QuestionCard:
        """The card that asks before the workshop is removed from the list."""
        card = question_in(self._column, self._offer)
        card.answered.connect(lambda _answer: self.remove_asked.emit(self.workshop_id))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the texts, and below each other, where there is little room."""
        super().resizeEvent(event)
        arrange(self._line, self._buttons, event.size().width(), BESIDE_TEXTS)

    def _texts(self) -> QVBoxLayout:
        workshop = self._row
        title, facts = workshop.title, _facts(workshop)
        if workshop.removed:
            title = _("{name} is off the list.").format(name=_named(workshop))
            facts = _("Its record stays where it is. You can undo this until you leave Home.")
        elif not workshop.record_path:
            facts = f"{facts}{BETWEEN}{_('No record was kept.')}"
        texts = [label(title, "strong", at_left=True), label(facts, "muted", at_left=True)]
        if workshop.keeps_agreement and not workshop.removed:
            texts.append(label(_goes_too(), "small", at_left=True))
        return stacked(*texts)

    def _remove_question(self) -> Question:
        goes_too = f"\n{_goes_too()}" if self._row.keeps_agreement else ""
        return Question(
            _("Delete {name} from the list?").format(name=_named(self._row)),
            _("Its record stays where it is.") + goes_too,
            (Answer(REMOVE, _("Delete it")),),
            leave=_("Keep it"),
        )


class WorkshopsCard(QFrame):
    """The rows of workshops or plans on one card, with a thin line between them."""

    def __init__(self, rows: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        inside = column(self, spacing=0)
        inside.setContentsMargins(1, 1, 1, 1)
        for place, line in enumerate(rows):
            if place:
                rule = QFrame()
                rule.setProperty("rule", "true")
                inside.addWidget(rule)
            inside.addWidget(line)


def stacked(*texts: QWidget) -> QVBoxLayout:
    """Put texts close below one another, in the middle of a row."""
    stack = column(spacing=2)
    stack.addStretch(1)
    for text in texts:
        stack.addWidget(text)
    stack.addStretch(1)
    return stack


def arrange(line: QBoxLayout, buttons: QBoxLayout, width: int, beside: int) -> None:
    """Put buttons below the texts, and below each other, where there is little room."""
    across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    items = (buttons.itemAt(place) for place in range(buttons.count()))
    wide = sum(item.sizeHint().width() + buttons.spacing() for item in items if item is not None)
    line.setDirection(across if width >= max(beside, wide + LEAST_TEXT + 2 * EDGE) else down)
    buttons.setDirection(across if width >= wide + 2 * EDGE else down)


def question_in(inside: QVBoxLayout, instead_of: QWidget) -> QuestionCard:
    """Build a question card that replaces a row's content; most rows never need it."""
    card = QuestionCard()
    card.replace_while_asking(instead_of)
    inside.addWidget(card)
    return card


def _goes_too() -> str:
    return _("Deleting this workshop also deletes what this group kept for its next one.")


def _facts(workshop: WorkshopRow, *, named: bool = True) -> str:
    """Return what distinguishes a workshop: its group, its plan if its name differs, its date."""
    when = workshop.when
    if workshop.stopped:
        when = _("Last written {when}").format(when=workshop.stopped)
    if not named:
        return when
    plan = "" if workshop.plan_title == workshop.title else workshop.plan_title
    return BETWEEN.join(filter(None, (workshop.group, plan, when)))


def _unnamed(workshop: WorkshopRow) -> str:
    """Name the workshop without its group, for when others may read it."""
    return f"“{workshop.plan_title}”"


def _named(workshop: WorkshopRow) -> str:
    return f"{workshop.title} – {workshop.group}" if workshop.group else workshop.title
