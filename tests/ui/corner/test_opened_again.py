"""The typing corner opens again while the last turn is still being saved."""

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.ui.corner.pace import Pace, timer
from tests.helpers.corner import Keeper, a_corner, a_corner_picture, field, write
from tests.helpers.keys import press

PACE = Pace(least_answer=timedelta(milliseconds=600), least_turn=timedelta())


def test_words_that_were_begun_stay_whatever_the_last_turn_waits_for(qtbot: QtBot) -> None:
    window = a_corner(qtbot, pace=PACE)
    keeper = Keeper(window)
    write("first")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.show_corner(a_corner_picture())
    write("second")
    later = timer(window, PACE.least_answer)  # it ends after the answer to the first
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert keeper.turns == [Turn(("first",))]
    assert field(window).line == "second"
