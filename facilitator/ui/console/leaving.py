"""Asks before the console is closed, so that a slip of the hand ends no workshop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.console.ask import AskCard
from facilitator.wording import _

STOP = "stop"


class LeavingCard(AskCard):
    """Says what stays when the console is closed, and asks once.

    Signals:
        stop_asked: the workshop is to wait.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answered.connect(self.stop_asked)

    def open(self) -> None:
        """Ask; whoever asks again meanwhile finds the same question."""
        self.ask(
            _("Stop here and carry on another time?"),
            _(
                "Everything handed in is kept on this laptop. The board closes, no record is made "
                "and nothing is deleted. Home offers “Carry on”, and you are back in this step."
            ),
            {STOP: _("Stop here")},
            _("Go on with the workshop"),
        )
