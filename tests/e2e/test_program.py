"""The real program in a process of its own: what it refuses, and what a kill leaves behind."""

import json
import re
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.app.data_folder import open_data_folder
from facilitator.app.program import Program, Sources
from facilitator.domain.workshop import Stage
from facilitator.live.library.record_file import record_is_whole, write_record
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.store.library.workshops import Entry
from facilitator.ui.acting.made_up import WRITTEN, turns_of
from tests.helpers.attacks import count
from tests.helpers.programs import Ended, facilitator, started, workshop_files
from tests.helpers.records import a_summary, texts_in

PEOPLE = 8
PLAN = "three-q-30"
CALLS = ("pwrite64", "rename", "unlink")
KILLED = (137, -9)


def one_sentence(ended: Ended) -> str:
    """See that the program refused in plain words, and return them."""
    assert ended.code == 2, ended
    assert ended.output == ""
    assert "Traceback" not in ended.complained
    assert ended.complained.count("\n") == 1
    return ended.complained


def test_a_plan_that_is_not_there_is_not_rehearsed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    sentence = one_sentence(facilitator("rehearse", "no-such-plan", "--out", out))
    assert "no-such-plan" in sentence
    assert not out.exists() or not list(out.iterdir())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("This is a poem.", "plan"),
        ('facilitator_plan = 99\nid = "x"\n', "newer"),
        ('facilitator_plan = 1\nid = "x"\ntitle = 7\n', "title"),
    ],
)
def test_a_plan_file_that_cannot_be_used_is_refused_and_nothing_is_made(
    tmp_path: Path, text: str, named: str
) -> None:
    file, data = tmp_path / "plan.toml", tmp_path / "data"
    file.write_text(text, encoding="utf-8")
    assert named in one_sentence(facilitator("open", file, "--data", data))
    assert not data.exists()
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("folder", ["/proc", "/proc/facilitator"])
def test_a_data_folder_that_cannot_be_written_keeps_no_window_from_opening(folder: str) -> None:
    ended = facilitator("--data", folder)
    assert (ended.code, ended.output, ended.complained) == (0, "shown\n", "")


@pytest.mark.parametrize("folder", ["/proc", "/proc/facilitator"])
def test_a_rehearsal_without_a_place_for_its_data_says_so(tmp_path: Path, folder: str) -> None:
    asked = ("rehearse", "three-q-30", "--out", tmp_path / "out", "--data", folder)
    assert "cannot be" in one_sentence(facilitator(*asked))


def strace() -> str:
    """Return where strace is."""
    program = shutil.which("strace")
    assert program is not None, "scripts/setup.sh test brings strace"
    return program


def rehearsed(folder: Path, *options: str) -> Ended:
    """Play the same workshop under strace, its data in ``folder``."""
    asked = ("--people", str(PEOPLE), "--seed", "5", "--size", "640x480")
    where = ("--out", folder / "out", "--data", folder / "data")
    return facilitator("rehearse", PLAN, *where, *asked, strace=(strace(), "-f", "-qq", *options))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop played to its end, with every call by which it could have been killed."""
    folder = tmp_path_factory.mktemp("whole")
    ended = rehearsed(folder, "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}")
    assert ended.code == 0, ended
    return folder


def calls_in(whole: Path, call: str) -> list[str]:
    """Return every such call of the whole workshop, in order."""
    trace = (whole / "trace").read_text(errors="replace")
    return [line for line in trace.splitlines() if re.match(rf"\d+ +{call}\(", line)]


def counted(calls: list[str]) -> dict[int, str]:
    """Return which call strace would kill at for each count: it counts every thread by itself."""
    counts: Counter[str] = Counter()
    first: dict[int, str] = {}
    for line in calls:
        thread = line.split(maxsplit=1)[0]
        counts[thread] += 1
        first.setdefault(counts[thread], line)
    return first


def killed(folder: Path, call: str, n: int) -> Path:
    """Play it until its n-th such call kills it; return its data folder."""
    kill = f"inject={call}:signal=SIGKILL:when={n}"
    ended = rehearsed(folder, "-o", "/dev/null", "-e", f"trace={call}", "-e", kill)
    assert ended.code in KILLED, ended
    return folder / "data"


def test_killed_while_people_write_home_offers_to_carry_on_with_all_that_was_handed_in(
    qapp: QApplication, whole: Path, tmp_path: Path
) -> None:
    writes, some = len(calls_in(whole, "pwrite64")), count(2, 12)
    for place in range(some):
        n = int(writes * (0.35 + 0.3 * place / some))  # people write in the middle of it
        data = killed(tmp_path / str(place), "pwrite64", n)
        opened = open_data_folder(data)
        with closing(opened.library):
            program = Program(qapp, opened, Sources(SystemClock(), SystemShuffler()))
            program.open()
            buttons = program.home.findChildren(QPushButton)
            assert "Carry on" in [button.text() for button in buttons if button.isVisible()]
            program.home.close()
        with started(data) as workshops:
            (entry,) = workshops.entries()
            session = workshops.carry_on(entry.id)
            (gathering,) = session.workshop.gatherings
            session.close()
        assert sorted(line.text for line in gathering.contributions) == handed_in(gathering.turns)


def handed_in(turns: int) -> list[str]:
    """Return what the first n turns of a rehearsal hold: two and a pass typed, then cards."""
    people = turns_of(PEOPLE)
    in_order = (*people[:2], people[-1], *people[2:-1])
    return sorted(text for turn in in_order[:turns] for text in turn.texts)


@pytest.mark.parametrize("call", ["rename", "unlink"])
def test_killed_while_it_closes_the_next_start_finishes_it(
    whole: Path, tmp_path: Path, call: str
) -> None:
    kept = json.loads((whole / "out" / "rehearsal.json").read_text(encoding="utf-8"))["kept"]
    calls = counted(calls_in(whole, call))
    closes = (n for n, line in calls.items() if ".workshop" in line)
    last = max(closes, default=max(calls))  # what comes later closes nothing
    points = [
        n
        for n, line in calls.items()
        if n <= last and re.search(r"\.(pdf|json|workshop)[^/]*\"", line) and "journal" not in line
    ]
    assert points
    for place, n in enumerate(points[-count(1, 4) :]):
        data = killed(tmp_path / str(place), call, n)
        (before,) = entries(data)
        ended = facilitator("--data", data)
        assert (ended.code, ended.output) == (0, "shown\n"), ended
        (entry,) = entries(data)
        assert (before.stage, entry.stage) == (Stage.CLOSING, Stage.CLOSED)
        assert entry.record is not None
        assert record_is_whole(entry.record)
        text = " ".join(" ".join(texts_in(entry.record.read_bytes())).split())
        assert all(text.count(line) == kept.count(line) for line in kept)
        assert workshop_files(data) == []
        held = b"".join(path.read_bytes() for path in data.iterdir() if path.is_file())
        assert not any(line[1:].encode() in held for line in WRITTEN)


def entries(data: Path) -> tuple[Entry, ...]:
    """Return the list of workshops in a data folder."""
    with started(data) as workshops:
        return workshops.entries()


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_a_record_is_opened_so_that_lines_can_be_taken_out(tmp_path: Path, suffix: str) -> None:
    record = tmp_path / "record.pdf"
    write_record(a_summary(), record)
    ended = facilitator("--data", tmp_path / "data", "open", record.with_suffix(suffix))
    assert (ended.code, ended.output) == (0, "shown\n"), ended.complained


def test_a_record_that_was_changed_or_is_none_ends_with_a_sentence(tmp_path: Path) -> None:
    record = tmp_path / "record.pdf"
    write_record(a_summary(), record)
    beside = record.with_suffix(".json")
    changed = beside.read_text(encoding="utf-8").replace("consultant", "colleague")
    for text in (changed, "{}", "[" * 100_000):
        beside.write_text(text, encoding="utf-8")
        sentence = one_sentence(facilitator("--data", tmp_path / "data", "open", beside))
        assert "colleague" not in sentence
        assert beside.read_text(encoding="utf-8") == text
