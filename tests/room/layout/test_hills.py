"""The hills: only where nothing is worked on, never under a text, on boards of any shape."""

from itertools import product

import pytest

from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.room.layout.hills import hills_of, top_over
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import HillsItem, Role, Sheet, TextItem, Tint
from facilitator.room.pages.picture import Scene, ScenePage, Spec, Strip
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.pictures import BOTH, LONG_LINE, LONG_WORD, every_kind, scene_pages
from tests.helpers.rulers import FixedRuler

ONE = (ENGLISH,)
RULER = FixedRuler()
HEIGHTS = (600, 823, 1080, 1200, 1440)
RATIOS = (3.0, 5.0, 7.0, 9.0)
SPECS = tuple(Spec(height, ratio) for height, ratio in product(HEIGHTS, RATIOS))


def hills_on(sheet: Sheet) -> HillsItem | None:
    return next((item for item in sheet.items if isinstance(item, HillsItem)), None)


def texts_on(sheet: Sheet) -> list[TextItem]:
    return [item for item in sheet.items if isinstance(item, TextItem)]


@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_no_text_is_on_the_hills_and_none_is_lost(languages: tuple[Language, ...]) -> None:
    drawn = 0
    for page, spec in product(scene_pages(languages), SPECS):
        sheets = lay_out(page, languages, spec, RULER)
        for sheet in sheets:
            hills = hills_on(sheet)
            drawn += hills is not None
            for item in texts_on(sheet):
                assert item.area.bottom <= spec.height
                assert item.style.size >= spec.least
                wide = max(RULER.width(line, item.style.size, 0) for line in item.lines)
                if hills is not None:
                    top = top_over(hills, item.area.x, item.area.x + wide)
                    assert item.area.bottom <= top, (page.scene, spec)
        letters = "".join(
            line for sheet in sheets for item in texts_on(sheet) for line in item.lines
        )
        for words in (page.title, page.label, *page.texts, *(w for row in page.rows for w in row)):
            for language, text in words.texts:
                spoken = text.split() if language in languages else ()
                assert all(word in letters for word in spoken), (page.scene, spec, text)
    assert drawn > len(SPECS), "most pages have their hills"


def test_each_scene_has_its_hills_on_a_usual_board() -> None:
    for page in scene_pages(ONE):
        if page.title.first == LONG_LINE:
            continue
        (sheet,) = lay_out(page, ONE, Spec(), RULER)
        assert hills_on(sheet) is not None, page.scene


def test_nothing_that_is_worked_on_has_hills() -> None:
    for name, content, languages in every_kind():
        for sheet in lay_out(content, languages, Spec(), RULER):
            assert hills_on(sheet) is None, name


def test_the_bottom_fifth_stays_free_for_captions_and_for_the_strip() -> None:
    strip = Strip(Words.of("Now: Tea"), Words.of("Next: Talk"))
    for page in scene_pages(ONE):
        for sheet in lay_out(page, ONE, Spec(captions=True), RULER):
            assert hills_on(sheet) is None
            assert all(item.area.bottom <= 1080 * 0.8 for item in sheet.items)
        for sheet in lay_out(page, ONE, Spec(), RULER, strip):
            assert hills_on(sheet) is None


@pytest.mark.parametrize("height", HEIGHTS)
def test_they_are_along_the_lower_edge_with_the_sun_at_the_right(height: int) -> None:
    suns: dict[Scene, float] = {}
    for scene in Scene:
        hills = hills_of(scene, height)
        assert hills.area.bottom == height
        assert hills.area.y > 0
        assert top_over(hills, 0, 1920) == pytest.approx(hills.area.y, abs=1)
        sun = hills.shapes[0]
        assert sun.tint is Tint.BUTTER
        ends = [end for _first, _second, end in sun.curves]
        across = max(x for x, _y in ends) - min(x for x, _y in ends)
        assert across == pytest.approx(max(y for _x, y in ends) - min(y for _x, y in ends))
        assert min(x for x, _y in ends) > 1920 / 2
        suns[scene] = across
        assert [shape.tint for shape in hills.shapes[1:]] == [
            Tint.SKY,
            Tint.STONE,
            Tint.APRICOT,
            None,
        ]
    assert suns[Scene.WELCOME] == max(suns.values())
    assert hills_of(Scene.WELCOME, height).area.y == min(
        hills_of(scene, height).area.y for scene in Scene
    )


@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_another_title_in_its_place_moves_nothing(languages: tuple[Language, ...]) -> None:
    ready, back, over = (
        say_in(languages, Key.BREAK_READY),
        say_in(languages, Key.BACK_AT, time="11:10"),
        say_in(languages, Key.BREAK_OVER),
    )
    text = say_in(languages, Key.SUPPORT_OFFER)
    room = ready, say_in(languages, Key.BACK_AT, time="00:00"), over
    for spec in SPECS:
        before = None
        for title in (ready, back, over):
            page = ScenePage(Scene.BREAK, title, texts=(text,), title_room=room)
            bones = [
                [
                    item
                    for item in sheet.items
                    if not (isinstance(item, TextItem) and item.style.role is Role.HEADING)
                ]
                for sheet in lay_out(page, languages, spec, RULER)
            ]
            assert before in (None, bones), spec
            before = bones


def test_when_we_are_back_is_the_largest_text() -> None:
    back = say_in(ONE, Key.BACK_AT, time="11:10")
    page = ScenePage(
        Scene.BREAK,
        back,
        label=say_in(ONE, Key.BREAK_TITLE),
        texts=(say_in(ONE, Key.SUPPORT_OFFER),),
    )
    (sheet,) = lay_out(page, ONE, Spec(), RULER)
    largest, *others = sorted(texts_on(sheet), key=lambda item: -item.style.size)
    assert largest.lines == ("Back at 11:10",)
    assert largest.style.size > 2.5 * max(item.style.size for item in others)


def test_a_title_with_a_word_that_is_too_long_is_still_shown_whole() -> None:
    page = ScenePage(Scene.WELCOME, Words.of(LONG_WORD), label=say_in(ONE, Key.WELCOME_LABEL))
    sheets = lay_out(page, ONE, Spec(), RULER)
    letters = "".join("".join(item.lines) for sheet in sheets for item in texts_on(sheet))
    assert LONG_WORD in letters
