"""A form for who gives support, who gets the record, and who facilitates.

Once writing opens, who gets the record can no longer change.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facilitator.domain.setup import LONGEST_ANSWER, LONGEST_SUPPORT
from facilitator.domain.text.text import clean_line
from facilitator.domain.workshop import Setup
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.fields import field
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.wording import _

ACROSS = 2  # fields


class ContactsPanel(Drawer):
    """Shows the contacts that people are given, and lets them be changed.

    Signals:
        setup_asked: support contact, recipients, who facilitates, and how to reach them; answer
            with ``show_answer``.
    """

    setup_asked = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Support, and who gets the record"), parent)
        self.support = field(_("Support or safeguarding contact"), most=LONGEST_SUPPORT)
        self.recipients = field(_("Who gets the record"), most=LONGEST_ANSWER)
        self.facilitator = field(_("Who facilitates, as the record says it"), most=LONGEST_ANSWER)
        self.reach = field(_("How people reach you to have a line taken out"), most=LONGEST_ANSWER)
        self.keep_button = Button(_("Keep these"), Icon.CHECK)
        self._setup = Setup(people=1)
        rule = _("Once writing opens, who gets the record can no longer change.")
        self.recipients.setAccessibleDescription(rule)
        self._lay_out()
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        self.close_in(row)
        row.addWidget(label(rule, "muted"), 1)
        self.column.addLayout(row)
        self.keep_button.clicked.connect(self._keep)

    def show_setup(self, setup: Setup) -> None:
        """Fill the fields, but keep what is being typed."""
        self._setup = setup
        if self.isHidden():
            self._fill()

    def show_answer(self, setup: Setup) -> None:
        """Close if the typed values were saved; show the saved values if they were refused."""
        accepted = self._typed() == _answers_in(setup)
        self._setup = setup
        self._fill()
        if accepted:
            self.close_drawer()

    def open_drawer(self) -> None:
        """Open with the saved values."""
        self._fill()
        super().open_drawer()

    def first(self) -> QWidget:
        """Return the widget to focus when the panel opens."""
        return self.recipients

    def _lay_out(self) -> None:
        """Put the fields two beside each other, so that a low window has room for all."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        fields = (self.recipients, self.support, self.facilitator, self.reach)
        for place, edit in enumerate(fields):
            name = label(edit.accessibleName(), "strong")
            name.setBuddy(edit)
            row, column = divmod(place, ACROSS)
            grid.addWidget(name, 2 * row, column)
            grid.addWidget(edit, 2 * row + 1, column)
            edit.returnPressed.connect(self._keep)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def _fill(self) -> None:
        self.support.setText(self._setup.support)
        self.recipients.setText(self._setup.recipients)
        self.facilitator.setText(self._setup.facilitator)
        self.reach.setText(self._setup.reach)

    def _typed(self) -> tuple[str, str, str, str]:
        fields = (self.support, self.recipients, self.facilitator, self.reach)
        support, recipients, facilitator, reach = (clean_line(field.text()) for field in fields)
        return support, recipients, facilitator, reach

    def _keep(self) -> None:
        self.setup_asked.emit(*self._typed())


def _answers_in(setup: Setup) -> tuple[str, str, str, str]:
    return setup.support, setup.recipients, setup.facilitator, setup.reach
