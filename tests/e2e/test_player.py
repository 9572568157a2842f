"""The player of a rehearsal ends, whatever happens in an act."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.rehearsal.clock import RehearsalClock
from facilitator.rehearsal.player import Player
from facilitator.ui.acting.acts import Act, Press


def _broken() -> QWidget:
    raise RuntimeError("a bug in a window")


def _acts() -> Iterator[Act]:
    yield Press(_broken, Qt.Key.Key_A)


def test_a_bug_in_an_act_ends_the_rehearsal(qtbot: QtBot) -> None:
    player = Player(_acts(), RehearsalClock(), lambda: None, lambda _window, _name: None)
    with qtbot.capture_exceptions() as raised, qtbot.waitSignal(player.failed) as failed:
        player.start()
    assert failed.args is not None
    assert isinstance(failed.args[0], RuntimeError)
    assert [kind for kind, _error, _trace in raised] == [RuntimeError]


def test_a_rehearsal_that_has_no_act_left_is_finished(qtbot: QtBot) -> None:
    player = Player(iter(()), RehearsalClock(), lambda: None, lambda _window, _name: None)
    with qtbot.waitSignal(player.finished):
        player.start()


@pytest.fixture(autouse=True)
def _application(qapp: object) -> object:
    return qapp
