"""The chime can be tried before a workshop; the choice is saved for Home and the console."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.app.chime_choice import RememberedChime
from facilitator.app.data_folder import open_data_folder
from facilitator.app.home_view import Settings, home_view
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.store.database import transaction
from facilitator.store.library.file import library_in_memory
from facilitator.store.library.settings import save_setting
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.home.before_page import BeforeYouStartPage
from facilitator.ui.home.chime_row import ChimeRow
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.chime import Chime, ChimeChoice
from tests.helpers.clock import FakeClock
from tests.helpers.homes import a_short_plan
from tests.helpers.sessions import a_session

LEFT = Qt.MouseButton.LeftButton


def before_you_start(qtbot: QtBot, clock: FakeClock, settings: Settings) -> HomeWindow:
    home, library = HomeWindow(clock), library_in_memory()
    qtbot.addWidget(home)
    home.show_home(home_view(WorkshopList(Path(), library), library, settings))
    home.show()
    home.show_before(a_short_plan(), ("projector",))
    return home


def row_of(home: HomeWindow) -> ChimeRow:
    assert isinstance(home.page, BeforeYouStartPage)
    return home.page.questions.chime


def test_it_is_off_and_can_be_tried_before_anybody_has_come(
    qtbot: QtBot, clock: FakeClock, tmp_path: Path
) -> None:
    settings = Settings(open_data_folder(tmp_path).library)
    home = before_you_start(qtbot, clock, settings)
    sounded: list[float] = []
    RememberedChime(home, settings, pytest.fail, Chime(sounded.append))
    row = row_of(home)
    assert not row.box.isChecked()
    row.slider.setValue(30)
    assert sounded == []
    qtbot.mouseClick(row.try_button, LEFT)
    assert sounded == [0.3]
    assert settings.chime == ChimeChoice(is_on=False, volume=0.3), "trying does not switch it on"


def test_what_is_chosen_before_a_workshop_sounds_in_it_and_in_the_next(
    qtbot: QtBot, clock: FakeClock, tmp_path: Path
) -> None:
    settings = Settings(open_data_folder(tmp_path).library)
    home = before_you_start(qtbot, clock, settings)
    remembered = RememberedChime(home, settings, pytest.fail)
    row_of(home).box.click()
    row_of(home).slider.setValue(80)
    home.show_before(a_short_plan(), ())
    assert row_of(home).choice == ChimeChoice(is_on=True, volume=0.8)
    session = a_session(tmp_path, clock=clock)
    console = ConsoleWindow(session, LiveSignals(session))
    qtbot.addWidget(console)
    remembered.apply_to(console)
    choices = console.desk.middle.drawers.choices
    assert console.desk.middle.drawers.chime.choice == ChimeChoice(is_on=True, volume=0.8)
    assert (choices.sound.isChecked(), choices.volume.value()) == (True, 80)
    choices.sound.click()
    choices.volume.setValue(10)
    assert Settings(open_data_folder(tmp_path).library).chime == ChimeChoice(volume=0.1)
    session.close()


def test_a_volume_is_saved_when_the_slider_is_released_and_not_on_the_way(qtbot: QtBot) -> None:
    row = ChimeRow()
    qtbot.addWidget(row)
    asked: list[float] = []
    row.asked.connect(lambda choice, _sound: asked.append(choice.volume))
    row.slider.setSliderDown(True)
    for value in (60, 70, 80):
        row.slider.setValue(value)
    assert asked == []
    row.slider.setSliderDown(False)
    assert asked == [0.8]


@pytest.mark.parametrize("kept", ["loud", 0, 101, -3, None, 0.5])
def test_what_cannot_be_a_volume_is_the_usual_one(kept: object, tmp_path: Path) -> None:
    library = open_data_folder(tmp_path).library
    with transaction(library):
        save_setting(library, "chime volume", kept)
        save_setting(library, "chime", kept)
    assert Settings(library).chime == ChimeChoice()
