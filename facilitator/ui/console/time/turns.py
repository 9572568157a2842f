"""Turns of a round by seat. None of it is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.live.views.desk_view import SpeakingOrderView
from facilitator.ui.console.drawer import Drawer
from facilitator.ui.widgets.buttons import Button, main_button
from facilitator.ui.widgets.icons import Icon
from facilitator.ui.widgets.labels import label
from facilitator.ui.widgets.layouts import FlowLayout
from facilitator.wording import _


class TurnsPanel(Drawer):
    """Shows whose turn it is, by shape and number of the seat.

    Signals:
        begin_asked, done_asked, pass_asked: the button was pressed. stop_asked: it was closed.
    """

    begin_asked = Signal()
    done_asked = Signal()
    pass_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Turns by seat"), parent)
        self.seat, self.text = label(role="now"), label()
        self.done_button = main_button(_("Next turn"), Icon.ARROW_RIGHT)
        self.pass_button = Button(_("Pass for now"), Icon.ROTATE)
        self.begin_button = Button(_("Start the round"), Icon.PLAY)
        row = FlowLayout()
        for button in (self.done_button, self.pass_button, self.begin_button):
            row.addWidget(button)
        self.column.addWidget(self.seat)
        self.column.addWidget(self.text)
        self.column.addLayout(row)
        self.done_button.clicked.connect(self.done_asked)
        self.pass_button.clicked.connect(self.pass_asked)
        self.begin_button.clicked.connect(self._begin)
        self.closed.connect(self.stop_asked)
        self.show_turns(None)

    def show_turns(self, view: SpeakingOrderView | None) -> None:
        """Show whose turn it is; ``None`` before the start."""
        going = view is not None and view.left > 0
        self.done_button.setVisible(going)
        self.pass_button.setVisible(going)
        self.begin_button.setVisible(not going)
        self.seat.setVisible(going)
        self.seat.setText(view.now if view is not None else "")
        self.text.setText(_words(view))

    def _begin(self) -> None:
        self.begin_asked.emit()
        self.first().setFocus()

    def first(self) -> QWidget:
        return self.begin_button if self.done_button.isHidden() else self.done_button


def _words(view: SpeakingOrderView | None) -> str:
    if view is None:
        return _(
            "Seats count from 1 to your left. The first seat and the direction are chosen by "
            "chance. Nothing about who spoke or passed is kept."
        )
    if not view.left:
        return _("Everyone has been asked, and those who passed were asked once more.")
    minutes, seconds = divmod(view.each_s, 60)
    words = _("{left} turns left, about {minutes}:{seconds:02} each.").format(
        left=view.left, minutes=minutes, seconds=seconds
    )
    if view.again:
        return _("Once more, lightly: would you like a turn now? {words}").format(words=words)
    if view.next:
        return _("Then {seat}. {words}").format(seat=view.next, words=words)
    return words
