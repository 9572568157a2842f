"""Every icon name exists in the icon font: a wrong one raises only when it is painted."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QIcon

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.registry import LIVE
from facilitator.ui.widgets.glyphs import loaded_font
from facilitator.ui.widgets.icons import Icon, icon


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", Icon)
def test_every_icon_can_be_drawn(name: Icon) -> None:
    drawn = icon(name, "#00527A").pixmap(24, 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), "it is empty"


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_an_icon(kind: StepKind) -> None:
    assert Icon[LIVE.desk[kind].icon]


@pytest.mark.usefixtures("qapp")
def test_the_icon_of_a_disabled_control_is_fainter() -> None:
    drawn = icon(Icon.STOP, "#00527A")
    enabled, disabled = (
        drawn.pixmap(24, 24, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert 0 < disabled.pixelColor(12, 12).alpha() < enabled.pixelColor(12, 12).alpha()


@pytest.mark.usefixtures("qapp")
def test_every_icon_is_one_that_qtawesome_has_in_the_one_font_that_is_loaded() -> None:
    font = loaded_font()
    assert font is not None
    assert not {name.removeprefix("fa6s.") for name in Icon} - font.charmap["fa6s"].keys()
    assert list(font.charmap) == ["fa6s"], "the other fonts take time and memory"


def test_the_first_window_is_seen_before_qtawesome_is_loaded() -> None:
    """Loading it takes longer than everything else before the first window."""
    program = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facilitator.live.session.clock import SystemClock
from facilitator.ui.home.window import HomeWindow

application = QApplication(sys.argv)
home = HomeWindow(SystemClock())
home.seen.connect(lambda: print("qtawesome" in sys.modules))
home.seen.connect(lambda: QTimer.singleShot(200, application.quit))
home.show_home(home._view)
home.show()
application.exec()
print("qtawesome" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("False\nTrue\n", "")
