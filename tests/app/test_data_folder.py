"""The program starts on a broken data folder, says what is wrong, and runs workshops."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.app.crash import log_to_file
from facilitator.app.data_folder import DataFolder, open_or_do_without
from facilitator.app.program import Program, Sources
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.store.database import transaction
from facilitator.store.library.file import open_library
from facilitator.store.library.settings import save_setting, setting
from tests.helpers.finding import texts_on
from tests.helpers.programs import ROOT, full_disk
from tests.helpers.read_only import read_only
from tests.helpers.sessions import PLAN, SETUP

CANARY = "Kestrel over the night shift"


def in_the_way(folder: Path) -> DataFolder:
    """Open a data folder where there is a file instead: it can be neither made nor written."""
    (folder / "file").touch()
    return open_or_do_without(folder / "file" / "data")


def on_a_full_disk(folder: Path) -> DataFolder:
    with full_disk():
        return open_or_do_without(folder / "data")


def damaged(folder: Path) -> DataFolder:
    """Open a data folder whose library is noise in the middle; its beginning is whole."""
    open_library(folder).close()
    with (folder / "library.db").open("r+b") as file:
        file.seek(1000)
        file.write(os.urandom(30_000))
    return open_or_do_without(folder)


def something_else(folder: Path) -> DataFolder:
    (folder / "library.db").write_text("This is a poem." * 500)
    return open_or_do_without(folder)


def misspelt(folder: Path) -> DataFolder:
    """Open a data folder whose library has a value that we never write."""
    with closing(open_library(folder)) as library, transaction(library):
        library.execute(
            """INSERT INTO workshop VALUES
               ('w', 't', 'g', 'no day', 'p', 't', 30, 'running', 'f', NULL)"""
        )
    return open_or_do_without(folder)


def in_use(folder: Path) -> DataFolder:
    with closing(open_library(folder)) as library:
        library.execute("BEGIN EXCLUSIVE")
        return open_or_do_without(folder)


def newer(folder: Path) -> DataFolder:
    with closing(open_library(folder)) as library:
        library.execute("PRAGMA user_version = 900")
    return open_or_do_without(folder)


FAILING = {
    "in the way": (in_the_way, "cannot be written"),
    "full disk": (on_a_full_disk, "Nothing can be kept"),
    "damaged": (damaged, "damaged"),
    "something else": (something_else, "damaged"),
    "misspelt": (misspelt, "damaged"),
    "in use": (in_use, "Another program"),
    "newer": (newer, "newer version"),
}


@pytest.fixture(params=FAILING)
def failing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[DataFolder, str]]:
    open_it, word = FAILING[request.param]
    opened = open_it(tmp_path)
    with closing(opened.library):
        yield opened, word


def test_home_opens_with_its_plans_and_says_what_is_wrong(
    qapp: QApplication, failing: tuple[DataFolder, str]
) -> None:
    data, word = failing
    program = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    program.open()
    try:
        assert word in texts_on(program.home)
        assert "Courageous conversations" in texts_on(program.home)
        program.home.notice_button.click()
        program.home.plan_chosen.emit("three-q-30")
        assert word in texts_on(program.home), "it stands on every page, and cannot be closed"
    finally:
        program.home.close()


@pytest.mark.parametrize("may_see", [True, False])
def test_a_workshop_in_its_own_file_is_named_without_its_path_beside_a_projector(
    qapp: QApplication, tmp_path: Path, *, may_see: bool
) -> None:
    data = damaged(tmp_path)
    with closing(data.library):
        program = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
        program.open()
        program.begin(PLAN, SETUP)
        assert program.running is not None
        program.running.console.stop_asked.emit()
        program.home.set_room_may_see(may_see)
        words = program.home.notice_label.text()
        assert "kept in its own file" in words
        assert (str(tmp_path) in words) is not may_see
        program.home.close()


def test_a_folder_in_order_says_nothing(tmp_path: Path) -> None:
    opened = open_or_do_without(tmp_path / "data")
    with closing(opened.library):
        assert opened.problem == ""


def test_a_library_that_can_only_be_read_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as library, transaction(library):
        save_setting(library, "console theme", "dark")
    before = (tmp_path / "library.db").read_bytes()
    with read_only(tmp_path):
        opened = open_or_do_without(tmp_path)
        with closing(opened.library), transaction(opened.library):
            assert "Nothing can be kept" in opened.problem
            assert setting(opened.library, "console theme") == "dark"
            save_setting(opened.library, "console theme", "light")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("library.db", before)
    ]


def test_a_library_that_is_damaged_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_text(CANARY * 500)
    open_or_do_without(tmp_path).library.close()
    assert (tmp_path / "library.db").read_text() == CANARY * 500


@pytest.mark.logs_problem
def test_a_log_that_cannot_be_written_says_nothing_anywhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "raiseExceptions", True)
    root = logging.getLogger()
    handlers = list(root.handlers)
    (tmp_path / "file").touch()
    log_to_file(tmp_path / "file" / "data")
    try:
        try:
            int(CANARY)
        except ValueError:
            logging.getLogger("facilitator").exception("no way on")
    finally:
        for handler in set(root.handlers) - set(handlers):
            root.removeHandler(handler)
            handler.close()
    output = capfd.readouterr()
    assert CANARY not in output.err + output.out
    assert "Logging error" not in output.err


def test_the_real_program_opens_its_window_without_a_data_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(tmp_path / "file" / "data")],
        cwd=ROOT,
        env=dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_BENCHMARK": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "shown\n", "")
