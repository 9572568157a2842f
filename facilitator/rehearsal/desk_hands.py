"""The facilitator's hands in a rehearsal, on the workshop's windows and on Home."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.ui.acting.camera import Camera
from facilitator.ui.acting.finding import NotFoundError, visible
from facilitator.ui.acting.hands import Hands
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.home.window import HomeWindow
from facilitator.wording import _


class DeskHands(Hands):
    """Finds windows and controls of the whole program when an act begins."""

    def __init__(self, program: Program, camera: Camera) -> None:
        super().__init__(camera)
        self.program = program

    @property
    def windows(self) -> WorkshopWindows:
        """The windows of the running workshop. Raises ``NotFoundError`` if none is running."""
        running = self.program.running
        if running is None:
            raise NotFoundError(_("a running workshop"))
        return running

    @property
    def home(self) -> HomeWindow:
        """The program's first window."""
        return self.program.home

    def board_after(self) -> QWidget | None:
        """Return the board that stays after a workshop; ``None`` with a single display."""
        windows = QApplication.topLevelWidgets()
        boards = (window for window in windows if isinstance(window, BoardWindow))
        return next((board for board in boards if board.isVisible()), None)

    def on_home(self, part: Callable[[HomeWindow], QWidget]) -> Callable[[], QWidget]:
        """Build a function that finds a control of Home."""
        return lambda: visible(part(self.home))
