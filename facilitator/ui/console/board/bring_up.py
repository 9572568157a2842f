"""What can be brought into the middle of the console, besides the step's own panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.lazy import insert_behind
from facilitator.wording import _

ORDER = (Act.TAB_NOW, Act.TAB_LINES, Act.TAB_AGREEMENT, Act.LAST_TIME, Act.CORNER, Act.TAB_RECORD)


def _button_for(act: Act) -> Button:
    """Build the button for a panel; that for Now leads back to the step, whatever its panel is."""
    if act in (Act.CORNER, Act.LAST_TIME):
        return CommandButton(act, Icon.KEYBOARD if act is Act.CORNER else Icon.SHOE_PRINTS)
    words, name = {
        Act.TAB_NOW: (_("Back to the step"), Icon.ARROW_LEFT),
        Act.TAB_LINES: (_("The lines"), Icon.OPEN),
        Act.TAB_AGREEMENT: (_("Our agreement"), Icon.AGREEMENT),
        Act.TAB_RECORD: (_("The record so far"), Icon.RECORD),
    }[act]
    button = Button(words, name)
    button.setObjectName(f"command {act.name.lower()}")
    return button


class BringUp(QWidget):
    """A button for each panel that is not in the middle, built when it is first offered.

    Signals:
        command_asked: a command of the table: turn to a panel, or open the typing corner.
    """

    command_asked = Signal(Act)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Act, Button] = {}
        self._own = Act.TAB_NOW
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._heading = label(_("Bring up"), "kicker")
        self._column.addWidget(self._heading)

    def show_panels(
        self, here: Act, *, own: Act, has_lines: bool, writes: bool, last_time: bool = False
    ) -> None:
        """Offer the panels that are not shown; ``own`` is that of the step."""
        self._own = own
        offered = {
            Act.TAB_NOW: here is not own,
            Act.TAB_LINES: has_lines and Act.TAB_LINES not in (here, own),
            Act.TAB_AGREEMENT: Act.TAB_AGREEMENT not in (here, own),
            Act.LAST_TIME: last_time,
            Act.CORNER: writes,
            Act.TAB_RECORD: Act.TAB_RECORD not in (here, own),
        }
        for act in ORDER:
            if offered[act] and act not in self.buttons:
                self._add(act)
            if act in self.buttons:
                self.buttons[act].setVisible(offered[act])

    def _add(self, act: Act) -> None:
        before = [
            self.buttons[other] for other in ORDER[: ORDER.index(act)] if other in self.buttons
        ]
        button = self.buttons[act] = _button_for(act)
        button.set_from_left()
        button.clicked.connect(lambda: self.command_asked.emit(self._act_of(act)))
        place = len(before) + 1
        after = before[-1] if before else self._heading
        insert_behind(after, button, lambda part: self._column.insertWidget(place, part))

    def _act_of(self, act: Act) -> Act:
        return self._own if act is Act.TAB_NOW else act
