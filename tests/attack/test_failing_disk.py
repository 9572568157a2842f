"""The disk fails at any moment of a whole workshop: the real program plays it to its end."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.ui.acting.made_up import SAID, WRITTEN
from tests.attack.strace import ROOT
from tests.helpers.attacks import count, measured
from tests.helpers.folder import left_of
from tests.helpers.records import texts_in

TEXTS = tuple(text for text in (*WRITTEN, *SAID) if text.isascii())
FAULTS = {  # of about n calls in a workshop, not the first: those make the data folder
    "pwrite64:error=ENOSPC": (60, 1600),
    "fdatasync:error=EIO": (30, 650),
    "pwrite64:error=EIO": (60, 1600),
    "unlink:error=EIO": (4, 20),
}


def played(folder: Path, fault: str) -> tuple[int, str, str]:
    """Rehearse on a disk that fails so; return the exit code, what was said, and how often."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.fail("This attack needs strace: install it with `apt-get install strace`.")
    call, trace = fault.partition(":")[0], folder / "trace"
    (folder / "tmp").mkdir()
    tracing = ("-f", "-qq", "--seccomp-bpf", "-o", str(trace), "-e", f"trace={call}")
    rehearsal = ("-m", "facilitator", "rehearse", "three-q-30", "--people", "6")
    folders = ("--out", str(folder / "out"), "--data", str(folder / "data"))
    done = subprocess.run(
        [strace, *tracing, "-e", f"inject={fault}", sys.executable, *rehearsal, *folders],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder / "tmp")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr, trace.read_text(errors="replace")


@pytest.mark.parametrize("for_good", [True, False], ids=["for good", "once"])
def test_a_disk_that_fails_ends_no_workshop_and_leaves_no_word_behind(
    tmp_path: Path, *, for_good: bool
) -> None:
    kinds = random.SystemRandom().sample(list(FAULTS), len(FAULTS)) * 6
    for trial, kind in enumerate(kinds[: count(small=1, full=len(kinds))]):
        folder = tmp_path / str(trial)
        folder.mkdir()
        at = random.SystemRandom().randrange(*FAULTS[kind])
        fault = f"{kind}:when={at}{'+' if for_good else ''}"
        code, output, trace = played(folder, fault)
        assert code == 0, (fault, output)
        assert "Traceback" not in output, fault
        assert not [text for text in TEXTS if text in output], fault
        (record,) = (folder / "data" / "records").glob("*.pdf")
        assert any(text in " ".join(texts_in(record.read_bytes())) for text in TEXTS), fault
        shutil.rmtree(folder / "data" / "records")
        left = left_of(folder / "data", TEXTS) | left_of(folder / "tmp", TEXTS)
        assert left == {}, fault
        measured("failing disk", [f"{fault}: failed {trace.count('(INJECTED)')} times"])
