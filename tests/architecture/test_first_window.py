"""The first window loads nothing that it does not show (issue 10: at most 1.7 empty windows)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.ui.widgets import unlisted
from tests.architecture.source import ROOT

LISTED = ROOT / "tests" / "architecture" / "first_window.txt"
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from facilitator import cli
from facilitator.app import _load_qt
from facilitator.ui.home.window import HomeWindow


def look(home):
    import builtins
    from PySide6 import QtCore, QtWidgets

    print("Qt" in vars(QtCore), builtins.__import__.__name__)
    print(*(name for name in sys.modules if name.startswith(("facilitator", "PySide6.Q"))))
    QtWidgets.QApplication.instance().quit()


HomeWindow._say_seen = look
_load_qt()
sys.exit(cli.main(["--data", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the program says once its first window is painted: two lines."""
    data = str(tmp_path_factory.mktemp("data"))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, data],
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},  # one display, as for a new user
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_first_window_loads_exactly_the_modules_that_are_listed(seen: list[str]) -> None:
    listed = LISTED.read_text(encoding="utf-8").split()
    loaded = sorted(seen[1].split())
    more, fewer = sorted(set(loaded) - set(listed)), sorted(set(listed) - set(loaded))
    assert (more, fewer) == ([], []), "import it in the function that needs it, or list it"


def test_the_first_window_does_not_build_the_enums_of_qts_namespace(seen: list[str]) -> None:
    assert seen[0].split()[0] == "False", "see facilitator/ui/widgets/unlisted.py"


def test_pyside_does_not_read_the_source_of_each_module_that_is_imported(seen: list[str]) -> None:
    assert seen[0].split()[1] != "__feature_import__"
    package = ROOT / "facilitator"
    assert not [path for path in package.rglob("*.py") if uses_features(path)]


def uses_features(path: Path) -> bool:
    """Return whether a module imports what the hook looks for."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return any(line.lstrip().startswith("from __feature__") for line in lines)


def test_numbers_that_stand_for_qts_enums_are_qts() -> None:
    left = Qt.AlignmentFlag.AlignLeft
    across = left | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    top = left.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
    expected = {
        "PLAIN_TEXT": Qt.TextFormat.PlainText.value,
        "AT_LEFT": across.value,
        "TOP_LEFT_WRAPPED": top,
        "NO_FOCUS": Qt.FocusPolicy.NoFocus.value,
        "TAB_FOCUS": Qt.FocusPolicy.TabFocus.value,
        "NEVER": Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value,
        "LEFT": Qt.Key.Key_Left,
        "RIGHT": Qt.Key.Key_Right,
        "RETURN": Qt.Key.Key_Return,
        "KEYPAD_ENTER": Qt.Key.Key_Enter,
    }
    numbers = {name: value for name, value in vars(unlisted).items() if name.isupper()}
    assert numbers == expected
