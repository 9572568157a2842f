"""What can be brought into the middle of the console, besides the step's own panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.wording import _


class BringUp(QWidget):
    """A button for each panel; pressed once more it brings the step back.

    Signals:
        command_asked: a command of the table: turn to a panel, or open the typing corner.
    """

    command_asked = Signal(Act)

    def __init__(self) -> None:
        super().__init__()
        self.step_button = Button(_("Back to the step"), Icon.ARROW_LEFT)
        self.lines_button = Button(_("The lines"), Icon.OPEN)
        self.agreement_button = Button(_("Our agreement"), Icon.AGREEMENT)
        self.corner_button = CommandButton(Act.CORNER, Icon.KEYBOARD)
        self.record_button = Button(_("The record so far"), Icon.RECORD)
        self._own = Act.TAB_NOW
        self._buttons = {
            Act.TAB_LINES: self.lines_button,
            Act.TAB_AGREEMENT: self.agreement_button,
            Act.CORNER: self.corner_button,
            Act.TAB_RECORD: self.record_button,
        }
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(_("Bring up"), "kicker"))
        for button in (self.step_button, *self._buttons.values()):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.set_from_left()
            inside.addWidget(button)
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, act=act: self.command_asked.emit(act))
        self.step_button.clicked.connect(lambda: self.command_asked.emit(self._own))
        self.show_panels(Act.TAB_NOW, own=Act.TAB_NOW, has_lines=False, writes=False)

    def show_panels(self, here: Act, *, own: Act, has_lines: bool, writes: bool) -> None:
        """Offer the panels that are not shown; ``own`` is that of the step."""
        self._own = own
        offered = {Act.TAB_LINES: has_lines, Act.CORNER: writes}
        self.step_button.setVisible(here is not own)
        for act, button in self._buttons.items():
            button.setVisible(offered.get(act, True) and act not in (here, own))
