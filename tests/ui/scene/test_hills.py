"""The hills as they are painted: in each theme, under no text, and only on the board itself."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.layout.hills import top_over
from facilitator.room.layout.sheet import HillsItem, TextItem, Tint
from facilitator.room.pages.picture import RoomPicture, Scene, ScenePage, Spec
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.room.spec import Theme
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.hill_colours import HILLS
from facilitator.ui.widgets.theme import palette_of
from tests.helpers.pictures import BOTH, scene_pages

WIDTH, ONE = 480, (ENGLISH,)


@pytest.fixture(scope="module")
def scene(qapp: QApplication) -> RoomScene:
    del qapp  # fonts want an application
    return RoomScene()


@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_with_the_boards_own_letters_no_text_is_on_them(
    scene: RoomScene, languages: tuple[Language, ...]
) -> None:
    seen = 0
    for page, height in product(scene_pages(languages), (823, 1080, 1200, 1440)):
        for sheet in scene.sheets(page, languages, Spec(height)):
            hills = next((item for item in sheet.items if isinstance(item, HillsItem)), None)
            if hills is None:
                continue
            seen += 1
            for item in (item for item in sheet.items if isinstance(item, TextItem)):
                size, weight = item.style.size, item.style.weight
                wide = max(scene.ruler.width(line, size, weight) for line in item.lines)
                assert item.area.bottom <= top_over(hills, item.area.x, item.area.x + wide)
    assert seen > 8


@pytest.mark.parametrize("height", [823, 1080, 1440])
@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_a_break_has_its_hills_and_breaks_no_word_whatever_its_title_says(
    scene: RoomScene, languages: tuple[Language, ...], height: int
) -> None:
    ready, over = say_in(languages, Key.BREAK_READY), say_in(languages, Key.BREAK_OVER)
    room = ready, say_in(languages, Key.BACK_AT, time="00:00"), over
    label, texts = say_in(languages, Key.BREAK_TITLE), (say_in(languages, Key.SUPPORT_OFFER),)
    for title in (ready, say_in(languages, Key.BACK_AT, time="11:10"), over):
        page = ScenePage(Scene.BREAK, title, label, texts, title_room=room)
        (sheet,) = scene.sheets(page, languages, Spec(height))
        assert any(isinstance(item, HillsItem) for item in sheet.items)
        words = {word for _language, text in title.texts for word in text.split()}
        assert words <= set(sheet.text.split())


@pytest.mark.parametrize("theme", Theme)
def test_each_theme_has_its_own_quiet_colours(scene: RoomScene, theme: Theme) -> None:
    image = scene.image(RoomPicture(scene_pages(ONE)[0], spec=Spec(theme=theme)), WIDTH)
    colours = colours_of(image)
    wanted = [HILLS[theme].of(tint) for tint in Tint]
    assert {colour.lower() for colour in wanted if colour} <= colours
    assert palette_of(theme).ground.lower() in colours
    top = image.copy(0, 0, WIDTH, 20)
    assert colours_of(top) == {palette_of(theme).ground.lower()}


def test_they_end_with_the_board_where_a_window_is_wider(scene: RoomScene) -> None:
    image = QImage(800, 270, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.paint(painter, RoomPicture(scene_pages(ONE)[0]), QRectF(0, 0, 800, 270))
    painter.end()
    ground = QColor(palette_of(Theme.WARM).ground).name()
    assert colours_of(image.copy(0, 0, 159, 270)) == {ground}
    assert colours_of(image.copy(641, 0, 159, 270)) == {ground}


def colours_of(image: QImage) -> set[str]:
    """Return every colour of an image."""
    pixels = range(0, image.width(), 2), range(0, image.height(), 2)
    return {image.pixelColor(x, y).name() for x, y in product(*pixels)}
