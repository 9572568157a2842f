"""Whatever happens to its output, the command line ends with one of its exit codes and one line."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PLAN = """facilitator_plan = 1
id = "tiny"
title = "Tiny"
summary = "Only a talk."
people = { least = 3, best = 5, most = 9 }
[[steps]]
id = "talk"
kind = "talk"
title = "Talk"
minutes = 1
"""
TALKING = [
    ("--help",),
    ("--version",),
    ("doctor",),
    ("plan", "check", "pscc-180"),
    ("rehearse", "tiny.toml", "--out", "out"),
]
REFUSED = [("dance",), ("open", "Gŵyl “nothing”.toml"), ("rehearse", "ŵ", "--out", "out")]
ENCODINGS = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]
Place = Callable[[], AbstractContextManager[int]]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/full")


@dataclass(frozen=True, slots=True)
class Ended:
    """How the program ended, and what it complained of."""

    code: int
    out: bytes
    error: bytes

    @property
    def is_calm(self) -> bool:
        """Whether nothing but sentences of ours was written."""
        return b"Traceback" not in self.error and b"Exception" not in self.error


def typed(
    folder: Path,
    arguments: tuple[str, ...],
    *,
    out: int = subprocess.PIPE,
    error: int = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> Ended:
    """Type a command in a folder of its own."""
    (folder / "tiny.toml").write_text(PLAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", *arguments],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "PYTHONPATH": str(ROOT)} | (environment or {}),
        stdout=out,
        stderr=error,
        check=False,
        timeout=120,
    )
    return Ended(done.returncode, done.stdout or b"", done.stderr or b"")


ROOT = Path(__file__).parents[1]


@contextmanager
def full_device() -> Iterator[int]:
    """Give something that takes nothing, as a full disk does."""
    with Path("/dev/full").open("wb") as full:
        yield full.fileno()


@contextmanager
def closed_pipe() -> Iterator[int]:
    """Give a pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@needs_posix
@pytest.mark.parametrize("place", [full_device, closed_pipe])
@pytest.mark.parametrize("arguments", TALKING, ids=" ".join)
def test_what_cannot_be_written_ends_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], place: Place
) -> None:
    with place() as out:
        ended = typed(tmp_path, arguments, out=out)
    assert ended.code == 2
    assert ended.error.startswith(b"What there is to say could not be written")
    assert ended.error.count(b"\n") == 1


@needs_posix
@pytest.mark.parametrize("place", [full_device, closed_pipe])
@pytest.mark.parametrize("arguments", REFUSED, ids=["command", "file", "plan"])
def test_a_complaint_that_cannot_be_written_leaves_its_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], place: Place
) -> None:
    with place() as error:
        assert typed(tmp_path, arguments, error=error) == Ended(2, b"", b"")


@pytest.mark.parametrize("environment", ENCODINGS, ids=["ascii", "cp1252", "C"])
@pytest.mark.parametrize("arguments", TALKING[:4], ids=" ".join)
def test_every_encoding_of_a_console_gets_readable_words(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    ended = typed(tmp_path, arguments, environment=environment)
    assert ended.code in (0, 1)
    assert ended.out
    assert ended.error == b""


@pytest.mark.parametrize("environment", ENCODINGS, ids=["ascii", "cp1252", "C"])
@pytest.mark.parametrize("arguments", REFUSED, ids=["command", "file", "plan"])
def test_a_complaint_is_readable_in_every_encoding(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    ended = typed(tmp_path, arguments, environment=environment)
    assert ended.code == 2
    assert ended.error.count(b"\n") == 1
    assert ended.is_calm


@needs_posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", [*TALKING[:3], *REFUSED[:1]], ids=" ".join)
def test_streams_that_are_closed_change_no_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], closed: str
) -> None:
    (tmp_path / "tiny.toml").write_text(PLAN, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-m", "facilitator", *arguments],
        cwd=tmp_path,
        env=os.environ | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode in ((2,) if arguments in REFUSED else (0, 1))
    assert done.stderr.count(b"\n") == (arguments in REFUSED and "2>" not in closed)
