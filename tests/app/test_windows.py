"""Windows have titles, our icon, and the place where they were last."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.app.data_folder import DataFolder
from facilitator.app.home_view import Settings
from facilitator.app.program import Program, Sources
from facilitator.app.running import make_application
from facilitator.domain.window_place import WindowPlace
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.clock import SystemClock
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.app_icon import SIZES, app_icon
from facilitator.ui.widgets.remembered_place import RememberedPlace
from tests.helpers.sessions import PLAN, SETUP

HOME, CONSOLE = "Home", "the console"


def home_of(program: Program, qtbot: QtBot) -> HomeWindow:
    """Return Home once it is on the screen and at rest."""
    with qtbot.waitExposed(program.home):
        pass
    for _turn in range(4):
        QApplication.processEvents()
    return program.home


def again(qapp: QApplication, data: DataFolder, qtbot: QtBot) -> QRect:
    """Return where Home comes up the next time."""
    program = Program(qapp, data, Sources(SystemClock(), SystemShuffler()))
    with qtbot.waitSignal(program.home.seen):
        program.open()
    place = home_of(program, qtbot).geometry()
    program.home.close()
    return place


def test_titles_say_program_and_workshop_and_never_the_group(program: Program) -> None:
    assert program.home.windowTitle() == "Facilitator"
    program.begin(PLAN, replace(SETUP, title="Speaking up", group="Night team"))
    windows = program.running
    assert windows is not None
    titles = [window.windowTitle() for window in (windows.console, windows.board, windows.corner)]
    assert titles == [
        "Speaking up – Facilitator",
        "Board – Facilitator",
        "Typing corner – Facilitator",
    ]
    assert not [
        window for window in QApplication.topLevelWidgets() if "Night" in window.windowTitle()
    ]


def test_the_program_has_an_icon_in_all_sizes_for_light_and_dark_desktops(
    qapp: QApplication,
) -> None:
    assert make_application() is qapp
    assert not QApplication.windowIcon().isNull()
    looks = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        icon = app_icon(scheme)
        assert sorted(size.width() for size in icon.availableSizes()) == list(SIZES)
        looks.append(icon.pixmap(32, 32).toImage().pixelColor(16, 16).name())
    assert len(set(looks)) == 2


def test_home_comes_up_in_the_size_and_place_where_it_was(
    program: Program, qapp: QApplication, data: DataFolder, qtbot: QtBot
) -> None:
    home = home_of(program, qtbot)
    home.setGeometry(40, 60, 900, 600)
    home.close()
    assert again(qapp, data, qtbot) == QRect(40, 60, 900, 600)


def test_a_window_that_nobody_moved_leaves_nothing_behind(
    program: Program, data: DataFolder, qtbot: QtBot
) -> None:
    home_of(program, qtbot).close()
    assert Settings(data.library).window_place(HOME) is None


@pytest.mark.parametrize(
    "place",
    [
        WindowPlace(1400, 60, 900, 600),  # on the projector
        WindowPlace(1000, 60, 900, 600),  # over both
        WindowPlace(-5000, -5000, 900, 600),  # where no display is any more
        WindowPlace(40, 60, 9000, 6000),
    ],
    ids=str,
)
def test_no_window_comes_up_on_a_projector_or_outside_of_all_displays(
    qapp: QApplication, data: DataFolder, qtbot: QtBot, place: WindowPlace
) -> None:
    Settings(data.library).save_window_place(HOME, place)
    primary = QGuiApplication.primaryScreen()
    assert primary is not None
    assert primary.geometry().contains(again(qapp, data, qtbot))


@pytest.mark.parametrize("text", ["", "max", "1x1+0+0", "900x600", "900x600+1+1+1", 7, None])
def test_what_is_no_place_is_none(text: object) -> None:
    assert WindowPlace.of_text(text) is None


def test_a_place_is_read_as_it_was_written() -> None:
    for place in (WindowPlace(-3, 40, 900, 600), WindowPlace(0, 0, 1280, 800, is_maximised=True)):
        assert WindowPlace.of_text(str(place)) == place


def test_the_console_comes_up_as_it_was_left(program: Program, data: DataFolder) -> None:
    program.begin(PLAN, SETUP)
    assert program.running is not None
    assert program.running.console.isMaximized()
    program.running.console.stop_asked.emit()
    Settings(data.library).save_window_place(CONSOLE, WindowPlace(40, 60, 1000, 700))
    program.begin(PLAN, SETUP)
    assert program.running is not None
    assert program.running.console.geometry() == QRect(40, 60, 1000, 700)
    assert not program.running.console.isMaximized()


def test_a_window_that_is_destroyed_while_it_is_shown_hands_out_no_place(qtbot: QtBot) -> None:
    places: list[WindowPlace] = []
    window = QWidget()
    RememberedPlace(window, places.append)
    with qtbot.waitExposed(window):
        window.show()
    for _turn in range(4):
        QApplication.processEvents()
    window.resize(321, 123)
    delete(window)  # the test fails where the filter reaches into what is no more
    assert places == []
