"""What is asked before a check at the typing corner is closed, or left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.console.ask import AskCard
from facilitator.wording import _

CLOSE, LEAVE = "close", "leave"


class CheckAsk(AskCard):
    """People may still be on their way to the corner, and what they chose there cannot come back.

    Enter is no answer: the one that led out of the corner may still be held.

    Signals:
        close_told, leave_told: that is what is wanted.
    """

    takes_enter = False

    close_told = Signal()
    leave_told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = {CLOSE: self.close_told, LEAVE: self.leave_told}
        self.answered.connect(lambda answer: told[answer].emit())

    def ask_to_close(self) -> None:
        """Ask whether everyone has had a turn."""
        self.ask(
            _("Has everyone had a turn?"),
            _("Then the room sees what it came to, and nobody can answer any more."),
            {CLOSE: _("Yes, close it")},
            _("Go on with the check"),
        )

    def ask_to_leave(self) -> None:
        """Ask whether what people have handed in is to go."""
        self.ask(
            _("Leave this check?"),
            _("What people have chosen at the typing corner goes, unseen."),
            {LEAVE: _("Leave it, unseen")},
            _("Go on with the check"),
        )
