"""The board fades in a real workshop, but not where the desktop asks for less motion."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program, Sources
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.live.session.chance import SystemShuffler
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import PLAN, SETUP


class Motion(QProxyStyle):
    """A desktop's style, with animations of a length in milliseconds; 0 asks for none."""

    def __init__(self, length: int) -> None:
        super().__init__("fusion")
        self._length = length

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self._length
        return super().styleHint(hint, option, widget, returned)


@pytest.fixture
def program(qapp: QApplication, data: DataFolder, clock: FakeClock) -> Iterator[Program]:
    program = Program(qapp, data, Sources(clock, SystemShuffler(), may_fade=True))
    program.open()
    yield program
    if program.running is not None:
        program.running.close()
    program.home.close()
    qapp.setStyle("fusion")
    qapp.processEvents()


def begun(program: Program) -> WorkshopWindows:
    """Begin a workshop, and let its first page be there."""
    program.begin(PLAN, SETUP)
    assert program.running is not None
    return program.running


def seen(windows: WorkshopWindows) -> QImage:
    """Return what is on the board."""
    QApplication.processEvents()
    return windows.board.view.grab().toImage()


@pytest.mark.parametrize(("length", "fades"), [(200, True), (0, False)])
def test_a_page_fades_unless_the_desktop_asks_for_less_motion(
    qapp: QApplication, program: Program, clock: FakeClock, length: int, *, fades: bool
) -> None:
    qapp.setStyle(Motion(length))
    windows = begun(program)
    clock.advance(seconds=2)
    before = seen(windows)
    windows.session.steps.jump(PLAN.steps[1].id)
    at_once = seen(windows)
    clock.advance(seconds=2)
    later = seen(windows)
    assert before != later
    assert (at_once == later) is not fades
