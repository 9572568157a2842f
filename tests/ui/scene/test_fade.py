"""Changes of the time fade over a second of the clock; everything else is there at once."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import Words
from facilitator.room.pages.picture import CalmPage, RoomPicture, StepPage, TimeShown
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from tests.helpers.clock import FakeClock

SIZE = (480, 270)
LABEL, QUESTION = Words.of("In pairs"), Words.of("What made it hard?")


def page(minutes: int, twelfths: int, foot: str = "") -> RoomPicture:
    time = TimeShown(minutes, twelfths)
    return RoomPicture(StepPage(LABEL, QUESTION, time=time, foot=Words.of(foot)))


@pytest.fixture
def view(qtbot: QtBot, clock: FakeClock) -> PictureView:
    picture_view = PictureView(RoomScene())
    qtbot.addWidget(picture_view)
    picture_view.resize(*SIZE)
    picture_view.fade_by(lambda: clock.moment().reading)
    picture_view.show()
    return picture_view


def seen(view: PictureView) -> QImage:
    return view.grab().toImage()


def largest_change(image: QImage, other: QImage) -> int:
    """Return by how much a colour differs at most, of 255, over a grid of points."""
    most = 0
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            a, b = QColor(image.pixel(x, y)), QColor(other.pixel(x, y))
            pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
            most = max(most, *(abs(p - q) for p, q in pairs))
    return most


def test_the_ring_fades_over_a_second_and_no_colour_changes_faster(
    view: PictureView, clock: FakeClock
) -> None:
    view.show_picture(page(6, 12))
    before = seen(view)
    view.show_picture(page(5, 8, "Start to bring this to a close."))
    last = seen(view)
    assert last == before, "at first nothing is different"
    for _tenth in range(10):
        clock.advance(milliseconds=100)
        now = seen(view)
        assert 0 < largest_change(last, now) <= 255 * 0.13
        last = now
    clock.advance(milliseconds=1)
    still = PictureView(RoomScene())
    still.resize(*SIZE)
    still.show_picture(page(5, 8, "Start to bring this to a close."))
    assert largest_change(seen(view), seen(still)) == 0


def test_the_curtain_falls_at_once_also_in_the_middle_of_a_fade(
    view: PictureView, clock: FakeClock
) -> None:
    view.show_picture(page(6, 12))
    view.show_picture(page(5, 10))
    clock.advance(milliseconds=300)
    view.show_picture(RoomPicture(CalmPage()))
    calm = seen(view)
    assert len({calm.pixel(x, y) for x in range(0, 480, 7) for y in range(0, 270, 7)}) == 1
    view.show_picture(page(4, 8))
    lifted = seen(view)
    clock.advance(seconds=5)
    assert seen(view) == lifted, "lifting shows the newest picture, and nothing fades into it"


def test_another_step_is_there_at_once(view: PictureView, clock: FakeClock) -> None:
    view.show_picture(page(6, 12))
    other = RoomPicture(StepPage(LABEL, Words.of("What might have helped?")))
    view.show_picture(other)
    at_once = seen(view)
    clock.advance(seconds=2)
    assert seen(view) == at_once


def test_without_a_clock_every_change_is_instant(qtbot: QtBot) -> None:
    view = PictureView(RoomScene())
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show_picture(page(6, 12))
    before = seen(view)
    view.show_picture(page(5, 10))
    assert seen(view) != before
