"""A disk that fails when somebody presses Done: nothing is lost, and nobody can tell."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.ui.corner.pace import Pace
from tests.helpers.folder import left_of
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.programs import full_disk
from tests.helpers.windows import hand_over, image, next_person, open_corner, the_windows, type_text

ANSWER = timedelta(milliseconds=30)
CANARY = "Kestrel over the night shift"


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=12) as meeting:
        meeting.open_writing()
        yield meeting


@pytest.fixture
def windows(meeting: Meeting, qtbot: QtBot) -> Iterator[WorkshopWindows]:
    with the_windows(meeting.session, Pace(ANSWER, least_turn=timedelta())) as windows:
        open_corner(windows, qtbot)
        yield windows


def closing_screen(
    windows: WorkshopWindows, qtbot: QtBot, text: str, *, fails: bool = False
) -> tuple[QImage, QImage]:
    """Hand in a turn; return what is in the corner and on the board after it."""
    type_text(windows, text)
    with full_disk() if fails else nullcontext():
        hand_over(windows, qtbot)
        images = image(windows.corner), image(windows.board)
    next_person(windows, qtbot)
    return images


@pytest.mark.parametrize("text", [CANARY, ""])
def test_corner_and_board_look_the_same_whether_the_disk_takes_a_turn_or_not(
    meeting: Meeting, windows: WorkshopWindows, qtbot: QtBot, text: str
) -> None:
    usual = closing_screen(windows, qtbot, "Heron")
    failing = closing_screen(windows, qtbot, text, fails=True)
    after = closing_screen(windows, qtbot, "Avocet")
    assert usual == failing == after
    assert meeting.gathering.turns == 3
    assert sorted(line.text for line in meeting.gathering.contributions) == sorted(
        words for words in ("Heron", text, "Avocet") if words
    )
    assert not meeting.session.is_saved


def test_the_facilitator_reads_of_it_on_the_console_and_no_file_holds_the_line(
    meeting: Meeting, windows: WorkshopWindows, qtbot: QtBot
) -> None:
    closing_screen(windows, qtbot, CANARY, fails=True)
    assert left_of(meeting.data, [CANARY]) == {}
    windows.corner.close()
    header = windows.console.desk.header
    qtbot.waitUntil(header.banner.isVisible)
    assert "not being kept" in header.banner_text.text()
