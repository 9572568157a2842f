"""One soft chime for the cue at a part's end; off until somebody switches it on."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.resources import resource
from facilitator.ui.widgets.addons import addon

Player = Callable[[float], None]
USUAL_VOLUME = 0.5


@dataclass(frozen=True, slots=True)
class ChimeChoice:
    """Whether the chime sounds, and how loudly, from 0 to 1."""

    is_on: bool = False
    volume: float = USUAL_VOLUME


class Chime:
    """Sounds once for each part of a step, and never for one that was there at the start."""

    def __init__(self, player: Player | None = None) -> None:
        self._player = player
        self._heard: set[tuple[str, int]] | None = None
        self.is_on = False
        self.volume = USUAL_VOLUME  # 0 to 1

    @property
    def choice(self) -> ChimeChoice:
        """What is chosen now."""
        return ChimeChoice(self.is_on, self.volume)

    def choose(self, choice: ChimeChoice) -> None:
        """Sound, or do not, from now on so."""
        self.is_on, self.volume = choice.is_on, choice.volume

    def show_cue(self, part: tuple[str, int], *, is_cue: bool) -> None:
        """Sound where a part, which is a step and the number of its segment, comes to its cue."""
        first = self._heard is None
        heard = self._heard = self._heard or set()
        if not is_cue or part in heard:
            return
        heard.add(part)
        if self.is_on and not first:
            self.sound()

    def sound(self) -> bool:
        """Sound now, at a cue or to try the volume; return whether this computer can."""
        self._player = self._player or _player()
        if self._player is not None:
            self._player(self.volume)
        return self._player is not None


def can_sound() -> bool:
    """Return whether Qt's multimedia is here."""
    _keep_sound_here()
    return addon("PySide6.QtMultimedia") is not None


def _player() -> Player | None:
    """Return what plays the file, if anything can; Qt's multimedia comes with the first sound."""
    _keep_sound_here()
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


def _keep_sound_here() -> None:
    """Let PulseAudio's library find only sound servers on this computer (decision 1).

    Where ``PULSE_SERVER`` or a file of settings names one elsewhere, it would open an internet
    socket. The variable goes before every file.
    """
    around = os.environ
    asked = around.get("PULSE_SERVER", "").split()
    here = [server for server in asked if server.startswith(("/", "unix:"))]
    runtime = around.get("PULSE_RUNTIME_PATH") or f"{around.get('XDG_RUNTIME_DIR', '/run')}/pulse"
    usual = [f"unix:{runtime}/native", "unix:/var/run/pulse/native"]
    around["PULSE_SERVER"] = " ".join(here or usual)
