"""How long the typing corner waits for somebody who left: chosen on the console, and saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.data_folder import DataFolder
from facilitator.app.program import Program, Sources
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.ids import StepId
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import transaction
from facilitator.store.library.settings import save_setting
from facilitator.ui.console.gathering.idle_choice import IdleChoice
from facilitator.ui.console.middle import Tab
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import PLAN, SETUP
from tests.helpers.windows import open_corner, the_field, type_text

GATHER = StepId("gather")


@pytest.fixture
def program(qapp: QApplication, data: DataFolder, clock: FakeClock) -> Iterator[Program]:
    program = Program(qapp, data, Sources(clock, SystemShuffler()))
    program.open()
    yield program
    if program.running is not None:
        program.running.close()
    program.home.close()
    qapp.processEvents()


def writing(program: Program) -> WorkshopWindows:
    """Begin a workshop in which writing is open."""
    program.begin(PLAN, SETUP)
    assert program.running is not None
    program.running.session.steps.jump(GATHER)
    program.running.session.writing.open(GATHER, promise_said=True)
    program.running.console.desk.middle.turn_to(Tab.LINES)
    return program.running


def choice(windows: WorkshopWindows) -> IdleChoice:
    """Return where it is chosen."""
    return windows.console.desk.middle.gathering.writing.idle


def choose(windows: WorkshopWindows, minutes: int) -> None:
    """Choose a length by keys, as the facilitator does."""
    box = choice(windows).box
    box.setCurrentIndex(box.findData(60 * minutes))
    box.activated.emit(box.currentIndex())


def go_by(windows: WorkshopWindows, clock: FakeClock, seconds: int) -> None:
    """Let time go by while the program looks at the clock each second."""
    for _second in range(seconds):
        clock.advance(seconds=1)
        windows.tick()


def asks_still(windows: WorkshopWindows) -> bool:
    """Return whether the corner asks if somebody still writes."""
    return any(label.isVisible() for label in windows.corner.findChildren(QLabel, "still"))


def test_words_left_in_the_corner_go_after_two_minutes_of_the_workshops_clock(
    program: Program, clock: FakeClock, qtbot: QtBot
) -> None:
    windows = writing(program)
    assert choice(windows).isVisible()
    assert choice(windows).box.currentText() == "2 minutes"
    open_corner(windows, qtbot)
    type_text(windows, "left")
    windows.tick()
    go_by(windows, clock, 100)
    assert asks_still(windows)
    assert the_field(windows).line == "left"
    go_by(windows, clock, 20)
    assert not the_field(windows).line
    assert windows.session.workshop.gathering(GATHER).turns == 0


def test_a_longer_wait_holds_at_once_and_for_the_next_workshop(
    program: Program, clock: FakeClock, qtbot: QtBot
) -> None:
    windows = writing(program)
    choose(windows, 5)
    open_corner(windows, qtbot)
    type_text(windows, "slow")
    windows.tick()
    go_by(windows, clock, 279)
    assert not asks_still(windows)
    go_by(windows, clock, 1)
    assert asks_still(windows)
    windows.close()
    again = writing(program)
    assert choice(again).box.currentText() == "5 minutes"


@pytest.mark.parametrize(("kept", "label"), [(5, "1 minute"), (9999, "10 minutes"), ("x", "2 min")])
def test_an_edited_setting_stays_between_one_minute_and_ten(
    program: Program, data: DataFolder, kept: object, label: str
) -> None:
    with transaction(data.library):
        save_setting(data.library, "corner idle seconds", kept)
    assert choice(writing(program)).box.currentText().startswith(label)


def test_it_is_reached_by_keys_and_has_a_name(program: Program) -> None:
    box = choice(writing(program)).box
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "wiped" in box.accessibleName()
