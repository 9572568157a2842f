"""The scene draws pages as they were laid out, with the theme's colours."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.room.layout.sheet import Sheet, TextItem
from facilitator.room.layout.today import OUT
from facilitator.room.pages.picture import (
    CalmPage,
    Content,
    MessagePage,
    RoomPicture,
    Spec,
    StepPage,
    Theme,
    TimeShown,
    TodayPage,
)
from facilitator.ui.scene.ruler import QtRuler, reads_from_the_right
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.scene.view import PictureView
from facilitator.ui.widgets.theme import palette_of
from tests.helpers.pictures import LONG_WORD, SAID, agreement, every_kind, step

EVERY_KIND = pytest.mark.parametrize(
    ("content", "languages"),
    [(content, languages) for _, content, languages in every_kind()],
    ids=[name for name, _, _ in every_kind()],
)
SIZES = pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 720), (1920, 1080)])


@pytest.fixture(scope="module")
def scene(qapp: object) -> RoomScene:
    assert qapp
    return RoomScene()


def picture_of(content: Content, page: int = 0, **spec: float) -> RoomPicture:
    return RoomPicture(content, (ENGLISH,), Spec(ratio=spec.get("ratio", 5.0)), page)


def ink(image: QImage, area: QRectF, ground: str) -> bool:
    """Return whether anything but the ground is drawn in an area."""
    part = image.copy(area.toRect())
    blank = QImage(part.size(), part.format())
    blank.fill(QColor(ground))
    return part != blank


@EVERY_KIND
@SIZES
def test_the_margins_stay_empty(
    scene: RoomScene,
    content: Content,
    languages: tuple[Language, ...],
    width: int,
    height: int,
) -> None:
    spec = Spec(height=round(1920 * height / width))
    for page in range(len(scene.sheets(content, languages, spec))):
        image = scene.image(RoomPicture(content, languages, spec, page), width)
        ground = palette_of(spec.theme).ground
        out = OUT if isinstance(content, TodayPage) else 0  # the ground behind what is now
        side, edge = int((90 - out) * width / 1920), int(60 * width / 1920)
        for margin in (
            QRectF(0, 0, side, height),
            QRectF(width - side, 0, side, height),
            QRectF(0, 0, width, edge),
            QRectF(0, height - edge, width, edge),
        ):
            assert not ink(image, margin, ground)


@EVERY_KIND
def test_no_line_is_wider_than_its_place(
    scene: RoomScene, content: Content, languages: tuple[Language, ...]
) -> None:
    for sheet in scene.sheets(content, languages, Spec()):
        for item in sheet.items:
            if isinstance(item, TextItem):
                for line in item.lines:
                    wide = scene.ruler.width(line, item.style.size, item.style.weight)
                    assert wide <= item.area.width + 1


@pytest.mark.parametrize(
    "text", [*SAID, LONG_WORD, "👩🏽‍🔬👨‍👩‍👧‍👦 " * 9, "न्यायपूर्ण " * 12, "ไม่มีช่องว่าง" * 9]
)
@pytest.mark.parametrize("width", [90.0, 400.0, 1700.0])
def test_broken_lines_hold_every_character(qapp: object, text: str, width: float) -> None:
    assert qapp
    lines = QtRuler().lines(text, width, 73, 500)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_long_word_is_broken_inside_its_width(qapp: object) -> None:
    assert qapp
    ruler = QtRuler()
    lines = ruler.lines(LONG_WORD, 700, 73, 500)
    assert len(lines) > 3
    assert all(ruler.width(line, 73, 500) <= 700 for line in lines)


def test_letters_of_both_directions_are_separated() -> None:
    assert reads_from_the_right("أن نستمع قبل")
    assert reads_from_the_right("12. שלום")
    assert not reads_from_the_right("Tŷ")
    assert not reads_from_the_right("123")


def test_arabic_stands_at_the_right(scene: RoomScene) -> None:
    image = scene.image(picture_of(MessagePage(Words.of("أن نستمع"))), 960)
    ground = palette_of(Theme.WARM).ground
    assert ink(image, QRectF(700, 0, 212, 540), ground)
    assert not ink(image, QRectF(0, 0, 480, 540), ground)


def test_a_small_picture_is_the_large_one_scaled(scene: RoomScene) -> None:
    large = scene.image(picture_of(step()), 1920)
    small = scene.image(picture_of(step()), 480)
    for row in range(4):
        for column in range(4):
            big = QRectF(column * 480, row * 270, 480, 270)
            tiny = QRectF(column * 120, row * 67.5, 120, 67.5)
            ground = palette_of(Theme.WARM).ground
            assert ink(large, big, ground) == ink(small, tiny, ground)


def test_seconds_cannot_be_seen(scene: RoomScene) -> None:
    def image(seconds: int) -> QImage:
        time = TimeShown.of(timedelta(seconds=seconds), timedelta(minutes=4))
        page = StepPage(Words.of("In pairs"), Words.of("What helps?"), time=time)
        return scene.image(picture_of(page), 960)

    assert image(141) == image(150) == image(159)  # one minute, one twelfth of the ring
    assert image(141) != image(119)


def test_the_curtain_is_the_ground_and_nothing_on_it(scene: RoomScene) -> None:
    for theme in Theme:
        picture = RoomPicture(CalmPage(), spec=Spec(theme=theme))
        image = scene.image(picture, 480)
        assert not ink(image, QRectF(0, 0, 480, 270), palette_of(theme).ground)


def test_the_page_past_the_last_is_the_last(scene: RoomScene) -> None:
    assert scene.sheet(picture_of(step(), page=7)) == scene.sheet(picture_of(step()))
    assert scene.count(picture_of(step())) == 1


def test_a_view_keeps_the_shape_of_the_board(scene: RoomScene, qtbot: QtBot) -> None:
    view = PictureView(scene)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show_picture(picture_of(agreement()))
    image = view.grab().toImage()
    ground = palette_of(Theme.WARM).ground
    assert not ink(image, QRectF(0, 0, 400, 85), ground)
    assert ink(image, QRectF(0, 88, 400, 224), ground)
    assert view.heightForWidth(320) == 180


class _CountingScene(RoomScene):
    """Counts how often something is painted."""

    paints = 0

    def paint(
        self, painter: QPainter, picture: RoomPicture, target: QRectF, sheet: Sheet | None = None
    ) -> None:
        self.paints += 1
        super().paint(painter, picture, target, sheet)


def test_an_equal_picture_is_not_painted_again_and_a_curtain_at_once(qtbot: QtBot) -> None:
    counting = _CountingScene()
    view = PictureView(counting)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_picture(picture_of(step()))
    qtbot.waitUntil(lambda: counting.paints >= 2)
    QApplication.processEvents()
    before = counting.paints
    view.show_picture(picture_of(step()))
    QApplication.processEvents()
    assert counting.paints == before
    view.show_picture(RoomPicture(CalmPage()))
    assert counting.paints == before + 1


def test_those_who_hear_the_board_hear_its_page_in_order(scene: RoomScene, qtbot: QtBot) -> None:
    view = PictureView(scene)
    qtbot.addWidget(view)
    view.show_picture(picture_of(step()))
    heard = view.accessibleDescription().splitlines()
    assert heard[:2] == ["In pairs", "When did taking a risk at work feel safe enough?"]
    assert "3 min" in heard
    assert view.accessibleName() == "In pairs"


def test_dark_text_never_stands_on_the_dark_ground(scene: RoomScene) -> None:
    painted = QImage(480, 270, QImage.Format.Format_RGB32)
    painter = QPainter(painted)
    dim = RoomPicture(step(), (ENGLISH,), Spec(theme=Theme.DIM))
    scene.paint(painter, dim, QRectF(0, 0, 480, 270))
    painter.end()
    lightest = max(painted.pixelColor(x, y).lightness() for x in range(480) for y in range(270))
    assert lightest > 220
