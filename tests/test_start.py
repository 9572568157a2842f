"""The real program on a real X display, as a new user starts it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the display server that can be started at will is Linux's"
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, with one screen."""
    assert shutil.which("Xvfb"), "scripts/setup.sh test brings Xvfb"
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def test_home_opens_for_somebody_whose_home_folder_is_empty(display: str, tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    started = subprocess.run(
        [sys.executable, "-m", "facilitator"],
        env=kept | {"HOME": str(tmp_path), "DISPLAY": display, "FACILITATOR_BENCHMARK": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert started.stdout == "shown\n"
    assert started.stderr == ""
    assert started.returncode == 0
