"""Under strace: a whole workshop opens no internet socket, and words go to our folders alone."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.ui.acting.made_up import SAID, WRITTEN
from tests.attack.strace import ROOT
from tests.helpers.attacks import count, measured
from tests.helpers.programs import WRITTEN as KESTREL

NET = "socket,connect,sendto,sendmsg,sendmmsg"
FILES = "write,pwrite64,writev,pwritev,pwritev2,openat,open,creat,execve"
NAMES = "rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,setxattr"
INTERNET = re.compile(r"socket\(AF_INET6?\b|sa_family=AF_INET6?\b")
FILE = re.compile(r"(?:write|pwrite64|writev|pwritev2?)\(\d+<([^>]*)>")
FOR_WRITING = re.compile(
    r"\b(?:openat|open|creat)\(.*(?:O_WRONLY|O_RDWR|O_CREAT|creat).* = \d+<([^>]*)>"
)
TEXTS = tuple(text for text in (*WRITTEN, *SAID, *KESTREL) if text.isascii())
PLANS = ("three-q-30", "care-90")
ALONE = {
    "QT_QPA_PLATFORM": "offscreen",
    "FACILITATOR_BENCHMARK": "1",  # the real program ends as soon as its first window is seen
    "PYTHONDONTWRITEBYTECODE": "1",
}


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
        return {Path(match[1]) for call in self.telling(texts) if (match := FILE.search(call))}

    def telling(self, texts: tuple[str, ...]) -> list[str]:
        """Return every call in which a text is: written, sent, handed to a program, or a name."""
        return [call for call in self.calls if any(text in call for text in texts)]

    def telling_others(self, texts: tuple[str, ...], ours: set[Path]) -> list[str]:
        """Return those in which a text goes anywhere but into a file in folders of ours."""
        return [
            call
            for call in self.telling(texts)
            if not (match := FILE.search(call)) or not ours & set(Path(match[1]).parents)
        ]

    @property
    def files_for_writing(self) -> set[Path]:
        """The files that were opened to be written, by whatever way it then was."""
        paths = {Path(match[1]) for call in self.calls if (match := FOR_WRITING.search(call))}
        return {path for path in paths if path.parts[:2] != ("/", "dev") or "shm" in path.parts}


def traced(folder: Path, *program: str) -> Traced:
    """Run a program under strace, with a home and a temporary folder of its own."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("This attack needs strace: install it with `apt-get install strace`.")
    for name in ("home", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    around = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp")}
    seen = f"trace={NET},{FILES},{NAMES},prlimit64"
    options = ("-f", "-qq", "-y", "-s", "100000", "--seccomp-bpf", "-e", seen)
    trace = folder / "trace"
    done = subprocess.run(
        [strace, *options, "-o", str(trace), *program],
        cwd=ROOT,
        env=os.environ | around | ALONE,
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
    check(run, tmp_path)
    files = run.files_with(TEXTS)
    assert any(path.suffix == ".workshop" for path in files)
    measured("strace", [f"{plan}: {len(run.calls)} calls, no internet, {len(files)} files"])


def test_practice_carrying_on_and_a_full_disk_open_no_internet_socket_either(
    tmp_path: Path,
) -> None:
    run = traced(tmp_path, sys.executable, "-m", "tests.attack.evening", str(tmp_path))
    check(run, tmp_path)
    assert {path.parent.name for path in run.files_with(TEXTS)} == {"data", "out"}


@pytest.mark.parametrize("program", [(), ("doctor",)], ids=["home", "doctor"])
def test_the_program_starts_and_looks_round_without_an_internet_socket(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    asked = ("-m", "facilitator", "--data", str(data), *program)
    check(traced(tmp_path, sys.executable, *asked), tmp_path)


def check(run: Traced, folder: Path) -> None:
    """See that words went to data and out folders alone, and nothing at all to others than ours."""
    data, out = folder / "data", folder / "out"
    beside = {folder / "home", folder / "tmp"}
    assert run.code == 0
    assert not run.internet
    assert not run.telling_others(TEXTS, {data, out})
    assert not {
        path for path in run.files_for_writing if not {data, out, *beside} & {*path.parents}
    }
    paths = {path for place in beside for path in place.rglob("*")}
    traces = [path for path in paths if path.is_file() and any(x in told_by(path) for x in TEXTS)]
    assert not traces  # no list of recent files, no settings, no thumbnail holds a word
    assert not [path for path in data.rglob("*") if path.suffix == ".workshop"]


CHIME = """
import os, sys
os.environ["PULSE_SERVER"] = sys.argv[1]
from PySide6.QtCore import QCoreApplication, QTimer
from facilitator.ui.widgets.chime import Chime
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


@pytest.mark.parametrize(
    "planted",
    [
        "import socket; socket.socket(socket.AF_INET).close()",
        "import socket; socket.socket(socket.AF_INET6).close()",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket;"
        "socket.socket(socket.AF_INET6)'])",
    ],
)
def test_the_attack_would_see_an_internet_socket(tmp_path: Path, planted: str) -> None:
    assert traced(tmp_path, sys.executable, "-c", planted).internet


@pytest.mark.parametrize(
    "planted",
    [
        "open(other, 'w').write('draft: ' + text)",
        "open(other, 'w').write('draft: ' + text); os.remove(other)",
        "open(other + text.replace('/', ' '), 'w'); os.remove(other + text.replace('/', ' '))",
        "print(text)",
        "subprocess.run(['true', text])",
        "socket.socketpair()[0].send(text.encode())",
        "gzip.open(other, 'wb').write(text.encode())",
    ],
)
def test_the_attack_would_see_words_that_go_elsewhere(tmp_path: Path, planted: str) -> None:
    given = f"import gzip, os, socket, subprocess; text, other = {TEXTS[0]!r}, {str(tmp_path)!r}"
    run = traced(tmp_path, sys.executable, "-c", f"{given} + '/autosave'; {planted}")
    ours = {tmp_path / "data", tmp_path / "out"}
    elsewhere = {path for path in run.files_for_writing if not ours & {*path.parents}}
    assert run.telling_others(TEXTS[:1], ours)[1:] or elsewhere  # the first call starts Python
