"""A command's button, which shows the command's key."""

from PySide6.QtGui import QShowEvent

from facilitator.ui.console.commands.key_acts import key_map_of
from facilitator.ui.console.commands.table import ROWS, Asked
from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.icons import Icon


class CommandButton(Button):
    """A button with a command's words and key; ``role`` is "main", "quiet" or nothing."""

    def __init__(
        self, act: Asked, icon_name: Icon | None = None, *, words: str = "", role: str = ""
    ) -> None:
        command = ROWS[act]
        super().__init__(words or (command.button or command.words)(), icon_name, command.cap)
        self.act = act
        self.setObjectName(f"command {act.name.lower()}")
        if role:
            self.setProperty("role", role)

    def follow_keys(self) -> None:
        """Update the key."""
        cap = key_map_of(self).cap_of(self.act)
        if cap != self.own_cap:
            self.show_key(cap)

    def showEvent(self, event: QShowEvent) -> None:
        self.follow_keys()
        super().showEvent(event)
