"""Displays come and go under the program, and no typed character reaches the projector."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.hot_displays import LOOKS
from tests.helpers.attacks import count, measured

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "two_screens.sh"
CHANCE = random.SystemRandom()  # two runs at once hardly choose the same display
NEEDED = ("Xorg", "xrandr", "openbox")


def _two_screens(*what: str) -> None:
    subprocess.run(["bash", str(SCRIPT), *what], check=True, capture_output=True, timeout=60)


def _free_display() -> str:
    taken = {path.name for path in Path("/tmp/.X11-unix").glob("X*")}
    return CHANCE.choice([f":{n}" for n in range(90, 590) if f"X{n}" not in taken])


@pytest.fixture
def display(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Start an X server with a laptop and a projector, and a window manager."""
    if any(shutil.which(program) is None for program in NEEDED):
        pytest.fail("This attack needs a real X server: `scripts/two_screens.sh install`.")
    monkeypatch.setenv("TMPDIR", str(tmp_path_factory.mktemp("displays")))  # where its files go
    display = _free_display()
    _two_screens("start", display)
    manager = subprocess.Popen(
        ["openbox"],
        env=os.environ | {"DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield display
    manager.terminate()
    manager.wait(timeout=10)
    _two_screens("stop", display)


def said_on(display: str, timeout: int, *program: str) -> str:
    """Run one of these attacks on a display; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *program],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def seen_on(display: str, rounds: int, folder: Path, *leak: str) -> dict[str, int]:
    """Let somebody type through n rounds of display changes; return what was seen."""
    program = ("tests.attack.hot_displays", str(rounds), str(folder), *leak)
    seen: dict[str, int] = json.loads(said_on(display, 120 + 60 * rounds, *program))
    return seen


def test_no_character_stands_on_the_projector_whatever_happens_to_it(
    display: str, tmp_path: Path
) -> None:
    rounds = count(small=1, full=20)
    seen = seen_on(display, rounds, tmp_path)
    measured("hot displays", [str(seen)])
    assert seen["words were shown"] >= 3 * rounds
    assert seen["looks at a projector"] >= 5 * LOOKS * rounds
    assert seen["mirrored"] >= rounds
    assert not seen["characters though told"]
    assert not seen["corner or console on the projector"]
    assert not seen["cover was not forced"]
    assert seen["lid close"] == seen["lid open"] == rounds
    assert not seen["corner though the lid is shut"]
    assert not seen["console uncovered"]
    assert not seen["desk on the projector"]
    assert seen["words were there, covered"] == rounds
    assert seen["could go on typing"] == rounds
    assert seen["mirrored refused"]
    assert seen["mirrored not read"]
    assert seen["one display forced"]
    assert seen["one display not read"]
    assert not seen[" refused"] + seen[" forced"] + seen[" not read"]


def test_the_attack_would_see_words_that_nothing_covers(display: str, tmp_path: Path) -> None:
    seen = seen_on(display, 1, tmp_path, "leak")
    assert seen["characters though told"]


def test_neither_clipboard_nor_primary_selection_gets_a_word_from_the_corner(display: str) -> None:
    seen = json.loads(said_on(display, 120, "tests.attack.selections"))
    assert seen["corner"] == {"Clipboard": "", "Selection": ""}
    assert "canary" in seen["usual"]["Clipboard"]  # the control: a field as others have it
    assert "canary" in seen["usual"]["Selection"]
