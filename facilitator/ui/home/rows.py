"""A workshop on the first page: one to carry on, or one that is over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from facilitator.ui.home.cards import RowState, WorkshopRow
from facilitator.ui.home.parts import Button, column, label, row
from facilitator.wording import _


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
        self._title = label("", "heading")
        self._when, self._more = label(self._facts, "muted"), label("")
        for part in (self._title, self._when, self._more):
            self._texts.addWidget(part)
        closing = one.state is RowState.CLOSING
        self.carry_on_button = Button(_("Finish closing") if closing else _("Carry on"), "main")
        self.carry_on_button.clicked.connect(lambda: self.carry_on_asked.emit(self._id))
        self.carry_on_button.setAccessibleDescription(f"{self._name}. {self._facts}")
        self.delete_button = Button(_("Delete without a record"))
        self.delete_button.setAccessibleDescription(f"{self._name}. {self._facts}")
        self.delete_button.clicked.connect(self._ask)
        self.keep_button = Button(_("Keep it"), "main")
        self.keep_button.clicked.connect(self._unask)
        self.sure_button = Button(_("Delete for good"))
        self.sure_button.clicked.connect(lambda: self.delete_asked.emit(self._id))
        self._closing, self._keeps = closing, one.keeps_agreement
        for button in self._buttons():
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show(asking=False)

    def _buttons(self) -> tuple[Button, ...]:
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
                more = f"{more} {_goes_too()}"
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
        record_opened: the record's path.
        remove_asked: the workshop's id, to be taken off the list; the record stays.
    """

    record_opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, one: WorkshopRow) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        line = row(self, margin=12)
        line.setContentsMargins(20, 12, 12, 12)
        texts = column(spacing=2)
        texts.addWidget(label(_named(one), "strong"))
        texts.addWidget(label(_facts(one), "muted"))
        texts.addWidget(label(one.record_path or _("No record was kept."), "small"))
        if one.keeps_agreement:
            texts.addWidget(label(_goes_too(), "small"))
        line.addLayout(texts, 1)
        if one.record_path:
            opening = Button(_("Open the record"))
            opening.setAccessibleDescription(_named(one))
            line.addWidget(opening, 0, Qt.AlignmentFlag.AlignVCenter)
            opening.clicked.connect(lambda: self.record_opened.emit(one.record_path))
        remove = Button(_("Remove from the list"), "quiet")
        remove.clicked.connect(lambda: self.remove_asked.emit(one.workshop_id))
        remove.setAccessibleDescription(_named(one))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)


def _goes_too() -> str:
    return _("This also deletes the agreement kept for this group.")


def _facts(one: WorkshopRow, *, named: bool = True) -> str:
    """Return what tells a workshop from others: its plan, where its name is another, and times."""
    stopped = _("last written {when}").format(when=one.stopped) if one.stopped else ""
    parts = (one.plan_title if named else "", one.when, stopped)
    return "  ·  ".join(part for part in parts if part)


def _unnamed(one: WorkshopRow) -> str:
    """Return how a workshop is called where others could read names: its plan, and no group."""
    return f"“{one.plan_title}”"


def _named(one: WorkshopRow) -> str:
    return f"{one.title} – {one.group}" if one.group else one.title
