"""The chime: off by default, once for each cue, and nothing loaded while it is off."""

import subprocess
import sys
import wave

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.resources import resource
from facilitator.ui.console.drawers import Drawers
from facilitator.ui.widgets.chime import Chime

PART, NEXT = ("talk", 0), ("talk", 1)


def a_chime(sounded: list[float]) -> Chime:
    chime = Chime(sounded.append)
    chime.show_cue(PART, is_cue=False)
    return chime


def test_it_is_silent_until_it_is_switched_on() -> None:
    sounded: list[float] = []
    chime = a_chime(sounded)
    chime.show_cue(PART, is_cue=True)
    assert sounded == []


def test_it_sounds_once_for_a_part_whatever_is_done_with_its_time() -> None:
    sounded: list[float] = []
    chime = a_chime(sounded)
    chime.is_on, chime.volume = True, 0.3
    for is_cue in (True, True, False, True, False, True):
        chime.show_cue(PART, is_cue=is_cue)
    assert sounded == [0.3]
    chime.show_cue(NEXT, is_cue=True)
    assert sounded == [0.3, 0.3]


def test_a_cue_that_is_there_when_the_workshop_is_opened_does_not_sound() -> None:
    sounded: list[float] = []
    chime = Chime(sounded.append)
    chime.is_on = True
    chime.show_cue(PART, is_cue=True)
    chime.show_cue(PART, is_cue=True)
    assert sounded == []


def test_the_panel_switches_it_on_and_sets_its_volume(qtbot: QtBot) -> None:
    drawers = Drawers()
    qtbot.addWidget(drawers)
    drawers.toggle(drawers.choices)
    drawers.choices.sound.click()
    drawers.choices.volume.setValue(20)
    assert drawers.chime.is_on
    assert drawers.chime.volume == 0.2
    qtbot.keyClick(drawers.choices.sound, Qt.Key.Key_Space)
    assert not drawers.chime.is_on


def test_qt_multimedia_is_not_loaded_while_it_is_off() -> None:
    code = (
        "import sys; import facilitator.ui.console.window, facilitator.app.program; "
        "sys.exit('PySide6.QtMultimedia' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_chime_is_short_quiet_and_dies_away() -> None:
    with wave.open(str(resource("sounds/chime.wav"))) as file:
        rate, frames = file.getframerate(), file.readframes(file.getnframes())
    samples = [
        int.from_bytes(frames[at : at + 2], "little", signed=True)
        for at in range(0, len(frames), 2)
    ]
    assert len(samples) < 2 * rate
    assert max(abs(sample) for sample in samples) < 0.4 * 32_768
    assert abs(samples[0]) < 50
    assert max(abs(sample) for sample in samples[-rate // 10 :]) < 500
