"""A wrong icon name would raise in front of the room: the font knows only when it is drawn."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QIcon

from facilitator.domain.step import StepKind
from facilitator.ui.kit.icons import Icon, icon, icon_of


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", Icon)
def test_every_icon_can_be_drawn(name: Icon) -> None:
    drawn = icon(name, "#00527A").pixmap(24, 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), "it is empty"


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_an_icon(kind: StepKind) -> None:
    assert icon_of(kind) in Icon


@pytest.mark.usefixtures("qapp")
def test_the_icon_of_a_disabled_control_is_fainter() -> None:
    drawn = icon(Icon.STOP, "#00527A")
    shown, disabled = (
        drawn.pixmap(24, 24, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert 0 < disabled.pixelColor(12, 12).alpha() < shown.pixelColor(12, 12).alpha()


def test_drawing_an_icon_does_not_start_all_of_qtawesome() -> None:
    """It would take longer than everything else before the first window."""
    program = """
import sys
from PySide6.QtGui import QGuiApplication
from facilitator.ui.kit.icons import Icon, icon
application = QGuiApplication(sys.argv)
icon(Icon.ADD, "#000000").pixmap(16, 16)
sys.exit(any(name in sys.modules for name in ("qtawesome", "qtpy", "PySide6.QtOpenGL")))
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode == 0
