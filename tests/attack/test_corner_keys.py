"""F6 to F9 while somebody writes: they change the board, and neither uncover nor lose a word."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.room.picture import RoomPicture
from facilitator.ui.corner.pace import Pace
from tests.attack.meeting import Meeting, a_meeting
from tests.helpers.windows import (
    hand_over,
    image,
    open_corner,
    press,
    the_field,
    the_windows,
    type_text,
)

AT_ONCE = Pace(least_answer=timedelta(), least_turn=timedelta())
KEYS = (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path) as meeting:
        meeting.open_writing()
        yield meeting


@pytest.fixture
def windows(meeting: Meeting, qtbot: QtBot) -> Iterator[WorkshopWindows]:
    with the_windows(meeting.session, AT_ONCE) as windows:
        open_corner(windows, qtbot)
        yield windows


def test_the_four_keys_change_the_board_and_neither_uncover_nor_lose_a_word(
    windows: WorkshopWindows, meeting: Meeting, qtbot: QtBot
) -> None:
    told: list[RoomPicture] = []
    windows.signals.room_changed.connect(told.append)
    field, text = the_field(windows), ""
    for key in (key for key in KEYS for _there_and_back in range(2)):
        type_text(windows, "words ")
        text, before = text + "words ", image(windows.corner)
        told.clear()
        press(windows.corner, key)
        assert told, key
        assert the_field(windows) is field
        assert field.toPlainText() == text
        assert field.is_covered
        assert field.hasFocus()
        assert image(windows.corner) == before, key
    hand_over(windows, qtbot)
    assert [one.text for one in meeting.gathering.contributions] == [text.strip()]
