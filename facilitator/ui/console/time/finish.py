"""Shows whether the workshop will finish on time, and what would help."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from facilitator.live.views.desk_view import FinishView
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _


class FinishPanel(Drawer):
    """Shows the expected end, proposes cuts, and offers to ask the room.

    Signals:
        apply_asked, undo_asked, ask_asked: the button was pressed.
    """

    apply_asked = Signal()
    undo_asked = Signal()
    ask_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Finish on time?"), parent)
        self.heading, self.changes, self.verdict = label(role="strong"), label(), label()
        self.apply_button = main_button(_("Apply"), Icon.CHECK)
        self.undo_button = CommandButton(Act.UNDO_FINISH, Icon.UNDO, words=_("Undo"))
        self.ask_button = Button(_("Ask the group"), Icon.USERS)
        row = FlowLayout()
        for button in (self.apply_button, self.undo_button, self.ask_button):
            row.addWidget(button)
        for part in (self.heading, self.changes, self.verdict):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.close_in(row)
        self.apply_button.clicked.connect(self._apply)
        self.undo_button.clicked.connect(self._undo)
        self.ask_button.clicked.connect(self.ask_asked)

    @Slot(FinishView)
    def show_finish(self, view: FinishView) -> None:
        """Show the current proposal."""
        self.heading.setText(view.heading)
        self.changes.setText("\n".join(view.changes))
        self.changes.setVisible(bool(view.changes))
        self.verdict.setText(view.verdict)
        self.apply_button.setVisible(view.can_apply)
        self.undo_button.setVisible(view.can_undo)
        self.ask_button.setVisible(view.can_ask)

    def first(self) -> QWidget:
        for button in (self.apply_button, self.undo_button, self.ask_button):
            if not button.isHidden():
                return button
        return self.close_button

    def _apply(self) -> None:
        self.apply_asked.emit()
        self.first().setFocus()

    def _undo(self) -> None:
        self.undo_asked.emit()
        self.first().setFocus()
