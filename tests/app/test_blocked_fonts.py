"""A computer that blocks fonts that are not installed: the program runs, the doctor says so."""

import os
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.helpers.meeting import a_meeting
from tests.helpers.programs import ROOT


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A copy of the program and of the icons' package in which no font can be loaded."""
    copy = tmp_path / "copy"
    without = shutil.ignore_patterns("__pycache__")
    for name in ("facilitator", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=without)
    for name in ("__init__.py", "helpers/__init__.py", "helpers/driven.py", "helpers/finding.py"):
        (copy / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / name, copy / "tests" / name)
    package = find_spec("qtawesome")
    assert package is not None
    assert package.origin is not None
    shutil.copytree(Path(package.origin).parent, copy / "qtawesome", ignore=without)
    fonts = [*copy.rglob("*.ttf"), *copy.rglob("*.otf")]
    assert len(fonts) > 10
    for font in fonts:
        font.write_bytes(b"blocked")
    return copy


def started(blocked: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start Python in that copy."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=blocked,
        env=os.environ | {"PYTHONPATH": str(blocked)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_doctor_says_which_fonts_did_not_load_and_that_a_workshop_can_run(
    blocked: Path, tmp_path: Path
) -> None:
    with started(
        blocked, "-m", "facilitator", "doctor", "--data", str(tmp_path / "data")
    ) as doctor:
        out, error = doctor.communicate(timeout=60)
    assert (doctor.returncode, error) == (0, "")
    assert "note   Fonts: Some did not load: Atkinson Hyperlegible Next" in out
    assert "note   Icons: Their font did not load." in out


def test_a_workshop_runs_to_its_corner_without_a_font_of_ours(
    blocked: Path, tmp_path: Path
) -> None:
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        (entry,) = meeting.workshops.entries()
    data = tmp_path / "data"
    asked = ("--data", str(data), "open", str(data / entry.file))
    with started(blocked, "-m", "tests.helpers.driven", "corner", *asked) as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        assert line.strip().isdecimal(), program.communicate(timeout=60)
        os.kill(int(line), signal.SIGTERM)
        _out, error = program.communicate(timeout=60)
    assert (program.returncode, error) == (0, "")
    log = data / "facilitator.log"
    assert not log.exists() or "a bug" not in log.read_text(encoding="utf-8")


WORDLESS = """
from PySide6.QtWidgets import QApplication
from facilitator.ui.widgets.icons import Icon, icon

application = QApplication([])
for name in (Icon.MINUS, Icon.ADD, Icon.ARROW_LEFT, Icon.ARROW_RIGHT):
    drawn = icon(name, "#000000").pixmap(24, 24).toImage()
    print(any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)))
"""


def test_a_control_without_words_shows_a_sign_of_the_system_s_typeface(blocked: Path) -> None:
    with started(blocked, "-c", WORDLESS) as program:
        out, error = program.communicate(timeout=60)
    assert (out, error) == ("True\n" * 4, "")
