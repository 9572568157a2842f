"""Under strace: a whole workshop opens no internet socket, and words go to our folders alone."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.app.made_up import SAID, WRITTEN
from tests.attack.strace import ROOT
from tests.helpers.attacks import count, measured

CALLS = "socket,connect,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg"
INTERNET = re.compile(r"socket\(AF_INET6?\b|sa_family=AF_INET6?\b")
FILE = re.compile(r"(?:write|pwrite64|writev|pwritev2?)\(\d+<([^>]*)>")
TEXTS = tuple(text for text in (*WRITTEN, *SAID) if text.isascii())
PLANS = ("three-q-30", "care-90")


@dataclass(frozen=True, slots=True)
class Traced:
    """What a program did, as the kernel saw it."""

    code: int
    calls: tuple[str, ...]

    @property
    def internet(self) -> list[str]:
        """The calls that open or use an internet socket."""
        return [call for call in self.calls if INTERNET.search(call)]

    def files_with(self, texts: tuple[str, ...]) -> set[Path]:
        """Return the files into which one of the texts was written."""
        found = set()
        for call in self.calls:
            match = FILE.search(call)
            if match and any(text in call for text in texts):
                found.add(Path(match[1]))
        return found


def traced(folder: Path, *program: str) -> Traced:
    """Run a program under strace, with a home and a temporary folder of its own."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("This attack needs strace: install it with `apt-get install strace`.")
    for name in ("home", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    around = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp")}
    options = ("-f", "-qq", "-y", "-s", "100000", "--seccomp-bpf", "-e", f"trace={CALLS}")
    trace = folder / "trace"
    done = subprocess.run(
        [strace, *options, "-o", str(trace), *program],
        cwd=ROOT,
        env=os.environ | around | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    calls = tuple(trace.read_text(errors="replace").splitlines())
    trace.unlink()
    return Traced(done.returncode, calls)


def told_by(path: Path) -> str:
    """Return a file's name and all that is in it."""
    return path.name + path.read_bytes().decode("utf-8", errors="replace")


@pytest.mark.parametrize("plan", PLANS[: count(small=1, full=len(PLANS))])
def test_a_whole_workshop_opens_no_internet_socket_and_keeps_words_in_its_folders(
    tmp_path: Path, plan: str
) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    rehearsal = ("-m", "facilitator", "rehearse", plan, "--people", "6")
    run = traced(tmp_path, sys.executable, *rehearsal, "--out", str(out), "--data", str(data))
    assert run.code == 0
    assert not run.internet
    files = run.files_with(TEXTS)
    assert any(path.suffix == ".workshop" for path in files)
    assert not {path for path in files if not {data, out} & set(path.parents)}
    beside = {path for name in ("home", "tmp") for path in (tmp_path / name).rglob("*")}
    traces = [one for one in beside if one.is_file() and any(x in told_by(one) for x in TEXTS)]
    assert not traces  # no list of recent files, no settings, no thumbnail holds a word
    left = [path for path in data.rglob("*") if path.suffix == ".workshop"]
    assert not left
    measured("strace", [f"{plan}: {len(run.calls)} calls, no internet, {len(files)} files"])


CHIME = """
import os, sys
os.environ["PULSE_SERVER"] = sys.argv[1]
from PySide6.QtCore import QCoreApplication, QTimer
from facilitator.ui.kit.chime import Chime
application = QCoreApplication([])
chime = Chime()
chime.sound()
QTimer.singleShot(500, chime.sound)
QTimer.singleShot(1000, application.quit)
application.exec()
sys.exit(0 if "PySide6.QtMultimedia" in sys.modules else 3)
"""


@pytest.mark.parametrize("server", ["", "tcp:127.0.0.1:4713", "unix:/nowhere tcp6:[::1]:4713"])
def test_the_chime_opens_no_internet_socket_even_where_sound_goes_over_the_network(
    tmp_path: Path, server: str
) -> None:
    run = traced(tmp_path, sys.executable, "-c", CHIME, server)
    assert run.code == 0
    assert not run.internet


def test_the_attack_would_see_an_internet_socket(tmp_path: Path) -> None:
    planted = "import socket; socket.socket(socket.AF_INET6 if 0 else socket.AF_INET).close()"
    assert traced(tmp_path, sys.executable, "-c", planted).internet


def test_the_attack_would_see_words_in_another_file(tmp_path: Path) -> None:
    other = tmp_path / "autosave"
    planted = f"open({str(other)!r}, 'w').write('draft: ' + {TEXTS[0]!r})"
    run = traced(tmp_path, sys.executable, "-c", planted)
    assert run.files_with(TEXTS) == {other}
