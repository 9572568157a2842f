"""Words that could not be saved stay with their writer, and nobody is thanked for them."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.corner.pace import Pace
from tests.helpers.keys import press
from tests.helpers.meeting import a_meeting
from tests.helpers.windows import (
    is_pristine,
    open_corner,
    press_done,
    the_field,
    the_windows,
    type_text,
)

AT_ONCE = Pace(least_answer=timedelta(), least_turn=timedelta())
TEXT = "a line that is nowhere else"


def test_a_line_that_the_file_did_not_take_is_still_in_its_field_covered(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with a_meeting(tmp_path) as meeting, the_windows(meeting.session, AT_ONCE) as windows:
        meeting.open_writing()
        open_corner(windows, qtbot)
        type_text(windows, TEXT)
        press(Qt.Key.Key_F2, on=windows.corner)
        meeting.session.close()  # a mistake of the program's own: nothing can be written any more
        with qtbot.captureExceptions() as raised:
            press_done(windows)
            qtbot.waitUntil(lambda: the_field(windows).is_covered)
            QApplication.processEvents()  # what would follow an answer follows at once
        assert raised
        assert is_pristine(windows)
        assert the_field(windows).line == TEXT
        assert not meeting.gathering.contributions
