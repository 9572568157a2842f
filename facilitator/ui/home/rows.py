"""A workshop on the first page: one to carry on, or one that is over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from facilitator.ui.home.home_view import RowState, WorkshopRow
from facilitator.ui.widgets.buttons import IconButton
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import column, row
from facilitator.wording import _

BESIDE_TEXTS, IN_A_ROW = 900, 600  # pixels of a row from which its buttons stand so


class UnfinishedCard(QFrame):
    """Offers to carry a workshop on, or to delete it, which it asks about first.

    Signals:
        carry_on_asked, delete_asked: the workshop's id; deleting was confirmed.
    """

    carry_on_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, one: WorkshopRow, *, covered: bool) -> None:
        super().__init__()
        self.setProperty("card", "selected")
        self._id = one.workshop_id
        self._name = _unnamed(one) if covered else _named(one)
        self._at = one.stopped or one.when
        self._facts = _facts(one, named=not covered)
        self._line = row(self, margin=24)
        self._texts = column(spacing=4)
        self._line.addLayout(self._texts, 1)
        self._title = label("", "heading", at_left=True)
        self._when, self._more = label(self._facts, "muted", at_left=True), label("")
        for part in (self._title, self._when, self._more):
            self._texts.addWidget(part)
        closing = one.state is RowState.CLOSING
        self.carry_on_button = IconButton(_("Finish closing") if closing else _("Carry on"), "main")
        self.carry_on_button.clicked.connect(lambda: self.carry_on_asked.emit(self._id))
        self.carry_on_button.setAccessibleDescription(f"{self._name}. {self._facts}")
        self.delete_button = IconButton(_("Delete without a record"))
        self.delete_button.setAccessibleDescription(f"{self._name}. {self._facts}")
        self.delete_button.clicked.connect(self._ask)
        self.keep_button = IconButton(_("Keep it"), "main")
        self.keep_button.clicked.connect(self._unask)
        self.sure_button = IconButton(_("Delete for good"))
        self.sure_button.clicked.connect(lambda: self.delete_asked.emit(self._id))
        self._closing, self._keeps = closing, one.keeps_agreement
        for button in self._buttons():
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show(asking=False)

    def _buttons(self) -> tuple[IconButton, ...]:
        return (self.delete_button, self.carry_on_button, self.sure_button, self.keep_button)

    def _show(self, *, asking: bool) -> None:
        said = _("{name} was not finished.")
        more = _("Everything handed in is here.")
        if self._closing:
            said = _("{name} stopped while its record was being made.")
            more = _("Closing can be finished now.")
        if asking:
            said = _("Delete {name} of {when}, with everything people wrote?")
            more = _("It cannot be brought back, and there will be no record.")
            risk = _("Was a line set aside as serious risk? Carry on first, and copy it by hand.")
            more = f"{more} {risk}"
            if self._keeps:
                more = f"{more}\n{_goes_too()}"
        self._title.setText(said.format(name=self._name, when=self._at))
        self._more.setText(more)
        for button in self._buttons():
            button.setVisible(asking == (button in (self.keep_button, self.sure_button)))

    def _ask(self) -> None:
        self._show(asking=True)
        self.keep_button.setFocus()

    def _unask(self) -> None:
        self._show(asking=False)
        self.delete_button.setFocus()


class ClosedRow(QFrame):
    """A workshop that is over: what it was, and where its record is.

    Signals:
        record_opened, lines_asked: the record's path, to open it or to take lines out of it.
        remove_asked: the workshop's id, to be taken off the list; it was confirmed.
        undo_remove_asked: the workshop's id; it stays on the list after all.
    """

    record_opened = Signal(str)
    lines_asked = Signal(str)
    remove_asked = Signal(str)
    undo_remove_asked = Signal(str)

    def __init__(self, one: WorkshopRow) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._row, self.workshop_id = one, one.workshop_id
        self._line = row(self, margin=12)
        self._line.setContentsMargins(20, 12, 12, 12)
        texts = column(spacing=2)
        self._title = label(_named(one), "strong", at_left=True)
        self._more = label("", "small", at_left=True)
        self._plan = label(_facts(one), "muted", at_left=True)
        for text in (self._title, self._plan, self._more):
            texts.addWidget(text)
        self._line.addLayout(texts, 1)
        self._offers = row()
        self._line.addLayout(self._offers)
        self.open_button = IconButton(_("Open the record"))
        self.open_button.clicked.connect(lambda: self.record_opened.emit(one.record_path))
        self.lines_button = IconButton(_("Take a line out"), "quiet")
        self.lines_button.clicked.connect(lambda: self.lines_asked.emit(one.record_path))
        self.remove_button = IconButton(_("Delete from the list"), "quiet")
        self.remove_button.clicked.connect(self._ask)
        self.sure_button = IconButton(_("Delete it"))
        self.sure_button.clicked.connect(lambda: self.remove_asked.emit(one.workshop_id))
        self.keep_button = IconButton(_("Keep it"), "main")
        self.keep_button.clicked.connect(self._unask)
        self.undo_button = IconButton(_("Undo"))
        self.undo_button.clicked.connect(lambda: self.undo_remove_asked.emit(one.workshop_id))
        for button in self._buttons():
            button.setAccessibleDescription(_named(one))
            self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show(asking=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beneath the texts, and beneath each other, where there is little room."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        width = event.size().width()
        self._line.setDirection(across if width >= BESIDE_TEXTS else down)
        self._offers.setDirection(across if width >= IN_A_ROW else down)

    def _buttons(self) -> tuple[IconButton, ...]:
        usual = (self.open_button, self.lines_button, self.remove_button)
        return (*usual, self.sure_button, self.keep_button, self.undo_button)

    def _show(self, *, asking: bool) -> None:
        one = self._row
        title, more = _named(one), one.record_path or _("No record was kept.")
        if one.removed:
            title = _("{name} is off the list.").format(name=_named(one))
            more = _("Its record stays where it is. You can undo this until you leave Home.")
        elif asking:
            title = _("Delete {name} from the list?").format(name=_named(one))
            more = _("Its record stays where it is.")
        if one.keeps_agreement and not one.removed:
            more = f"{more}\n{_goes_too()}"
        self._title.setText(title)
        self._more.setText(more)
        self._plan.setVisible(not one.removed)
        usual, has_record = not (asking or one.removed), bool(one.record_path)
        for button, is_offered in (
            (self.open_button, usual and has_record),
            (self.lines_button, usual and has_record),
            (self.remove_button, usual),
            (self.sure_button, asking),
            (self.keep_button, asking),
            (self.undo_button, one.removed),
        ):
            button.setVisible(is_offered)

    def _ask(self) -> None:
        self._show(asking=True)
        self.keep_button.setFocus()

    def _unask(self) -> None:
        self._show(asking=False)
        self.remove_button.setFocus()


def _goes_too() -> str:
    return _("Deleting this workshop also deletes the agreement kept for this group.")


def _facts(one: WorkshopRow, *, named: bool = True) -> str:
    """Return what tells a workshop from others: its plan, where its name is another, and when."""
    when = _("Last written {when}").format(when=one.stopped) if one.stopped else one.when
    return f"{one.plan_title}  ·  {when}" if named else when


def _unnamed(one: WorkshopRow) -> str:
    """Return how a workshop is called where others could read names: its plan, and no group."""
    return f"“{one.plan_title}”"


def _named(one: WorkshopRow) -> str:
    return f"{one.title} – {one.group}" if one.group else one.title
