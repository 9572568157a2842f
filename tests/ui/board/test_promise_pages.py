"""The promise on the board: few pages in two languages, and none of them empty."""

from dataclasses import replace

import pytest

from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.domain.workshop import Workshop
from facilitator.room.layout.sheet import Role, TextItem
from facilitator.room.pages.gathering import promise_page
from facilitator.room.pages.picture import Spec
from facilitator.room.promise import promise_of, what_is_saved
from facilitator.ui.scene.scene import RoomScene
from tests.helpers.pictures import every_kind
from tests.helpers.workshops import a_workshop

pytestmark = pytest.mark.usefixtures("qtbot")
ONE, BOTH = (ENGLISH,), (WELSH, ENGLISH)
SPECS = [
    Spec(1080, low_vision=True),
    Spec(1440, low_vision=True),
    Spec(1080),
    Spec(1200, captions=True),
]


def a_usual_workshop(languages: tuple[Language, ...]) -> Workshop:
    workshop = a_workshop()
    setup = replace(
        workshop.setup,
        people=12,
        support="Mari at the door, 01234 567890",
        recipients="everyone here, and the team lead",
    )
    return replace(workshop, setup=setup, languages=languages)


@pytest.mark.parametrize("height", [1080, 1200])
@pytest.mark.parametrize(("languages", "most"), [(ONE, 3), (BOTH, 6)])
def test_the_promise_takes_few_pages_on_a_wide_display(
    height: int, languages: tuple[Language, ...], most: int
) -> None:
    page = promise_page(a_usual_workshop(languages), promise_of(a_usual_workshop(languages)))
    assert len(RoomScene().sheets(page, languages, Spec(height))) <= most


@pytest.mark.parametrize("languages", [ONE, BOTH])
@pytest.mark.parametrize("spec", SPECS)
def test_no_page_of_the_promise_stands_empty_and_nothing_is_under_the_least_size(
    spec: Spec, languages: tuple[Language, ...]
) -> None:
    workshop = a_usual_workshop(languages)
    for sentences in (promise_of(workshop), what_is_saved(workshop)):
        sheets = RoomScene().sheets(promise_page(workshop, sentences), languages, spec)
        for sheet in sheets:
            texts = [item for item in sheet.items if isinstance(item, TextItem)]
            assert any(text.style.role is not Role.PAGE for text in texts)
            assert min(text.style.size for text in texts) >= spec.least


@pytest.mark.parametrize("spec", SPECS)
def test_no_page_of_any_kind_stands_empty(spec: Spec) -> None:
    for name, content, languages in every_kind():
        sheets = RoomScene().sheets(content, languages, spec)
        for sheet in sheets if len(sheets) > 1 else ():
            texts = [item for item in sheet.items if isinstance(item, TextItem)]
            assert any(text.style.role is not Role.PAGE for text in texts), name
