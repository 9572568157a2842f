"""Which display holds what, in the real program: displays of one make, and what is offered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.live.session import LiveSession
from facilitator.store.plans.ready import READY
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.corner.pace import Pace
from facilitator.ui.home.before_page import BeforeYouStartPage
from tests.helpers.same_make import MAKE, displays_of_one_make
from tests.helpers.sessions import GATHER, a_session
from tests.helpers.windows import open_corner, press, the_windows


@pytest.fixture
def one_make() -> Iterator[None]:
    with displays_of_one_make():
        yield


@pytest.fixture
def session(tmp_path: Path) -> LiveSession:
    made = a_session(tmp_path)
    made.board.toggle_curtain()
    return made


@pytest.fixture
def windows(session: LiveSession, qapp: QApplication) -> Iterator[WorkshopWindows]:
    assert qapp
    with displays_of_one_make(), the_windows(session, Pace()) as opened:
        yield opened


def displays() -> list[QScreen]:
    """Return the laptop and the projector."""
    return QGuiApplication.screens()


def test_of_two_displays_with_one_name_the_board_fills_the_other(
    windows: WorkshopWindows,
) -> None:
    laptop, projector = displays()
    assert laptop.name() == projector.name() == MAKE
    assert not windows.displays.mirrored
    assert windows.board.isFullScreen()
    assert windows.board.geometry() == projector.geometry()
    assert windows.displays.private() is laptop
    assert windows.displays.where() == "Board on the other display"
    assert not windows.displays.room_may_read
    windows.tick()
    assert laptop.geometry().contains(windows.console.geometry().center())


def test_of_two_displays_with_one_name_the_corner_fills_the_laptops(
    windows: WorkshopWindows, session: LiveSession, qtbot: QtBot
) -> None:
    laptop, projector = (one.geometry() for one in displays())
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    open_corner(windows, qtbot)
    assert windows.corner.geometry() == laptop
    windows.corner.setGeometry(projector)
    windows.tick()
    assert windows.corner.geometry() == laptop, "it never stays with the board"


def test_of_two_displays_with_one_name_only_the_boards_takes_the_board_away(
    windows: WorkshopWindows,
) -> None:
    laptop, projector = displays()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(laptop)
    assert windows.board.isVisible()
    application.screenRemoved.emit(projector)
    assert windows.displays.is_off
    press(windows.console, Qt.Key.Key_F5)
    assert windows.board.geometry() == projector.geometry()


def test_displays_that_show_the_same_are_mirrored_and_the_console_warns(
    windows: WorkshopWindows, monkeypatch: pytest.MonkeyPatch
) -> None:
    chip = windows.console.desk.boards.place
    assert chip.property("chip") == "selected"
    area = displays()[0].geometry()
    monkeypatch.setattr(QScreen, "geometry", lambda _screen: area)
    windows.displays.changed.emit()
    assert windows.displays.mirrored
    assert chip.text() == "▲ Displays are mirrored: the room sees this screen"
    assert chip.property("chip") == "warning"


def test_before_you_start_warns_as_soon_as_displays_are_mirrored(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.home.plan_chosen.emit(READY[0])
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    assert page.questions.mirrored_card.isHidden()
    laptop, projector = displays()
    area = laptop.geometry()
    monkeypatch.setattr(QScreen, "geometry", lambda _screen: area)
    projector.geometryChanged.emit(area)
    assert page.questions.mirrored_card.isVisible()
    assert page.questions.display == ""


def test_the_line_for_the_back_row_is_shown_on_the_display_that_was_chosen(
    program: Program,
) -> None:
    program.home.plan_chosen.emit(READY[0])
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    page.questions.check_button.click()
    assert the_board().geometry() == displays()[1].geometry()
    page.questions.check_button.click()
    page.questions.display_box.setCurrentIndex(1)
    page.questions.check_button.click()
    assert not the_board().isFullScreen()
    page.questions.check_button.click()


def the_board() -> BoardWindow:
    """Return the board's window that is shown."""
    windows = QApplication.topLevelWidgets()
    return next(one for one in windows if isinstance(one, BoardWindow) and one.isVisible())


@pytest.mark.usefixtures("one_make")
def test_before_you_start_offers_displays_of_one_make_by_size_and_side(program: Program) -> None:
    program.home.plan_chosen.emit(READY[0])
    page = program.home.page
    assert isinstance(page, BeforeYouStartPage)
    box = page.questions.display_box
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == [
        f"{MAKE}, 1920 × 1080, to the right of this screen",
        "A window on this screen",
    ]
    page.start_button.click()
    assert program.running is not None
    assert program.running.board.geometry() == displays()[1].geometry()
