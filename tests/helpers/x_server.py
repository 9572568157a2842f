"""A real X server with one screen, for tests that start the program as a desktop does."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class XServer:
    """An X server of the test's own."""

    display: str
    process: "subprocess.Popen[str]"


@contextmanager
def x_server() -> Iterator[XServer]:
    """Start an X server; it ends with the block, if it runs until then."""
    assert shutil.which("Xvfb"), "scripts/setup.sh test brings Xvfb"
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield XServer(f":{process.stdout.readline().strip()}", process)
        process.terminate()
