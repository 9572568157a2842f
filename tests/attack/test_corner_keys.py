"""F6 to F9 while somebody writes neither uncover nor lose a word; leaving leaves none behind."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.room.pages.picture import RoomPicture
from facilitator.ui.corner.field import Field
from facilitator.ui.corner.pace import Pace
from tests.helpers.keys import press
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.windows import hand_over, image, open_corner, the_field, the_windows, type_text

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
        press(key, on=windows.corner)
        assert told, key
        assert the_field(windows) is field
        assert field.toPlainText() == text
        assert field.is_covered
        assert field.hasFocus()
        assert image(windows.corner) == before, key
    hand_over(windows, qtbot)
    assert [line.text for line in meeting.gathering.contributions] == [text.strip()]


def test_no_word_that_was_begun_stays_behind_once_the_facilitator_left_for_the_console(
    windows: WorkshopWindows, qtbot: QtBot
) -> None:
    type_text(windows, "begun, and left")
    windows.corner.console_asked.emit()
    assert not windows.corner.isVisible()
    assert not [field for field in windows.corner.findChildren(Field) if field.toPlainText()]
    announcements: list[str] = []
    windows.corner.announced.connect(announcements.append)
    for second in range(200):
        windows.corner.idle.look_at(timedelta(seconds=second))
    assert not announcements  # nobody is asked whether they still write
    open_corner(windows, qtbot)
    assert not the_field(windows).toPlainText()
