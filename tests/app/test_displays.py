"""Which display holds what, in the real program: displays of one make, and what is offered."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.program import Program
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.live.session.session import LiveSession
from facilitator.store.plans.ready import READY
from facilitator.ui.board.window import BoardWindow
from facilitator.ui.console.middle import Tab
from facilitator.ui.corner.pace import Pace
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.widgets.screens import identity
from tests.helpers.keys import press
from tests.helpers.same_make import MAKE, displays_of_one_make
from tests.helpers.sessions import GATHER, a_session
from tests.helpers.windows import open_corner, the_windows


@pytest.fixture
def one_make() -> Iterator[None]:
    with displays_of_one_make():
        yield


@pytest.fixture
def session(tmp_path: Path) -> LiveSession:
    session = a_session(tmp_path)
    session.board.toggle_curtain()
    return session


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
    assert windows.displays.where() == "Projector"
    assert not windows.displays.room_may_read
    windows.tick()
    assert laptop.geometry().contains(windows.console.geometry().center())


def test_of_two_displays_with_one_name_the_corner_fills_the_laptops(
    windows: WorkshopWindows, session: LiveSession, qtbot: QtBot
) -> None:
    laptop, projector = (display.geometry() for display in displays())
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
    press(Qt.Key.Key_F5, on=windows.console)
    assert windows.board.geometry() == projector.geometry()


@contextmanager
def mirrored(width: int, height: int) -> Iterator[None]:
    """Let the projector show the same as the laptop, at its own size; then extend it again."""
    laptop, projector = displays()
    areas = {
        identity(laptop): laptop.geometry(),
        identity(projector): QRect(0, 0, width, height),
    }
    with pytest.MonkeyPatch.context() as patch:
        for area in ("geometry", "availableGeometry"):
            patch.setattr(QScreen, area, lambda screen: areas[identity(screen)])
        projector.geometryChanged.emit(areas[identity(projector)])
        QApplication.processEvents()
        yield
    projector.geometryChanged.emit(projector.geometry())
    QApplication.processEvents()


SAME_AS = pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])


@SAME_AS
def test_on_mirrored_displays_the_board_steps_aside_until_they_are_extended_again(
    windows: WorkshopWindows, session: LiveSession, size: tuple[int, int]
) -> None:
    laptop, projector = (display.geometry() for display in displays())
    with mirrored(*size):
        assert windows.displays.in_window
        assert not windows.board.isFullScreen()
        assert not windows.board.geometry().intersects(windows.console.geometry())
        for window in (windows.board, windows.console):
            assert laptop.contains(window.geometry())
        assert windows.console.desk.header.mirrored_chip.isVisible()
    assert windows.board.isFullScreen()
    assert windows.board.geometry() == projector
    assert session.desk().board.curtain
    assert windows.console.desk.header.mirrored_chip.isHidden()


def test_a_board_that_f5_moved_on_mirrored_displays_goes_back_to_its_own_too(
    windows: WorkshopWindows,
) -> None:
    projector = displays()[1].geometry()
    for presses in (1, 2):
        with mirrored(1280, 800):
            for _time in range(presses):
                press(Qt.Key.Key_F5, on=windows.console)
            assert windows.displays.in_window == (presses == 2)
        assert windows.board.geometry() == projector


def test_a_board_that_was_off_while_displays_were_mirrored_comes_back_when_they_are_extended(
    windows: WorkshopWindows, session: LiveSession
) -> None:
    projector = displays()[1]
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(projector)
    with mirrored(1280, 800):
        assert windows.displays.is_off
        assert windows.console.desk.header.mirrored_chip.isVisible()
    assert windows.board.geometry() == projector.geometry()
    assert session.desk().board.curtain


def test_a_window_that_was_asked_for_is_still_one_after_the_displays_were_mirrored(
    windows: WorkshopWindows,
) -> None:
    windows.displays.place(in_window=True)
    with mirrored(1280, 800):
        assert windows.displays.in_window
    assert windows.displays.in_window


@pytest.mark.parametrize("size", [(640, 480), (930, 752), (1093, 580), (1280, 800), (1920, 1080)])
def test_that_displays_are_mirrored_is_in_sight_on_every_tab(
    windows: WorkshopWindows, size: tuple[int, int]
) -> None:
    words = "▲ Displays are mirrored: the room sees this screen"
    header, middle = windows.console.desk.header, windows.console.desk.middle
    with mirrored(1280, 800):
        windows.console.showNormal()
        windows.console.resize(*size)
        for tab in Tab:
            middle.turn_to(tab)
            for _round in range(4):
                QApplication.processEvents()
            chip = header.mirrored_chip
            assert chip.text() == words
            assert chip.property("chip") == "warning"
            assert chip.visibleRegion().boundingRect() == chip.rect()


def test_that_displays_are_mirrored_is_in_sight_while_the_board_is_off(
    windows: WorkshopWindows,
) -> None:
    with mirrored(1280, 800):
        windows.board.close()
        assert windows.displays.is_off
        assert windows.console.desk.header.mirrored_chip.isVisible()


@pytest.mark.parametrize("tab", [Tab.NOW, Tab.LINES, Tab.RECORD, Tab.AGREEMENT])
def test_on_mirrored_displays_the_corners_key_is_refused_in_words_on_every_tab(
    windows: WorkshopWindows, session: LiveSession, tab: Tab
) -> None:
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    middle = windows.console.desk.middle
    with mirrored(1280, 800):
        middle.turn_to(tab)
        middle.setFocus()  # in a field O is a letter
        press(Qt.Key.Key_O, on=windows.console)
        assert not windows.corner.isVisible()
        assert "The room would see the typing corner" in middle.notice.text


def activated(window: QWidget) -> bool:
    """Give a window the keyboard; return whether it has it."""
    window.activateWindow()
    QApplication.processEvents()
    return window.isActiveWindow()


def test_after_a_display_has_changed_the_keyboard_is_in_the_console(
    windows: WorkshopWindows, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: activated(windows.board))
    laptop = displays()[0]
    laptop.geometryChanged.emit(laptop.geometry())
    assert windows.takes_keyboard
    qtbot.waitUntil(windows.console.isActiveWindow)


def test_while_another_program_has_the_keyboard_a_display_that_changes_leaves_it_there(
    windows: WorkshopWindows, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: activated(other))
    laptop = displays()[0]
    laptop.geometryChanged.emit(laptop.geometry())
    assert not windows.takes_keyboard


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
    return next(
        window for window in windows if isinstance(window, BoardWindow) and window.isVisible()
    )


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
