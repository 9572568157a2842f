"""Log-out, signals and quit events end the real program at once, with every turn saved."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.domain.workshop import Stage, Workshop
from facilitator.live.library.record_file import record_is_whole
from facilitator.store.library.file import open_library
from facilitator.store.library.workshops import workshops
from tests.helpers.driven import HALF, NOTE
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.meeting import a_meeting
from tests.helpers.programs import ROOT, Ended, facilitator, workshop_files
from tests.helpers.x_server import x_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
SAVED = "Kestrel on the night shift"
AT_ONCE = 20  # seconds: two are promised, and measured by benchmarks/ending.py


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one test."""

    data: Path
    file: Path  # the workshop's
    temporary: Path

    def workshop(self) -> Workshop:
        """Return what the workshop's file holds."""
        with closing(open_workshop(self.file)) as db:
            return read_whole(db)

    def holds(self, words: str) -> list[Path]:
        """Return the files, of any kind, that hold the words."""
        files = [path for path in self.data.parent.rglob("*") if path.is_file()]
        return [file for file in files if words.encode() in file.read_bytes()]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A workshop whose writing is open, with one turn taken, in a data folder."""
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        meeting.write(SAVED)
        (entry,) = meeting.workshops.entries()
        file = meeting.data / entry.file
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    return Place(tmp_path / "data", file, temporary)


@dataclass(frozen=True, slots=True)
class Running:
    """The program in its process."""

    started: "subprocess.Popen[str]"
    pid: int

    def end(self, number: signal.Signals = signal.SIGTERM) -> Ended:
        """Send it a signal; return how it ended."""
        os.kill(self.pid, number)
        return self.ended()

    def ended(self) -> Ended:
        """Return how it ended, by itself or by a signal."""
        out, error = self.started.communicate(timeout=AT_ONCE)
        return Ended(self.started.returncode, out, error)


@contextmanager
def at(
    moment: str, place: Place, *arguments: str | Path, environment: dict[str, str] | None = None
) -> Iterator["Running"]:
    """Run the program up to a moment, in a process group of its own."""
    command = [sys.executable, "-m", "tests.helpers.driven", moment]
    with subprocess.Popen(
        [*command, "--data", str(place.data), *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(place.temporary)} | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as program:
        try:
            assert program.stdout is not None
            line = program.stdout.readline().strip()
            assert line.isdecimal(), program.communicate(timeout=AT_ONCE)
            yield Running(program, int(line))
        finally:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)


WELL = Ended(0, "", "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_home(place: Place, number: signal.Signals) -> None:
    with at("home", place) as program:
        assert program.end(number) == WELL


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_a_running_workshop_and_saves_the_note(
    place: Place, number: signal.Signals
) -> None:
    with at("console", place, "open", place.file) as program:
        assert program.end(number) == WELL
    workshop = place.workshop()
    assert workshop.note == NOTE
    assert [line.text for g in workshop.gatherings for line in g.contributions] == [SAVED]
    assert workshop_files(place.data) == [place.file.name], "no journal is left"


def test_a_quit_event_ends_a_running_workshop_and_saves_the_note(place: Place) -> None:
    with at("quit_event", place, "open", place.file) as program:
        assert program.ended() == WELL
    assert place.workshop().note == NOTE


def test_the_chime_writes_nothing_on_the_terminal(place: Place) -> None:
    with at("chime", place) as program:
        assert program.end() == WELL


def test_a_half_typed_line_at_the_corner_is_saved_nowhere(place: Place) -> None:
    with at("corner", place, "open", place.file) as program:
        assert program.end() == WELL
    (gathering,) = place.workshop().gatherings
    assert gathering.turns == 1
    assert place.holds(SAVED) == [place.file]
    assert place.holds(HALF) == []


@pytest.mark.parametrize("moment", ["leaving", "two_files"])
def test_no_question_keeps_the_program_open(place: Place, tmp_path: Path, moment: str) -> None:
    other = Path(shutil.copy(place.file, tmp_path / "copy.workshop"))
    asked = {"leaving": place.file, "two_files": other}
    with at(moment, place, "open", asked[moment]) as program:
        assert program.end() == WELL
    assert [line.text for g in place.workshop().gatherings for line in g.contributions] == [SAVED]


def test_a_record_that_is_being_made_is_finished_at_the_next_start(place: Place) -> None:
    with at("record", place, "open", place.file) as program:
        assert program.end().code == 0
    (before,) = listed(place)
    assert before == Stage.CLOSING
    assert facilitator("--data", place.data) == Ended(0, "shown\n", "")
    assert listed(place) == [Stage.CLOSED]
    assert workshop_files(place.data) == []
    assert place.holds(SAVED) == []


def test_nothing_of_practice_is_left_when_its_record_is_being_made(place: Place) -> None:
    with at("practice", place) as program:
        assert list(place.temporary.glob("facilitator-practice-*"))
        assert program.end().code == 0
    assert list(place.temporary.iterdir()) == []


def test_a_display_that_goes_away_ends_the_program_in_one_sentence(place: Place) -> None:
    with x_server() as server:
        on_display = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": server.display}
        with at("practice", place, environment=on_display) as program:
            server.process.terminate()
            ended = program.ended()
    assert ended.code == 2
    assert ended.complained.startswith("The display went away")
    assert ended.complained.count("\n") == 1
    assert list(place.temporary.iterdir()) == []


def test_a_rehearsal_that_is_interrupted_ends_without_a_trace_and_leaves_no_folder(
    place: Place, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "facilitator", "rehearse", "pscc-90", "--out", str(out)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(place.temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        while not list(out.glob("board-*.png")):
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"it ended with {program.wait(timeout=0.1)}")
        program.send_signal(signal.SIGINT)
        output = program.communicate(timeout=AT_ONCE)
    assert (program.returncode, *output) == (130, "", "")
    assert list(place.temporary.iterdir()) == []


def listed(place: Place) -> list[Stage]:
    """Return the stages of the workshops on the list; each closed one has its record whole."""
    with closing(open_library(place.data)) as library:
        entries = workshops(library)
    closed = [entry for entry in entries if entry.stage is Stage.CLOSED]
    assert all(entry.record is not None and record_is_whole(entry.record) for entry in closed)
    return [entry.stage for entry in entries]
