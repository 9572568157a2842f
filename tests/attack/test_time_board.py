"""Time on the board, pixel by pixel: nothing moves, nothing alarms, nothing old is shown."""

import colorsys
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeGuard

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import TimeLook
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.sheet import Item, RingItem, Role, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import WIDTH, RoomPicture, StepPage, Theme
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from tests.helpers.attacks import count
from tests.helpers.clock import FakeClock
from tests.helpers.files import ready_plans
from tests.helpers.sessions import PLAN, a_session

ACROSS = 480  # pixels
LOOKS = 40  # at a step, from its beginning until it is well over
HEIGHTS = (1080, 1440, 1200)[: count(small=1, full=3)]
RED = 15 / 360


@pytest.fixture(scope="module")
def scene(qapp: object) -> RoomScene:
    assert qapp is not None
    return RoomScene()


def pictures(session: LiveSession, clock: FakeClock) -> Iterator[RoomPicture]:
    """Let the present step run, end and run over; return each picture that the room sees."""
    session.time.start()
    length = session.workshop.agenda.now.round.length
    last: RoomPicture | None = None
    for _look in range(LOOKS + LOOKS // 4):
        picture = session.picture()
        if picture != last:
            yield picture
        last = picture
        clock.advance(seconds=length.total_seconds() / LOOKS)


def time_area(sheet: Sheet) -> list[QRectF]:
    """Return where time is on a sheet: the ring, and the words at the foot with their rule."""
    areas = [item.area for item in sheet.items if isinstance(item, RingItem)]
    feet = [i.area for i in sheet.items if isinstance(i, TextItem) and i.style.role is Role.FOOT]
    if feet:
        rules = [item.area for item in sheet.items if isinstance(item, RuleItem)]
        top = min(area.y for area in feet)
        areas += feet + [area for area in rules if top - 60 < area.y < top]
    return [QRectF(a.x - 3, a.y - 3, a.width + 6, a.height + 6) for a in areas]


def without(image: QImage, areas: list[QRectF]) -> QImage:
    """Return the image with those parts of it painted over."""
    copy = image.copy()
    painter = QPainter(copy)
    painter.scale(ACROSS / WIDTH, ACROSS / WIDTH)
    for area in areas:
        painter.fillRect(area, Qt.GlobalColor.black)
    painter.end()
    return copy


def reds(image: QImage) -> list[int]:
    """Return the colours of an image that come near red, and are not grey."""
    data = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    colours = []
    for (colour,) in set(struct.iter_unpack("<I", data)):
        parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
        hue, saturation, value = colorsys.rgb_to_hsv(*parts)
        if saturation > 0.3 and value > 0.15 and min(hue, 1 - hue) < RED:
            colours.append(colour & 0xFFFFFF)
    return colours


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("plan", ready_plans(), ids=lambda plan: plan.id)
def test_outside_the_time_area_no_pixel_changes_while_a_step_runs_ends_and_runs_over(
    plan: Plan, height: int, scene: RoomScene, tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.board.toggle_curtain()
    session.board.set_height(height)
    looked = 0
    for step in plan.steps:
        session.steps.jump(step.id)
        pictures_shown = [
            picture for picture in pictures(session, clock) if isinstance(picture.content, StepPage)
        ]
        sheets = [scene.sheet(picture) for picture in pictures_shown]
        assert len({scene.count(picture) for picture in pictures_shown}) <= 1, (
            "no page comes or goes"
        )
        rings = {str(i.area) for sheet in sheets for i in sheet.items if isinstance(i, RingItem)}
        assert len(rings) <= 1, "the ring stays where it is"
        areas = [area for sheet in sheets for area in time_area(sheet)]
        images = [without(scene.image(picture, ACROSS), areas) for picture in pictures_shown]
        assert all(image == images[0] for image in images), step.id
        looked += len(images)
    session.close()
    assert looked > 3 * len(plan.steps), "the step ran and its pictures changed"


CUES = (
    "Find your last sentence.",
    "Bring what you say to a close, and keep one word for the end of this.",
)


@pytest.mark.parametrize("cue", CUES)
@pytest.mark.parametrize("strip", [False, True])
def test_words_of_the_facilitators_own_and_the_strip_move_nothing_either(
    cue: str, scene: RoomScene, tmp_path: Path, clock: FakeClock, *, strip: bool
) -> None:
    plan = next(ready_plan for ready_plan in ready_plans() if ready_plan.id == "pscc-90")
    session = a_session(tmp_path, plan=replace(plan, cue=Words.of(cue)), clock=clock)
    session.board.toggle_curtain()
    session.board.show_strip(on=strip)
    looked = 0
    for step in plan.steps:
        session.steps.jump(step.id)
        pictures_shown = [
            picture for picture in pictures(session, clock) if isinstance(picture.content, StepPage)
        ]
        sheets = [scene.sheet(picture) for picture in pictures_shown]
        assert len({scene.count(picture) for picture in pictures_shown}) <= 1, (
            "no page comes or goes"
        )
        areas = [area for sheet in sheets for area in time_area(sheet)]
        images = [without(scene.image(picture, ACROSS), areas) for picture in pictures_shown]
        assert all(image == images[0] for image in images), step.id
        foots = [" ".join(i.lines) for sheet in sheets for i in sheet.items if is_foot(i)]
        looked += any(cue.split(maxsplit=1)[0] in words for words in foots)
    session.close()
    assert looked > 5, "the words were on the board"


def is_foot(item: Item) -> TypeGuard[TextItem]:
    """Return whether an item is words at the foot of a sheet."""
    return isinstance(item, TextItem) and item.style.role is Role.FOOT


@pytest.mark.parametrize("theme", Theme)
def test_no_colour_of_a_page_with_time_comes_near_red(
    theme: Theme, scene: RoomScene, tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.board.set_theme(theme)
    session.board.toggle_curtain()
    for look in TimeLook:
        session.board.show_time(look)
        session.time.restart()
        for picture in pictures(session, clock):
            assert reds(scene.image(picture, ACROSS)) == []
        session.time.hold()
    session.close()


def test_the_attack_would_see_red() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert reds(image) == [0xFF0000]


def test_holding_leaves_no_mark_on_the_board(
    scene: RoomScene, tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.board.toggle_curtain()
    session.time.start()
    clock.advance(minutes=1)
    running = scene.image(session.picture(), ACROSS)
    session.time.hold()
    clock.advance(hours=1)
    assert scene.image(session.picture(), ACROSS) == running
    session.close()


def test_lifting_the_curtain_never_shows_an_older_picture(
    qtbot: QtBot, scene: RoomScene, tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, clock=clock)
    view = PictureView(scene)
    qtbot.addWidget(view)
    view.resize(ACROSS, ACROSS * 9 // 16)
    view.show()
    session.subscribe(lambda _event: view.show_picture(session.picture()))
    for step in session.workshop.agenda.runs[:4]:
        session.board.toggle_curtain()
        session.board.drop_curtain()
        calm = view.grab().toImage()
        session.steps.jump(step.step.id)
        assert view.grab().toImage() == calm, "nothing is seen behind the curtain"
        session.board.toggle_curtain()
        wanted = scene.image(session.picture(), ACROSS)
        assert view.grab().toImage().convertToFormat(wanted.format()) == wanted
        session.board.drop_curtain()
    session.close()


def test_two_languages_keep_their_places_too(
    scene: RoomScene, tmp_path: Path, clock: FakeClock
) -> None:
    plan = replace(PLAN, languages=(WELSH, ENGLISH))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.board.toggle_curtain()
    pictures_shown = list(pictures(session, clock))
    areas = [area for picture in pictures_shown for area in time_area(scene.sheet(picture))]
    images = [without(scene.image(picture, ACROSS), areas) for picture in pictures_shown]
    assert all(image == images[0] for image in images)
    assert len(pictures_shown) > timedelta(minutes=3) / timedelta(minutes=1)
    session.close()
