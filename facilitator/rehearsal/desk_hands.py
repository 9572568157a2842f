"""The facilitator's hands in a rehearsal: the windows, and what is pressed again and again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.workshop import Workshop
from facilitator.rehearsal.acts import Acts, Click, HoldKey, Look, Press, WaitFor
from facilitator.rehearsal.camera import Camera
from facilitator.rehearsal.finding import NotFoundError, button, has_button
from facilitator.room.keys import Key
from facilitator.room.say import say
from facilitator.wording import _

NOW, LINES, RECORD, AGREEMENT = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
)


class DeskHands:
    """Finds windows and buttons at the moment an act begins, since they come and go."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self.program = program
        self.camera = camera

    @property
    def windows(self) -> WorkshopWindows:
        """The windows of the running workshop. Raises ``NotFoundError`` when none runs."""
        running = self.program.running
        if running is None:
            raise NotFoundError(_("a running workshop"))
        return running

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands."""
        return self.windows.session.workshop

    def console(self) -> QWidget:
        """Return the console."""
        return self.windows.console

    def board(self) -> QWidget:
        """Return the board."""
        return self.windows.board

    def corner(self) -> QWidget:
        """Return the typing corner."""
        return self.windows.corner

    def home_button(self, name: str) -> Callable[[], QWidget]:
        """Return where a button of Home is to be looked for."""
        return lambda: button(self.program.home, name)

    def button(self, name: str) -> Callable[[], QWidget]:
        """Return where a button of the console is to be looked for."""
        return lambda: button(self.console(), name)

    def has(self, name: str) -> bool:
        """Return whether the console shows a button that can be pressed."""
        return has_button(self.console(), name)

    def look(self, moment: str = "") -> Acts:
        """Take pictures of board and console."""
        if moment:
            self.camera.moment = moment
        yield Look(self.board, "board")
        yield Look(self.console, "console")

    def turn_to(self, tab: Qt.Key) -> Acts:
        """Turn to what the middle of the console shows: now, lines or record."""
        yield Press(self.console, tab, Qt.KeyboardModifier.AltModifier)

    def turn_pages(self) -> Acts:
        """Show every page that is left of what is on the board."""
        while self._pages_are_left():
            before = self.windows.session.desk().board.page
            yield Press(self.console, Qt.Key.Key_PageDown)
            if self.windows.session.desk().board.page == before:
                raise NotFoundError(_("the next page"))
            yield Look(self.board, "board")

    def leave_corner(self) -> Acts:
        """Hold Esc, then choose the console."""
        corner = self.corner
        to_console = say(self.workshop.languages[0], Key.CORNER_CONSOLE)
        yield HoldKey(corner, Qt.Key.Key_Escape, down=True)
        yield WaitFor(lambda: has_button(corner(), to_console), "the corner’s choices")
        yield HoldKey(corner, Qt.Key.Key_Escape, down=False)
        yield Click(lambda: button(corner(), to_console))
        yield WaitFor(lambda: not corner().isVisible(), "the console")

    def _pages_are_left(self) -> bool:
        board = self.windows.session.desk().board
        return board.page < board.pages - 1
