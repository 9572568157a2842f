"""A separate timer inside a step, shown on the console only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.time.round import RoundState
from facilitator.live.views.desk_view import ExtraView
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.fields import NumberBox
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _

USUAL, MOST = 2, 120  # minutes


class ExtraTimerPanel(Drawer):
    """Starts a timer, and restarts it for the next table.

    Signals:
        start_asked: the minutes. toggle_asked: hold or go on. stop_asked: the panel was closed.
    """

    start_asked = Signal(int)
    toggle_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Extra timer"), parent)
        self.face, self.text = label(role="face-small"), label()
        self.minutes = NumberBox(1, MOST)
        self.minutes.setValue(USUAL)
        self.minutes.setAccessibleName(_("Minutes of the extra timer"))
        self.start_button = main_button(_("Start"), Icon.PLAY)
        self.toggle_button = Button(_("Hold"), Icon.HOLD)
        row = QHBoxLayout()
        row.addWidget(self.face)
        row.addWidget(self.text, 1)
        buttons = FlowLayout()
        for part in (self.minutes, label(_("min")), self.start_button, self.toggle_button):
            buttons.addWidget(part)
        self.column.addLayout(row)
        self.column.addLayout(buttons)
        self.start_button.clicked.connect(lambda: self.start_asked.emit(self.minutes.value()))
        self.toggle_button.clicked.connect(self.toggle_asked)
        self.closed.connect(self.stop_asked)
        self.show_extra(None)

    def show_extra(self, view: ExtraView | None) -> None:
        """Show the time left; ``None`` before the start."""
        self.face.setVisible(view is not None)
        self.toggle_button.setVisible(view is not None)
        self.start_button.show_words(_("Start") if view is None else _("Again"))
        if view is None:
            self.text.setText(_("For each table, say. The step’s own time goes on beside it."))
            return
        self.face.setText(view.face)
        self.text.setText(_("Time for this one is over.") if view.over else "")
        running = view.state is RoundState.RUNNING
        words, name = (_("Hold"), Icon.HOLD) if running else (_("Go on"), Icon.PLAY)
        self.toggle_button.show_words(words, name)

    def first(self) -> QWidget:
        return self.start_button
