"""The left side of the planner: the running order, and the buttons for what is chosen in it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.planner.add_menu import AddMenu
from facilitator.ui.planner.rows import StepRows
from facilitator.ui.widgets.buttons import Button, quiet_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.layouts import FlowLayout, column
from facilitator.wording import _

EARLIER, LATER, ADD, DUPLICATE, DELETE = "Alt+Up", "Alt+Down", "Ctrl+N", "Ctrl+D", "Del"


class Order(QWidget):
    """The rows of all steps, above the buttons that add, copy, move and delete.

    Signals:
        duplicate_asked, delete_asked: of the chosen steps.
        move_asked: the chosen steps earlier (-1) or later (+1).
    """

    duplicate_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = StepRows()
        self.menu = AddMenu(self)
        self.add_button = Button(_("Add a step"), Icon.ADD)
        self.add_button.call(_("Add a step after the chosen one (Ctrl N)"))
        self.earlier_button = _act(_("Earlier"), Icon.ARROW_UP, EARLIER)
        self.later_button = _act(_("Later"), Icon.ARROW_DOWN, LATER)
        self.copy_button = _act(_("Duplicate"), Icon.COPY, DUPLICATE)
        self.delete_button = _act(_("Delete"), Icon.TRASH, DELETE)
        self.change_button = _act(_("Change"), Icon.PENCIL, "F2")
        inside = column(self, spacing=8)
        inside.setContentsMargins(12, 8, 8, 8)
        inside.addWidget(self.rows, 1)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (
            self.add_button,
            self.change_button,
            self.earlier_button,
            self.later_button,
            self.copy_button,
            self.delete_button,
        ):
            flow.addWidget(button)
        inside.addWidget(acts)
        self.add_button.clicked.connect(self.open_menu)
        self.rows.add_asked.connect(self.open_menu)
        self.rows.delete_asked.connect(self.delete_asked)
        self.delete_button.clicked.connect(self.delete_asked)
        self.copy_button.clicked.connect(self.duplicate_asked)
        self.earlier_button.clicked.connect(lambda: self.move_asked.emit(-1))
        self.later_button.clicked.connect(lambda: self.move_asked.emit(1))

    def open_menu(self) -> None:
        """Open the menu of steps to add, at its button."""
        top = self.menu.sizeHint().height()
        self.menu.popup(self.add_button.mapToGlobal(QPoint(0, -top)))
        first = next(iter(self.menu.actions()), None)
        if first is not None:
            self.menu.setActiveAction(first)


def _act(words: str, name: Icon, key: str) -> Button:
    button = quiet_button(words, name, key)
    button.show_cap(visible=False)
    button.set_tight()
    return button
