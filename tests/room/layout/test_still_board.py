"""Time moves nothing on a page: it only changes words and ring inside fixed slots."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language
from facilitator.room.layout.pages import Pages
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.sheet import Role, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import RoomPicture, Spec, StepPage
from tests.helpers.passing_time import Shown, bones, every_page
from tests.helpers.pictures import BOTH
from tests.helpers.rulers import FixedRuler

ONE = (ENGLISH,)
HEIGHTS = {"1920x1080": 1080, "1280x720": 1080, "1024x768": 1440, "21:9": 823}
SPECS = (
    *(Spec(height) for height in sorted(set(HEIGHTS.values()))),
    Spec(1080, ratio=3),
    Spec(1440, ratio=9),
    Spec(823, ratio=7),
    Spec(1080, ratio=4, low_vision=True),
    Spec(1200, ratio=4, captions=True),
)


@cache
def pages(languages: tuple[Language, ...]) -> tuple[Shown, ...]:
    with TemporaryDirectory() as folder:
        return every_page(Path(folder), languages)


def bare(page: Shown) -> Shown:
    """Return a page as it is without the strip and without a line of the agreement."""
    return replace(page, pictures=tuple(map(_bare, page.pictures)))


def _bare(picture: RoomPicture) -> RoomPicture:
    content = picture.content
    if isinstance(content, StepPage):
        content = replace(content, pin="", pin_label=NO_WORDS)
    return replace(picture, content=content, strip=None)


def laid(picture: RoomPicture, spec: Spec, pages: Pages) -> tuple[Sheet, ...]:
    return pages.sheets(replace(picture, spec=spec))


def assert_nothing_moves(page: Shown, spec: Spec, pages: Pages) -> None:
    """See that all sheets of a page stay as they are but for words and ring in their slots."""
    first, *others = dict.fromkeys(page.pictures)
    before = [bones(first.content, sheet) for sheet in laid(first, spec, pages)]
    for picture in others:
        after = [bones(picture.content, sheet) for sheet in laid(picture, spec, pages)]
        assert len(after) == len(before), f"{page.name}: a page comes or goes"
        assert after == before, page.name


def assert_a_turn_moves_nothing(page: Shown, spec: Spec, pages: Pages) -> None:
    """See that head and foot are the same on each two sheets that have them."""
    for picture in dict.fromkeys(page.pictures):
        for before, after in pairwise(laid(picture, spec, pages)):
            numbers = [
                (i.area.right, i.area.y) for i in (*texts(before), *texts(after)) if is_number(i)
            ]
            assert len(set(numbers)) == 1, page.name
            feet = [feet_of(sheet) for sheet in (before, after)]
            if all(feet):
                assert feet[0] <= feet[1], f"{page.name}: only the minutes come, without a ring"
                assert rules_over(before) == rules_over(after), page.name


def texts(sheet: Sheet) -> list[TextItem]:
    return [item for item in sheet.items if isinstance(item, TextItem)]


def is_number(item: TextItem) -> bool:
    return item.style.role is Role.PAGE


def rules_over(sheet: Sheet) -> list[float]:
    """Return where the line over the foot of a sheet is."""
    return [i.area.y for i in sheet.items if isinstance(i, RuleItem) and i.over_foot]


def feet_of(sheet: Sheet) -> set[TextItem]:
    """Return the texts in the foot of a sheet; not those of a foot that goes with the rows."""
    top = max(rules_over(sheet), default=sheet.height)
    feet = (item for item in texts(sheet) if item.style.role is Role.FOOT)
    return {item for item in feet if item.area.y > top}


@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_neither_time_nor_a_turn_moves_anything_on_any_kind_of_page(
    languages: tuple[Language, ...],
) -> None:
    assert_still(languages, FixedRuler(), SPECS)


def assert_still(languages: tuple[Language, ...], ruler: Ruler, specs: tuple[Spec, ...]) -> None:
    """See that time and turns move nothing on boards of any shape, with and without a strip."""
    turned = 0
    for spec in specs:
        shared = Pages(ruler)
        for page in pages(languages):
            for variant in (page, bare(page)):
                assert_nothing_moves(variant, spec, shared)
                assert_a_turn_moves_nothing(variant, spec, shared)
            turned += len(laid(page.pictures[0], spec, shared)) > 1
    assert turned > 2, "there were pages to turn"


def test_every_kind_of_page_came_to_its_cue_and_its_end() -> None:
    looks = {page.name: len(set(page.pictures)) for page in pages(ONE)}
    assert {"talk", "said", "read", "tea", "writing", "closed", "long", "slack"} <= set(looks)
    for name in ("talk", "said", "read", "tea", "writing", "long"):
        assert looks[name] > 2, name
