"""The log and the sentence about a bug name places in the code and nothing untrue."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from facilitator.app.crash import catch_bugs, log_to_file
from facilitator.app.messages import QUIET, send_messages_to_log

CANARY = "Kestrel over the night shift"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Log and catch bugs as the program does; everything is put back afterwards."""
    hooks = sys.excepthook, sys.unraisablehook
    root = logging.getLogger()
    handlers = list(root.handlers)
    log_to_file(tmp_path)
    yield tmp_path / "facilitator.log"
    sys.excepthook, sys.unraisablehook = hooks
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()


def failing() -> None:
    raise ValueError(CANARY)


@pytest.mark.logs_problem
@pytest.mark.parametrize("name", ["concurrent.futures", "facilitator.live.session.saving"])
def test_an_exception_that_is_logged_leaves_its_places_and_no_text(log: Path, name: str) -> None:
    try:
        failing()
    except ValueError as error:
        logging.getLogger(name).exception("no way on")
        logging.getLogger(name).warning("no way on: %s", error, exc_info=error, stack_info=True)
    logged = log.read_text(encoding="utf-8")
    assert CANARY not in logged
    assert logged.count("ValueError at test_crash.py:") == 2
    assert logged.count("\n") == 2


@pytest.mark.logs_problem
def test_what_another_library_says_is_not_repeated(log: Path) -> None:
    logging.getLogger("PIL.Image").warning("cannot draw %s", CANARY)
    logged = log.read_text(encoding="utf-8")
    assert CANARY not in logged
    assert "WARNING PIL.Image at test_crash.py:" in logged


@pytest.mark.logs_problem
@pytest.mark.parametrize("kept", [True, False])
def test_a_bug_is_called_harmless_only_while_the_workshop_is_saved(
    log: Path, *, kept: bool
) -> None:
    told: list[str] = []
    catch_bugs(told.append, lambda: kept)
    error = ValueError(CANARY)
    sys.excepthook(ValueError, error, None)
    (sentence,) = told
    assert ("is safe" in sentence) == kept
    assert ("save it elsewhere" in sentence) == (not kept)
    assert CANARY not in log.read_text(encoding="utf-8")


@pytest.mark.logs_problem
def test_what_qt_says_is_logged_once_by_its_kind_and_never_repeated(log: Path) -> None:
    names = set(QUIET) - set(os.environ)
    send_messages_to_log()
    qWarning(CANARY)
    qWarning(f"{CANARY} again")
    qInstallMessageHandler(None)
    for name in names:
        del os.environ[name]
    logged = log.read_text(encoding="utf-8")
    assert CANARY not in logged
    assert logged.count("\n") == 1
    assert "WARNING facilitator.app.messages Qt, default" in logged


@pytest.mark.parametrize("command", [(), ("doctor",)])
def test_when_qt_cannot_go_on_there_is_one_sentence_and_no_abort(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(tmp_path), *command],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen:configfile=/nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("Windows cannot be shown here")
    assert ended.stderr.count("\n") == 1
