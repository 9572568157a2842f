"""Finds and presses the controls of a workshop's windows."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.domain.workshop import Workshop
from facilitator.live.session.session import LiveSession
from facilitator.ui.acting.acts import Acts, Click, HoldKey, Look, Press, WaitFor
from facilitator.ui.acting.camera import Camera
from facilitator.ui.acting.finding import NotFoundError, can_press, first, visible
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.columns import ConsoleColumns
from facilitator.ui.console.commands.button import CommandButton
from facilitator.ui.console.commands.table import Act
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.corner.cards_page import CardsPage
from facilitator.ui.corner.pages import ChoicePage
from facilitator.ui.corner.window import CornerWindow
from facilitator.wording import _

NOW, LINES, RECORD, AGREEMENT = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
)


class Windows(Protocol):
    """The windows of a running workshop."""

    session: LiveSession
    console: ConsoleWindow
    board: BoardWindow
    corner: CornerWindow


class Hands:
    """Finds windows and controls when an act begins, since they come and go."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self._done: set[str] = set()

    @property
    def windows(self) -> Windows:
        """The windows of the running workshop. Raises ``NotFoundError`` if none is running."""
        raise NotFoundError(_("a running workshop"))

    def is_first(self, what: str) -> bool:
        """Return whether something is done for the first time, and mark it as done."""
        first_time = what not in self._done
        self._done.add(what)
        return first_time

    def see_alone(self) -> Acts:
        """Confirm that nobody else sees this screen, if the console asks, as with one display."""
        alone = self.desk.middle.gathering.closed.seen.alone_button
        if can_press(alone):
            yield Click(lambda: alone)

    @property
    def workshop(self) -> Workshop:
        """The workshop at this moment."""
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

    @property
    def desk(self) -> ConsoleColumns:
        """The console's columns."""
        return self.windows.console.desk

    def on_desk(self, part: Callable[[ConsoleColumns], QWidget]) -> Callable[[], QWidget]:
        """Build a function that finds a control of the console."""
        return lambda: visible(part(self.desk))

    def command(self, act: Act) -> Callable[[], QWidget]:
        """Build a function that finds the console's button of a command."""
        return lambda: first(
            (b for b in self.console().findChildren(CommandButton) if b.act is act),
            act.name.lower(),
        )

    def can_press(self, part: Callable[[ConsoleColumns], QWidget]) -> bool:
        """Return whether a control of the console is visible and enabled."""
        return can_press(part(self.desk))

    def look(self, moment: str = "") -> Acts:
        """Take pictures of board and console."""
        if moment:
            self.camera.moment = moment
        yield Look(self.board, "board")
        yield Look(self.console, "console")

    def turn_to(self, tab: Qt.Key) -> Acts:
        """Turn to a tab in the middle of the console: now, lines or record."""
        yield Press(self.console, tab, Qt.KeyboardModifier.AltModifier)

    def turn_pages(self) -> Acts:
        """Show the remaining pages of what is on the board."""
        while self._pages_are_left():
            before = self.windows.session.desk().board.page
            yield Press(self.console, Qt.Key.Key_PageDown)
            if self.windows.session.desk().board.page == before:
                raise NotFoundError(_("the next page"))
            yield Look(self.board, "board")

    def leave_corner(self) -> Acts:
        """Hold Esc, then choose the console."""
        corner = self.corner
        yield HoldKey(corner, Qt.Key.Key_Escape, down=True)
        yield WaitFor(self._corner_offers_console, "the corner’s choices")
        yield HoldKey(corner, Qt.Key.Key_Escape, down=False)
        yield Click(self._to_console)
        yield WaitFor(lambda: not corner().isVisible(), "the console")

    def _to_console(self) -> QWidget:
        """Find the corner's button to the console, on the present page."""
        corner = self.corner()
        choices = (page.console_button for page in corner.findChildren(ChoicePage))
        cards = (page.console for page in corner.findChildren(CardsPage))
        return first((*choices, *cards), "console")

    def _corner_offers_console(self) -> bool:
        try:
            return self._to_console().isEnabled()
        except NotFoundError:
            return False

    def _pages_are_left(self) -> bool:
        board = self.windows.session.desk().board
        return board.page < board.pages - 1


Play = Callable[[Hands, int], Acts]  # what n people do in a step of a kind
