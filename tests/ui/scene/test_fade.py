"""Pages and the time fade over a second of the clock; what must go is gone at once."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.room.layout.sheet import Tint
from facilitator.room.pages.picture import (
    CalmPage,
    DayPart,
    HandsPage,
    ListPage,
    Note,
    NotesPage,
    RoomPicture,
    Scene,
    ScenePage,
    ShapePage,
    ShapesPage,
    StepPage,
    TimeShown,
    TodayPage,
    letter_of,
)
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from facilitator.ui.widgets.theme import TINTS
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


OTHER = RoomPicture(StepPage(LABEL, Words.of("What might have helped?")))
PAUSE = RoomPicture(ScenePage(Scene.PAUSE, Words.of("A pause for care")))


def wall(*texts: str, page: int = 0) -> RoomPicture:
    """Return opened lines; one that is taken out leaves its letter."""
    gone = Words.of("This line was taken out.")
    notes = tuple(
        Note(letter_of(n), text, gone=Words() if text else gone) for n, text in enumerate(texts)
    )
    return RoomPicture(NotesPage(QUESTION, notes, alone=True), page=page)


def alone(picture: RoomPicture) -> QImage:
    """Return how a picture looks where nothing fades."""
    still = PictureView(RoomScene())
    still.resize(*SIZE)
    still.show_picture(picture)
    return seen(still)


def test_a_page_fades_in_over_a_second(view: PictureView, clock: FakeClock) -> None:
    view.show_picture(page(6, 12))
    view.show_picture(OTHER)
    at_once = seen(view)
    clock.advance(milliseconds=500)
    assert seen(view) not in (at_once, alone(OTHER))
    clock.advance(milliseconds=501)
    assert seen(view) == alone(OTHER)


def test_the_words_of_a_page_are_gone_before_the_next_page_fades_in(
    view: PictureView, clock: FakeClock
) -> None:
    view.show_picture(RoomPicture(StepPage(LABEL, QUESTION)))
    before, after, paper = seen(view), alone(OTHER), alone(RoomPicture(CalmPage()))
    label = QRect(0, 0, SIZE[0], 32)
    places = [(x, y) for x in range(0, SIZE[0], 5) for y in range(36, SIZE[1], 3)]
    free = [at for at in places if after.pixel(*at) == paper.pixel(*at)]
    view.show_picture(OTHER)
    for _twentieth in range(20):
        now = seen(view)
        assert now.copy(label) == before.copy(label), "what both pages have does not change"
        assert all(largest_of(now.pixel(*at), paper.pixel(*at)) <= 1 for at in free)
        clock.advance(milliseconds=50)


def test_the_hills_of_a_page_fade_out(view: PictureView, clock: FakeClock) -> None:
    welcome = ScenePage(Scene.WELCOME, QUESTION)
    view.show_picture(RoomPicture(welcome))
    before = seen(view)
    view.show_picture(OTHER)
    hills = QRect(0, SIZE[1] * 4 // 5, SIZE[0], SIZE[1] // 5)
    assert seen(view).copy(hills) == before.copy(hills)
    clock.advance(milliseconds=200)
    half_way = seen(view)
    clock.advance(milliseconds=801)
    assert half_way.copy(hills) != before.copy(hills)
    assert seen(view) == alone(OTHER)


def largest_of(colour: int, other: int) -> int:
    """Return by how much two colours differ at most."""
    return max(abs((colour >> bits & 255) - (other >> bits & 255)) for bits in (0, 8, 16))


def test_a_page_that_is_turned_again_within_a_second_is_there_at_once(
    view: PictureView, clock: FakeClock
) -> None:
    view.show_picture(page(6, 12))
    view.show_picture(OTHER)
    clock.advance(milliseconds=300)
    view.show_picture(page(4, 8))
    assert seen(view) == alone(page(4, 8))


def test_time_that_goes_on_during_a_fade_lets_the_page_fade_to_its_end(
    view: PictureView, clock: FakeClock
) -> None:
    view.show_picture(OTHER)
    clock.advance(seconds=2)
    seen(view)
    view.show_picture(page(6, 12))
    clock.advance(milliseconds=500)
    view.show_picture(page(5, 10))
    assert seen(view) != alone(page(5, 10))
    clock.advance(milliseconds=501)
    assert seen(view) == alone(page(5, 10))


AT_ONCE = {
    "a pause for care": (page(6, 12), PAUSE),
    "the curtain": (page(6, 12), RoomPicture(CalmPage())),
}
GROUP = Words.of("Harbour team")
TAKEN_AWAY = {
    "a line that is taken out": (wall("A line", "Another"), wall("", "Another")),
    "a line that is taken out as the page turns": (wall("A", "B"), wall("", "B", page=1)),
    "lines, for another step": (wall("A line"), OTHER),
    "an agreement with another wording": (
        RoomPicture(ListPage(LABEL, (Note("A", "One voice"),))),
        RoomPicture(ListPage(LABEL, (Note("A", "One voice at a time"),))),
    ),
    "a line that was said": (
        RoomPicture(StepPage(LABEL, QUESTION, said=("A line", "Another"))),
        RoomPicture(StepPage(LABEL, QUESTION, said=("A line",))),
    ),
    "the line of the agreement at the foot": (
        RoomPicture(StepPage(LABEL, QUESTION, pin_label=LABEL, pin="One voice")),
        RoomPicture(StepPage(LABEL, QUESTION)),
    ),
    "the name of a group of lines": (
        RoomPicture(ListPage(QUESTION, (Note("A", "A line", above=Words.of("Of us")),))),
        RoomPicture(ListPage(QUESTION, (Note("A", "A line"),))),
    ),
    "a checked line": (
        RoomPicture(HandsPage(LABEL, line="Learning leaves")),
        RoomPicture(HandsPage(LABEL)),
    ),
    "the group's name on the welcome": (
        RoomPicture(ScenePage(Scene.WELCOME, LABEL, texts=(GROUP,))),
        RoomPicture(ScenePage(Scene.WELCOME, LABEL)),
    ),
    "the group's name, for another page": (
        RoomPicture(ScenePage(Scene.WELCOME, LABEL, texts=(GROUP,))),
        RoomPicture(TodayPage(LABEL, (DayPart("10:00", QUESTION),))),
    ),
    "a question or title that is worded otherwise": (
        RoomPicture(StepPage(LABEL, Words.of("Who made it hard?"), time=TimeShown(6, 12))),
        RoomPicture(StepPage(LABEL, QUESTION, time=TimeShown(6, 12))),
    ),
    "support or recipients in the promise": (
        RoomPicture(ListPage(LABEL, (), fixed=(Words.of("Support: Ann, room 4."),))),
        RoomPicture(ListPage(LABEL, (), fixed=(Words.of("Support: Ben, room 5."),))),
    ),
    "the dots of an answer": (
        RoomPicture(ShapesPage((ShapePage(QUESTION, LABEL, (3, 4, 0, 2, 0), (LABEL,) * 5),))),
        OTHER,
    ),
}


@pytest.mark.parametrize("change", list(AT_ONCE))
def test_the_curtain_and_a_pause_for_care_are_there_at_once(view: PictureView, change: str) -> None:
    old, new = AT_ONCE[change]
    view.show_picture(old)
    seen(view)
    view.show_picture(new)
    assert seen(view) == alone(new)


@pytest.mark.parametrize("change", list(TAKEN_AWAY))
def test_no_pixel_of_what_is_taken_away_is_there_after_the_change(
    view: PictureView, change: str
) -> None:
    old, new = TAKEN_AWAY[change]
    view.show_picture(old)
    before = seen(view)
    view.show_picture(new)
    now, after = seen(view), alone(new)
    assert now != before
    hills, grounds = alone(drawn(old)), (after.pixel(2, 2), QColor(TINTS[Tint.BUTTER].ground).rgb())
    for x, y in [(x, y) for x in range(0, SIZE[0], 2) for y in range(0, SIZE[1], 2)]:
        assert now.pixel(x, y) in (after.pixel(x, y), hills.pixel(x, y), *grounds)


def drawn(picture: RoomPicture) -> RoomPicture:
    """Return the scene of a page without its words, or an empty page."""
    if isinstance(picture.content, ScenePage):
        return RoomPicture(ScenePage(picture.content.scene, NO_WORDS))
    return RoomPicture(CalmPage())


def test_a_line_that_is_taken_out_in_the_middle_of_a_fade_is_gone_at_once(
    view: PictureView, clock: FakeClock
) -> None:
    first = wall("A line", "Another")
    view.show_picture(first)
    seen(view)
    view.show_picture(wall("A line", "Another", page=1))
    clock.advance(milliseconds=400)
    assert seen(view) != alone(wall("A line", "Another", page=1)), "pages of the same lines fade"
    view.show_picture(wall("", "Another", page=1))
    assert seen(view) == alone(wall("", "Another", page=1)), "a second change ends the fade"


def test_without_a_clock_every_change_is_instant(qtbot: QtBot) -> None:
    view = PictureView(RoomScene())
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show_picture(page(6, 12))
    before = seen(view)
    view.show_picture(page(5, 10))
    assert seen(view) != before
