"""Logs, notices, window titles, error texts and crash reports never hold a word of anyone's."""

import gc
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.crash import catch_bugs, disable_core_dumps, log_to_file
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.contribution import SetAside
from facilitator.errors import FacilitatorError
from facilitator.ui.corner.pace import Pace
from tests.attack.strace import ROOT
from tests.attack.test_no_network import ALONE, traced
from tests.helpers.folder import canary
from tests.helpers.keys import press
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.windows import open_corner, the_field, the_windows, titles_of, type_text

pytestmark = [pytest.mark.logs_problem, pytest.mark.qt_no_exception_capture]


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        yield meeting


@pytest.fixture
def windows(meeting: Meeting, qtbot: QtBot) -> Iterator[WorkshopWindows]:
    with the_windows(meeting.session, Pace()) as windows:
        open_corner(windows, qtbot)
        yield windows


@pytest.fixture
def log(tmp_path: Path, windows: WorkshopWindows) -> Iterator[Path]:
    """Log and catch bugs as the program does; everything is put back afterwards."""
    hooks = sys.excepthook, sys.unraisablehook
    handlers = list(logging.getLogger().handlers)
    log_to_file(tmp_path)
    catch_bugs(windows.console.show_notice, lambda: windows.session.is_saved)
    yield tmp_path / "facilitator.log"
    sys.excepthook, sys.unraisablehook = hooks
    for handler in logging.getLogger().handlers[:]:
        if handler not in handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()


def texts_of_widgets() -> str:
    """Return every title and label of every window, and what a screen reader would say."""
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        texts += [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription()]
        texts += [widget.toolTip(), widget.text() if isinstance(widget, QLabel) else ""]
    return "\n".join(texts)


def test_a_bug_in_a_slot_while_somebody_types_tells_no_word(
    windows: WorkshopWindows, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = canary()
    type_text(windows, text[:-1])

    def fail() -> None:
        raise ValueError(f"cannot take in {the_field(windows).toPlainText()!r}")

    the_field(windows).changed.connect(fail)
    type_text(windows, text[-1])
    assert the_field(windows).toPlainText() == text
    logged = log.read_text(encoding="utf-8")
    assert "a bug: ValueError at" in logged
    assert "test_logs.py" in logged
    told = logged + texts_of_widgets() + "".join(capfd.readouterr())
    assert text not in told
    assert "Something went wrong in the program" in told


BUG = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from facilitator.app.running import make_application, run

def fail():
    raise ValueError(sys.argv[2])

application = make_application()
QTimer.singleShot(0, fail)
sys.exit(run(Path(sys.argv[1]), None))
"""


def test_a_bug_in_the_program_that_people_start_tells_no_word(tmp_path: Path) -> None:
    text = canary()
    data = tmp_path / "data"
    data.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", BUG, str(data), text],
        cwd=ROOT,
        env=os.environ | ALONE,
        capture_output=True,
        text=True,
        check=False,
    )
    logged = (data / "facilitator.log").read_text(encoding="utf-8")
    assert "a bug: ValueError at" in logged
    assert text not in logged + done.stdout + done.stderr


def test_a_bug_where_nothing_can_be_raised_tells_no_word(
    log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = canary()

    class Line:
        def __del__(self) -> None:
            raise ValueError(text)

    line = Line()
    del line
    gc.collect()
    logged = log.read_text(encoding="utf-8")
    assert "a bug: ValueError" in logged
    assert text not in logged + "".join(capfd.readouterr())


def test_the_attack_would_see_a_log_with_the_error_in_it(
    windows: WorkshopWindows, log: Path
) -> None:
    text = canary()
    type_text(windows, text)
    logging.getLogger("facilitator.planted").error(
        "cannot take in %r", the_field(windows).toPlainText()
    )
    assert text in log.read_text(encoding="utf-8")


def test_no_refusal_repeats_a_line(meeting: Meeting) -> None:
    text = canary()
    for _ in range(6):
        meeting.write(canary())
    meeting.write(text)
    meeting.close_writing()
    line = meeting.of(text)
    writing = meeting.session.writing
    writing.mix(GATHER)
    refused = []
    for act in (
        lambda: writing.set_aside(GATHER, line.id, SetAside.PERSON),
        lambda: writing.reword(GATHER, line.id, text * 20),
        lambda: writing.take_out(GATHER, line.id),
        lambda: writing.reword(GATHER, meeting.of(text).id, " "),
        lambda: meeting.write(text),
        lambda: meeting.session.board.lines(GATHER),
    ):
        with pytest.raises(FacilitatorError) as raised:
            act()
        refused.append(str(raised.value))
    assert len(refused) == 6
    assert not [refusal for refusal in refused if text in refusal]


def test_no_window_but_the_corner_holds_what_is_typed(
    windows: WorkshopWindows,
) -> None:
    text = canary()
    type_text(windows, text)
    press(Qt.Key.Key_F2, on=windows.corner)
    assert text not in texts_of_widgets()
    titles = {
        window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()
    }
    assert titles == titles_of(windows)


def test_a_crash_leaves_no_image_of_the_memory(tmp_path: Path) -> None:
    code = "from facilitator.app.crash import disable_core_dumps as f; f(); import os; os.abort()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0
    assert not list(tmp_path.iterdir())


def test_the_program_that_people_start_asks_for_no_image_of_its_memory(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    program = ("-m", "facilitator", "--data", str(tmp_path / "data"))
    run = traced(tmp_path, sys.executable, *program)
    asked = re.compile(r"RLIMIT_CORE, \{rlim_cur=[01],")  # 0 where the machine allows none at all
    assert [call for call in run.calls if asked.search(call)]


def test_the_limit_is_the_one_that_also_stops_crash_reporters() -> None:
    resource = pytest.importorskip("resource")  # Windows writes no core files
    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        disable_core_dumps()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == min(1, before[1] % (1 << 63))
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
