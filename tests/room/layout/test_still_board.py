"""Time moves nothing on a page: it only changes words and ring inside fixed slots."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.text.language import ENGLISH, Language
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.ruler import Ruler
from facilitator.room.layout.sheet import Role, RuleItem, Sheet, TextItem
from facilitator.room.pages.picture import MessagePage, RoomPicture, ScenePage, Spec
from tests.helpers.passing_time import Shown, bones, every_page
from tests.helpers.pictures import BOTH
from tests.helpers.rulers import FixedRuler

ONE = (ENGLISH,)
HEIGHTS = {"1920x1080": 1080, "1280x720": 1080, "1024x768": 1440, "21:9": 823}
SPECS = st.builds(
    Spec,
    height=st.sampled_from(sorted(set(HEIGHTS.values()))),
    ratio=st.floats(3, 9),
    low_vision=st.booleans(),
    captions=st.booleans(),
)


@cache
def pages(languages: tuple[Language, ...], *, strip: bool, pinned: bool) -> tuple[Shown, ...]:
    with TemporaryDirectory() as folder:
        return every_page(Path(folder), languages, strip=strip, pinned=pinned)


def laid(picture: RoomPicture, spec: Spec, ruler: Ruler) -> tuple[Sheet, ...]:
    return lay_out(picture.content, picture.languages, spec, ruler, picture.strip)


def assert_nothing_moves(page: Shown, spec: Spec, ruler: Ruler) -> None:
    """See that all sheets of a page stay as they are but for words and ring in their slots."""
    first, *others = dict.fromkeys(page.pictures)
    before = [bones(first.content, sheet) for sheet in laid(first, spec, ruler)]
    for picture in others:
        after = [bones(picture.content, sheet) for sheet in laid(picture, spec, ruler)]
        assert len(after) == len(before), f"{page.name}: a page comes or goes"
        assert after == before, page.name


def assert_a_turn_moves_nothing(page: Shown, spec: Spec, ruler: Ruler) -> None:
    """See that head and foot are the same on each two sheets that have them."""
    for picture in dict.fromkeys(page.pictures):
        for before, after in pairwise(laid(picture, spec, ruler)):
            numbers = [
                (i.area.right, i.area.y) for i in (*texts(before), *texts(after)) if is_number(i)
            ]
            assert len(set(numbers)) == 1, page.name
            feet = [
                {i for i in texts(sheet) if i.style.role is Role.FOOT} for sheet in (before, after)
            ]
            runs_on = isinstance(
                picture.content, MessagePage | ScenePage
            )  # a long foot goes with the rows
            if all(feet) and not runs_on:
                assert feet[0] <= feet[1], f"{page.name}: only the minutes come, without a ring"
                assert rule_over(before, feet[0]) == rule_over(after, feet[0]), page.name


def texts(sheet: Sheet) -> list[TextItem]:
    return [item for item in sheet.items if isinstance(item, TextItem)]


def is_number(item: TextItem) -> bool:
    return item.style.role is Role.PAGE


def rule_over(sheet: Sheet, feet: set[TextItem]) -> float:
    """Return where the line over the foot of a sheet is."""
    top = min(item.area.y for item in feet)
    rules = (
        i.area for i in sheet.items if isinstance(i, RuleItem) and i.area.width > i.area.height
    )
    return max(area.y for area in rules if area.y < top)


@settings(max_examples=25, deadline=None)
@given(
    SPECS,
    st.sampled_from([ONE, BOTH]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 15),
)
def test_time_moves_nothing_on_any_kind_of_page(
    spec: Spec, languages: tuple[Language, ...], strip: bool, pinned: bool, place: int
) -> None:
    every = pages(languages, strip=strip, pinned=pinned)
    assert_nothing_moves(every[place % len(every)], spec, FixedRuler())


@pytest.mark.parametrize("height", sorted(set(HEIGHTS.values())))
@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
@pytest.mark.parametrize("strip", [False, True])
def test_time_moves_nothing_where_the_back_row_is_five_images_away(
    languages: tuple[Language, ...], height: int, *, strip: bool
) -> None:
    for page in pages(languages, strip=strip, pinned=True):
        assert_nothing_moves(page, Spec(height), FixedRuler())


@pytest.mark.parametrize("height", sorted(set(HEIGHTS.values())))
@pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])
def test_turning_a_page_moves_nothing_in_head_and_foot(
    languages: tuple[Language, ...], height: int
) -> None:
    turned = 0
    for page in pages(languages, strip=False, pinned=True):
        assert_a_turn_moves_nothing(page, Spec(height), FixedRuler())
        turned += len(laid(page.pictures[0], Spec(height), FixedRuler())) > 1
    assert turned > 2, "there were pages to turn"


def test_every_kind_of_page_came_to_its_cue_and_its_end() -> None:
    looks = {page.name: len(set(page.pictures)) for page in pages(ONE, strip=True, pinned=True)}
    assert {"talk", "said", "read", "tea", "writing", "closed", "long", "slack"} <= set(looks)
    for name in ("talk", "said", "read", "tea", "writing", "long"):
        assert looks[name] > 2, name
