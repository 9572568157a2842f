"""Minutes more or less, by keys, buttons and the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.domain.agreement.checks import HandsWay
from facilitator.live.session.session import LiveSession
from facilitator.room.checks import checks
from facilitator.ui.console.commands.keys_page import keys_in_words
from facilitator.ui.console.window import ConsoleWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(("key", "face"), [("+", "4:00"), ("2", "5:00"), ("5", "8:00")])
def test_one_key_gives_one_two_or_five_minutes_any_number_of_times(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, key: str, face: str
) -> None:
    middle = console.desk.middle
    qtbot.keyClicks(middle, key)
    assert session.desk().clock.face == face
    for _time in range(10):
        qtbot.keyClicks(middle, key + "-" * (int(key) if key.isdigit() else 1))
    assert session.desk().clock.face == face


@pytest.mark.parametrize(("name", "face"), [("+ 2 min (2)", "5:00"), ("+ 5 min (5)", "8:00")])
def test_two_and_five_minutes_have_buttons_and_stand_under_more(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession, name: str, face: str
) -> None:
    console.resize(1920, 1080)
    buttons = console.desk.middle.now.buttons
    button = buttons.two if "2" in name else buttons.five
    assert button.isVisible()
    assert button.accessibleName() == name
    qtbot.mouseClick(button, LEFT)
    assert session.desk().clock.face == face
    times, *_others = console.desk.middle.now.menu().findChildren(QMenu)
    keys = [action.text().partition("\t")[2] for action in times.actions()]
    assert keys[:4] == ["+", "2", "5", "−"]


def test_a_figure_that_misses_the_check_gives_no_minutes(
    console: ConsoleWindow, qtbot: QtBot, session: LiveSession
) -> None:
    session.agreements.suggest("One voice")
    line = session.workshop.agreement.lines[0].id
    session.holding.begin((line,), checks()[0].id, HandsWay.HANDS)
    console.desk.middle.setFocus()
    before = session.desk().clock.face
    qtbot.keyClicks(console.desk.middle, "2")
    assert session.desk().clock.face == before
    assert "hands" in console.desk.middle.notice.text


def test_the_keys_for_minutes_stand_among_the_keys() -> None:
    told = dict(keys_in_words())
    words = {"+": "A minute more", "2": "Two minutes more", "5": "Five minutes more"}
    assert words.items() <= told.items()
    assert told["−"] == "A minute less"
