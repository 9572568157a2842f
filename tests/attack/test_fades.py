"""A page that fades never leaves words on the board that somebody took away (4.1)."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.domain.workshop import Showing
from facilitator.ui.corner.pace import Pace
from facilitator.ui.scene import view as scene_view
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from tests.helpers.clock import FakeClock
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.windows import the_windows


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=6) as meeting:
        meeting.open_writing()
        for n in range(6):
            meeting.write(f"line {n} of mine")
        meeting.close_writing()
        yield meeting


@pytest.fixture
def windows(qapp: QApplication, meeting: Meeting, clock: FakeClock) -> Iterator[WorkshopWindows]:
    """Open the windows, with a board that fades; the clock stands still."""
    assert qapp
    with the_windows(meeting.session, Pace()) as windows:
        windows.board.view.fade_by(lambda: clock.moment().reading)
        yield windows


def seen(windows: WorkshopWindows) -> QImage:
    """Return what is on the board at this moment."""
    QApplication.processEvents()
    return windows.board.view.grab().toImage()


def without_fade(windows: WorkshopWindows) -> QImage:
    """Return how the board's picture looks on a board that does not fade."""
    still = PictureView(RoomScene(windows.session.pages))
    still.resize(windows.board.view.size())
    still.show_picture(windows.session.picture())
    return still.grab().toImage()


def test_a_line_that_is_taken_out_is_gone_with_the_act(
    meeting: Meeting, windows: WorkshopWindows, clock: FakeClock
) -> None:
    meeting.open_together()
    clock.advance(seconds=2)
    for n in (3, 0):
        seen(windows)
        meeting.session.writing.take_out(GATHER, meeting.of(f"line {n}").id)
        assert seen(windows) == without_fade(windows)


def test_curtain_care_and_the_way_from_lines_to_the_next_step_are_there_at_once(
    meeting: Meeting, windows: WorkshopWindows, clock: FakeClock
) -> None:
    meeting.open_together()
    session = meeting.session
    board, last = session.board, session.workshop.agenda.runs[-1].step.id
    to_last = partial(session.steps.jump, last)
    for act in (board.toggle_curtain, board.toggle_curtain, board.care, board.care, to_last):
        clock.advance(seconds=2)
        seen(windows)
        ends_care = session.workshop.board.showing is Showing.CARE
        act()
        if not ends_care:  # a pause has no words of anybody, and may fade
            assert seen(windows) == without_fade(windows)


def test_the_attack_would_see_words_that_fade_away(
    meeting: Meeting,
    windows: WorkshopWindows,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scene_view, "may_fade", lambda _old, _new: True)
    meeting.open_together()
    clock.advance(seconds=2)
    seen(windows)
    meeting.session.writing.take_out(GATHER, meeting.of("line 3").id)
    assert seen(windows) != without_fade(windows)
