"""A soft chime for the cue at a part's end; off by default."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.resources import resource
from facilitator.ui.widgets.addons import addon

Player = Callable[[float], None]
USUAL_VOLUME = 0.5


@dataclass(frozen=True, slots=True)
class ChimeChoice:
    """Whether the chime is on, and its volume from 0 to 1."""

    is_on: bool = False
    volume: float = USUAL_VOLUME


class Chime:
    """Plays once for each part of a step, but not for the part that was current at the start."""

    def __init__(self, player: Player | None = None) -> None:
        self._player = player
        self._heard: set[tuple[str, int]] | None = None
        self.is_on = False
        self.volume = USUAL_VOLUME  # 0 to 1

    @property
    def choice(self) -> ChimeChoice:
        """The present choice."""
        return ChimeChoice(self.is_on, self.volume)

    def choose(self, choice: ChimeChoice) -> None:
        """Apply a choice."""
        self.is_on, self.volume = choice.is_on, choice.volume

    def show_cue(self, part: tuple[str, int], *, is_cue: bool) -> None:
        """Play when a part, given as a step and the number of its segment, reaches its cue."""
        first = self._heard is None
        heard = self._heard = self._heard or set()
        if not is_cue or part in heard:
            return
        heard.add(part)
        if self.is_on and not first:
            self.sound()

    def sound(self) -> bool:
        """Play now, at a cue or to test the volume; return whether this computer can."""
        self._player = self._player or _player()
        if self._player is not None:
            self._player(self.volume)
        return self._player is not None


def can_sound() -> bool:
    """Return whether Qt Multimedia is available."""
    _use_local_servers_only()
    return addon("PySide6.QtMultimedia") is not None


def _player() -> Player | None:
    """Return the player, if any; Qt Multimedia is loaded at the first sound."""
    _use_local_servers_only()
    multimedia = addon("PySide6.QtMultimedia")
    if multimedia is None:
        return None
    from PySide6.QtCore import QUrl

    effect = multimedia.QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(resource("sounds/chime.wav"))))

    def play(volume: float) -> None:
        effect.setVolume(volume)
        effect.play()

    return play


def _use_local_servers_only() -> None:
    """Restrict PulseAudio's library to sound servers on this computer (decision 1).

    If ``PULSE_SERVER`` or a settings file names another server, it would open an internet
    socket. The variable overrides all files.
    """
    around = os.environ
    asked = around.get("PULSE_SERVER", "").split()
    here = [server for server in asked if server.startswith(("/", "unix:"))]
    runtime = around.get("PULSE_RUNTIME_PATH") or f"{around.get('XDG_RUNTIME_DIR', '/run')}/pulse"
    usual = [f"unix:{runtime}/native", "unix:/var/run/pulse/native"]
    around["PULSE_SERVER"] = " ".join(here or usual)
