"""The agreement as the room sees it, in our own letters, on a small and a large projector."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from facilitator.domain.agreement.checking import begin_check, close_check
from facilitator.domain.agreement.checks import HandsWay, Tally
from facilitator.domain.agreement.line import Parking, Wording
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.domain.workshop import Showing, Workshop
from facilitator.live.session.lettering import with_letters
from facilitator.room.checks import checks
from facilitator.room.layout.sheet import TextItem
from facilitator.room.pages.agreement import agreement_page, late_page
from facilitator.room.pages.picture import WIDTH, Content, RoomPicture, Spec
from facilitator.room.pages.record import record_page
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.ui.scene.scene import RoomScene
from facilitator.ui.widgets.theme import palette_of
from tests.room.layout.test_layout import assert_whole
from tests.room.pages.test_agreement import BOTH, LINES, LONG, ONE, with_lines, words_on
from tests.ui.scene.test_scene import ink

SIZES = pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
LANGUAGES = pytest.mark.parametrize("languages", [ONE, BOTH], ids=["en", "cy+en"])


@pytest.fixture(scope="module")
def scene(qapp: object) -> RoomScene:
    assert qapp
    return RoomScene()


def listed(workshop: Workshop) -> Workshop:
    """Return the workshop with the list for the record on the board."""
    return with_letters(
        replace(workshop, board=replace(workshop.board, showing=Showing.RECORD)), {}
    )


def pages_of(workshop: Workshop) -> Iterator[Content]:
    """Return every page that shows the agreement's lines."""
    yield agreement_page(workshop)
    yield late_page(workshop)
    yield record_page(listed(workshop), {})


def assert_seen_whole(
    scene: RoomScene, content: Content, languages: tuple[Language, ...], size: tuple[int, int]
) -> str:
    """See that nothing is small, cut or over the edge, and return all words on the pages."""
    width, height = size
    spec = Spec(round(WIDTH * height / width))
    sheets = list(scene.sheets(content, languages, spec))
    assert_whole(sheets, spec)
    for page, sheet in enumerate(sheets):
        for item in sheet.items:
            if isinstance(item, TextItem):
                for line in item.lines:
                    wide = scene.ruler.width(line, item.style.size, item.style.weight)
                    assert wide <= item.area.width + 1
        image = scene.image(RoomPicture(content, languages, spec, page), width)
        side, edge = width * 90 / WIDTH, width * 60 / WIDTH
        ground = palette_of(spec.theme).ground
        for margin in (
            QRectF(0, 0, side, height),
            QRectF(width - side, 0, side, height),
            QRectF(0, 0, width, edge),
            QRectF(0, height - edge, width, edge),
        ):
            assert not ink(image, margin, ground)
    return words_on(sheets)


@SIZES
@LANGUAGES
@pytest.mark.parametrize("last", [LINES[11], LONG], ids=["short", "long"])
@pytest.mark.parametrize("count", [1, 5, 8, 12])
def test_an_agreement_of_any_length_is_seen_whole(
    scene: RoomScene,
    width: int,
    height: int,
    languages: tuple[Language, ...],
    last: str,
    count: int,
) -> None:
    lines = (*LINES[: count - 1], last)
    for agreed in (0, count - 1, count):
        for content in pages_of(with_lines(lines, agreed, languages)):
            text = assert_seen_whole(scene, content, languages, (width, height))
            wanted = (
                lines if content == agreement_page(with_lines(lines, agreed, languages)) else ()
            )
            assert not [line for line in wanted if line.replace(" ", "") not in text]


@SIZES
@LANGUAGES
def test_what_waits_and_earlier_wordings_are_named_on_the_page_where_they_begin(
    scene: RoomScene, width: int, height: int, languages: tuple[Language, ...]
) -> None:
    workshop = with_lines(LINES[:8], 8, languages)
    agreement, line = workshop.agreement, workshop.agreement.lines[0]
    worded = agreement.word(line.id, Wording(LONG)).park(agreement.lines[1].id, Parking("It waits"))
    tally = Tally.of(checks()[0], HandsWay.HANDS).counted(0, 9)
    agreed = replace(close_check(begin_check(worded, (line.id,), tally)), checking=None)
    content = record_page(listed(replace(workshop, agreement=agreed)), {})
    assert_seen_whole(scene, content, languages, (width, height))
    sheets = scene.sheets(content, languages, Spec(round(WIDTH * height / width)))
    for key, text in ((Key.RECORD_PARKED, LINES[1]), (Key.RECORD_EARLIER, LINES[0])):
        (page,) = [
            sheet
            for sheet in sheets
            if all(say(language, key) in sheet.text for language in languages)
        ]
        assert text in page.text


def test_a_foot_that_says_nothing_new_costs_no_page(scene: RoomScene) -> None:
    six = with_lines(LINES[:6], 6, BOTH)
    (sheet,) = scene.sheets(agreement_page(six), BOTH, Spec())
    assert say(ENGLISH, Key.AGREEMENT_FOOT) not in sheet.text
    two = with_lines(LINES[:2], 2, BOTH)
    (sheet,) = scene.sheets(agreement_page(two), BOTH, Spec())
    assert say(WELSH, Key.AGREEMENT_FOOT) in sheet.text.replace("\n", " ")
