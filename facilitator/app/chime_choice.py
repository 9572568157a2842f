"""Saves the choice of the chime for all workshops, and plays it for a test."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.app.home_view import Settings
from facilitator.errors import FacilitatorError
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.chime import Chime, ChimeChoice
from facilitator.wording import _

if TYPE_CHECKING:
    from facilitator.ui.console.window import ConsoleWindow


class RememberedChime(QObject):
    """Connects the two places where the chime is chosen to the settings."""

    def __init__(
        self,
        home: HomeWindow,
        settings: Settings,
        tell: Callable[[str], None],
        chime: Chime | None = None,
    ) -> None:
        super().__init__(home)
        self._settings = settings
        self._tell = tell
        self.chime = chime or Chime()
        home.chime_asked.connect(self._asked_at_home)

    def apply_to(self, console: "ConsoleWindow") -> None:
        """Apply the saved choice to a console, and save what is chosen there."""
        drawers = console.desk.middle.drawers
        drawers.choose_chime(self._settings.chime)
        drawers.chime_chosen.connect(self._keep)

    def _keep(self, choice: ChimeChoice) -> None:
        try:
            self._settings.save_chime(choice)
        except FacilitatorError as error:
            self._tell(str(error))

    def _asked_at_home(self, choice: ChimeChoice, sound: object) -> None:
        self._keep(choice)
        if sound:
            self.chime.choose(choice)
            if not self.chime.sound():
                self._tell(_("This computer cannot play sounds: “facilitator doctor” says why."))
