"""The real program on a real X display, as a new user starts it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.x_server import x_server

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the display server that can be started at will is Linux's"
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, with one screen."""
    with x_server() as server:
        yield server.display


def started(home: Path, display: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the program on a display, with a home folder of its own, and return how it ended."""
    names = ("PATH", "LANG", "PYTHONPATH")
    inherited = {name: os.environ[name] for name in names if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *arguments],
        env=inherited | {"HOME": str(home), "DISPLAY": display, "FACILITATOR_BENCHMARK": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_home_opens_for_somebody_whose_home_folder_is_empty(display: str, tmp_path: Path) -> None:
    ended = started(tmp_path, display)
    assert ended.stdout == "shown\n"
    assert ended.stderr == ""
    assert ended.returncode == 0


@pytest.mark.parametrize("options", [("--size", "640x480"), ("--show",)])
def test_a_rehearsal_is_played_to_its_record_on_a_desktop_with_one_display(
    display: str, tmp_path: Path, options: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    asked = ("three-q-30", "--out", str(out), "--people", "6", *options)
    ended = started(tmp_path, display, "rehearse", *asked)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (out / "record.pdf").read_bytes().startswith(b"%PDF-")
    assert any("set-aside" in file.name for file in out.glob("console-*.png"))
