"""Asks before the board leaves a display that the room looks at."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.console.ask import AskCard
from facilitator.wording import _

IN_WINDOW = "window"


class BoardAskCard(AskCard):
    """Asks where the board should go. Esc leaves it, and the keyboard, where they were.

    Signals:
        place_asked: the key of a display, or "" for a window on this screen.
    """

    place_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None  # what had the keyboard
        self.answered.connect(self._place)
        self.left.connect(self._give_back)

    def open(self, displays: Mapping[str, str]) -> None:
        """Ask; ``displays`` are other displays for it, what each is called by its key."""
        if self.isVisible():
            return
        self._before = self.window().focusWidget()
        answers = {key: _("Move it to {display}").format(display=displays[key]) for key in displays}
        answers[IN_WINDOW] = _("Show it in a window here")
        self.ask(
            _("Take the board off its display?"),
            _("The room would see what is behind it there: the desktop of this laptop."),
            answers,
            _("Leave it there"),
        )

    def leave(self) -> None:
        """Leave the board where it is, as Esc does: a clicker sends that after F5."""
        if self.isVisible():
            self._leave()

    def _place(self, answer: str) -> None:
        self._give_back()
        self.place_asked.emit("" if answer == IN_WINDOW else answer)

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is None or not before.isVisible():
            before = self.parentWidget()
        if before is not None:
            before.setFocus()
