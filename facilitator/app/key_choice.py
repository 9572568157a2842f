"""Applies the keys that the facilitator chose to the console, and saves changes."""

from facilitator.app.home_view import Settings
from facilitator.errors import FacilitatorError
from facilitator.ui.console.commands.key_acts import KeyMap
from facilitator.ui.console.window import ConsoleWindow
from facilitator.wording import _


def apply_keys(console: ConsoleWindow, settings: Settings) -> None:
    """Apply the saved keys to a console; unreadable ones get their defaults."""
    keys, is_lost = KeyMap.from_values(settings.keys)
    console.use_keys(keys)
    if is_lost:
        console.show_notice(
            _("Some saved keys could not be read. Those commands have their first keys again.")
        )

    def save(chosen: KeyMap) -> None:
        try:
            settings.save_keys(chosen.values)
        except FacilitatorError as error:
            console.show_notice(str(error))

    console.keys_changed.connect(save)
