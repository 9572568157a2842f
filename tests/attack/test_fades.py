"""A page that fades never leaves words on the board that somebody took away (4.1)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.room.layout.sheet import TextItem
from facilitator.room.pages.picture import WIDTH, RoomPicture
from facilitator.ui.corner.pace import Pace
from facilitator.ui.scene import fade
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from facilitator.ui.widgets.theme import TINTS, palette_of
from tests.helpers.clock import FakeClock
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.sessions import SETUP
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


def shows_gone_words(windows: WorkshopWindows, before: RoomPicture) -> bool:
    """Return whether any pixel shows words of a picture that the present one does not have."""
    pages, picture = windows.session.pages, windows.session.picture()
    now, after = seen(windows), without_fade(windows)
    grounds = {QColor(tint.ground).rgb() for tint in TINTS.values()}
    grounds.add(QColor(palette_of(picture.spec.theme).ground).rgb())
    stays, scale = set(pages.sheet(picture).items), now.width() / WIDTH
    texts = [item for item in pages.sheet(before).items if isinstance(item, TextItem)]
    gone = [item.area for item in texts if item not in stays]
    assert gone
    return any(
        now.pixel(x, y) not in {after.pixel(x, y), *grounds}
        for area in gone
        for x in range(int(area.x * scale), int(min(area.right, WIDTH / 4) * scale), 2)  # no hills
        for y in range(int(area.y * scale), int(area.bottom * scale), 2)
    )


def test_a_line_that_is_taken_out_is_gone_with_the_act(
    meeting: Meeting, windows: WorkshopWindows, clock: FakeClock
) -> None:
    meeting.open_together()
    for n in (3, 0):
        clock.advance(seconds=2)
        seen(windows)
        before = meeting.session.picture()
        meeting.session.writing.take_out(GATHER, meeting.of(f"line {n}").id)
        assert not shows_gone_words(windows, before)


def test_lines_are_gone_with_the_way_to_another_step(
    meeting: Meeting, windows: WorkshopWindows, clock: FakeClock
) -> None:
    meeting.open_together()
    session = meeting.session
    clock.advance(seconds=2)
    seen(windows)
    before = session.picture()
    session.steps.jump(session.workshop.agenda.runs[-1].step.id)
    assert not shows_gone_words(windows, before)


def test_curtain_and_care_are_there_at_once(
    meeting: Meeting, windows: WorkshopWindows, clock: FakeClock
) -> None:
    meeting.open_together()
    board = meeting.session.board
    for act in (board.toggle_curtain, board.toggle_curtain, board.care):
        clock.advance(seconds=2)
        seen(windows)
        act()
        assert seen(windows) == without_fade(windows)


@pytest.mark.parametrize("way", ["the name is turned off", "another page"])
def test_the_groups_name_is_gone_with_the_act(
    tmp_path: Path, qapp: QApplication, clock: FakeClock, way: str
) -> None:
    assert qapp
    named = replace(SETUP, group="Harbour team")
    with a_meeting(tmp_path) as meeting, the_windows(meeting.session, Pace()) as windows:
        session = meeting.session
        session.setup.set(named)
        windows.board.view.fade_by(lambda: clock.moment().reading)
        session.board.welcome_group()
        clock.advance(seconds=2)
        seen(windows)
        before = session.picture()
        acts = {"the name is turned off": session.board.welcome_group}
        acts.get(way, session.board.today)()
        assert not shows_gone_words(windows, before)


def test_the_attack_would_see_words_that_fade_away(
    meeting: Meeting,
    windows: WorkshopWindows,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fade, "without_words", lambda old, _new: old)
    meeting.open_together()
    clock.advance(seconds=2)
    seen(windows)
    before = meeting.session.picture()
    meeting.session.writing.take_out(GATHER, meeting.of("line 3").id)
    assert shows_gone_words(windows, before)
