"""The page before writing: the promise, missing contacts, and a tick that it was said."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.setup import LONGEST_ANSWER, LONGEST_SUPPORT
from facilitator.domain.text.text import clean_line
from facilitator.domain.workshop import Setup
from facilitator.live.views.desk_view import GatheringView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button, main_button, tick
from facilitator.ui.widgets.cards import card
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.ui.widgets.scrolling import FittingScroll
from facilitator.wording import _


class MissingCard(QFrame):
    """Asks for the contacts that people must know before they write.

    Signals:
        setup_asked: support contact and recipients.
    """

    setup_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "butter")
        self.support = field(
            _("Support or safeguarding contact"),
            _("A name, and how to reach them"),
            LONGEST_SUPPORT,
        )
        self.recipients = field(
            _("Who gets the record"),
            _("For example: everyone here, and the team lead"),
            LONGEST_ANSWER,
        )
        self.keep_button = Button(_("Keep both"), Icon.CHECK)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        self.heading = label(role="strong")
        column.addWidget(self.heading)
        column.addWidget(
            label(
                _(
                    "People are told who to turn to if a line tells of harm, and who will read "
                    "the record. Without that the promise would be empty."
                )
            )
        )
        for words, edit in (
            (_("Support or safeguarding contact"), self.support),
            (_("Who gets the record"), self.recipients),
        ):
            name = label(words, "strong")
            name.setBuddy(edit)
            column.addWidget(name)
            column.addWidget(edit)
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep_button.clicked.connect(self._keep)
        self.support.returnPressed.connect(self.recipients.setFocus)
        self.recipients.returnPressed.connect(self._keep)

    @Slot(Setup)
    def show_setup(self, setup: Setup) -> None:
        """Fill the fields, but keep what is being typed."""
        for edit, value in ((self.support, setup.support), (self.recipients, setup.recipients)):
            if value and not edit.hasFocus():
                edit.setText(value)
        is_one = bool(setup.support) != bool(setup.recipients)
        self.heading.setText(
            _("One thing is missing before anyone writes")
            if is_one
            else _("Two things are missing before anyone writes")
        )
        self.keep_button.show_words(_("Keep it") if is_one else _("Keep both"))

    def _keep(self) -> None:
        empty = [edit for edit in (self.support, self.recipients) if not clean_line(edit.text())]
        if empty:
            empty[0].setFocus()
            return
        self.setup_asked.emit(clean_line(self.support.text()), clean_line(self.recipients.text()))


class GatherWaiting(QWidget):
    """The promise as the room will read it, and the button that opens writing.

    ``foot`` has the button to open writing, below the scrolling area.

    Signals:
        promise_asked: show the promise on the board, or hide it.
        setup_asked: support contact and recipients.
        open_asked: open writing; the facilitator has ticked that the promise was said.
    """

    promise_asked = Signal()
    setup_asked = Signal(str, str)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing = MissingCard()
        self.promise, self.fits = label(role="promise"), label()
        self.promise_button = CommandButton(
            Act.PROMISE, Icon.BOARD, words=_("Show it on the board")
        )
        self.said_tick = tick(_("I have said it"))
        self.open_button = main_button(_("Open writing"), Icon.OPEN)
        self.foot = card()
        self._of, self._ready = "", False
        self._lay_out()
        self.promise_button.clicked.connect(self.promise_asked)
        self.missing.setup_asked.connect(self.setup_asked)
        self.said_tick.toggled.connect(self._show_whether_ready)
        self.open_button.clicked.connect(self.open_asked)

    def _lay_out(self) -> None:
        frame, words = card(), QWidget()
        inside, promise = QVBoxLayout(frame), QVBoxLayout(words)
        inside.setContentsMargins(24, 12, 16, 12)
        promise.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(
            label(_("Say what is kept, before the first word is typed"), "kicker"),
            1,
        )
        head.addWidget(self.promise_button)
        inside.addLayout(head)
        promise.addWidget(self.promise)
        fixed = _("Once writing opens, who gets the record can no longer change.")
        promise.addWidget(label(fixed, "do"))
        self.area = FittingScroll(words, _("What is kept, to be said aloud"))
        inside.addWidget(self.area, 1)
        row = FlowLayout(self.foot, from_right=True)
        row.setContentsMargins(22, 10, 22, 10)
        row.setSpacing(18)
        for part in (self.said_tick, self.open_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.missing)
        column.addWidget(frame, 1)
        column.addWidget(self.fits)
        column.addStretch()

    @Slot(GatheringView)
    def show_gathering(self, view: GatheringView) -> None:
        """Show whether writing can be opened; a new gathering resets the tick."""
        if view.step_id != self._of:
            self._of = view.step_id
            self.said_tick.setChecked(False)
        self._ready = view.ready_for_writing
        self.missing.setVisible(not view.ready_for_writing)
        self.promise.setText(view.promise)
        self.fits.setText(view.fits)
        self.fits.setVisible(bool(view.fits))
        self._show_whether_ready()

    @Slot(Setup)
    def show_setup(self, setup: Setup) -> None:
        """Show the contacts that people must know before they write."""
        self.missing.show_setup(setup)

    def _show_whether_ready(self) -> None:
        self.open_button.setEnabled(self._ready and self.said_tick.isChecked())
