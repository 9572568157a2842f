"""Where people find support, and who gets the record: to be put right before writing opens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.domain.workshop import Setup
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.console.gather_waiting import LONGEST_CONTACT
from facilitator.ui.console.parts import KeyButton, field, label
from facilitator.ui.kit.icons import Icon
from facilitator.wording import _


class ContactsPanel(Drawer):
    """Shows what people are told of both, and takes other words for it.

    Signals:
        setup_asked: support contact and recipients; answer with ``show_answer``.
    """

    setup_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Support, and who gets the record"), parent)
        self.support = field(_("Support or safeguarding contact"), most=LONGEST_CONTACT)
        self.recipients = field(_("Who gets the record"))
        self.keep_button = KeyButton(_("Keep both"), Icon.CHECK)
        self._setup = Setup(people=1)
        rule = _("Who gets the record stays as it is once writing was opened.")
        self.recipients.setAccessibleDescription(rule)
        for one in (self.recipients, self.support):
            self._add(one)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(label(rule, "muted"), 1)
        self.column.addLayout(row)
        self.keep_button.clicked.connect(self._keep)
        self.recipients.returnPressed.connect(self._keep)
        self.support.returnPressed.connect(self._keep)

    def show_setup(self, setup: Setup) -> None:
        """Take notice of what is known, without taking away what is being typed."""
        self._setup = setup
        if self.isHidden():
            self._fill()

    def show_answer(self, setup: Setup) -> None:
        """Close if what was typed is kept now; show what is known if it was refused."""
        kept = self._typed() == (setup.support, setup.recipients)
        self._setup = setup
        self._fill()
        if kept:
            self.close_drawer()

    def open_drawer(self) -> None:
        """Show it with what is known."""
        self._fill()
        super().open_drawer()

    def first(self) -> QWidget:
        """Return what has the focus when it opens."""
        return self.recipients

    def _add(self, one: QLineEdit) -> None:
        name = label(one.accessibleName(), "strong")
        name.setBuddy(one)
        self.column.addWidget(name)
        self.column.addWidget(one)

    def _fill(self) -> None:
        self.support.setText(self._setup.support)
        self.recipients.setText(self._setup.recipients)

    def _typed(self) -> tuple[str, str]:
        return self.support.text().strip(), self.recipients.text().strip()

    def _keep(self) -> None:
        self.setup_asked.emit(*self._typed())
