"""Small steps on the board: each whole on its card, its details beside their signs."""

from itertools import pairwise

from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import BoxItem, Sheet, Sign, SignItem, TextItem
from facilitator.room.pages.picture import Spec, StepCard, StepsPage
from tests.helpers.pictures import LONG_LINE, LONG_WORD, SAID
from tests.helpers.rulers import FixedRuler
from tests.room.layout.test_shapes import every_board

DETAILS = (Sign.PERSON, Sign.PEOPLE, Sign.DAY)


def spoken(text: str, languages: tuple[Language, ...]) -> Words:
    """Return a text in each language."""
    return Words(tuple((language, f"{text} {language}") for language in languages))


def cards(languages: tuple[Language, ...]) -> tuple[StepCard, ...]:
    """Return steps of every shape, the last ones long."""
    everyone, day = spoken("Everyone", languages), spoken("by 7 December", languages)
    return (
        StepCard(SAID[0], Words.of("Tom and Priya"), by=day),
        StepCard(SAID[1], everyone, everyone=True, by=Words.of("from next week")),
        StepCard(SAID[2]),
        StepCard(SAID[4], Words.of("توم وبريا"), by=day),
        StepCard(LONG_LINE, by=day),
        StepCard(LONG_WORD, Words.of(LONG_WORD)),
    )


def page(languages: tuple[Language, ...]) -> StepsPage:
    return StepsPage(
        spoken("Small steps", languages),
        cards(languages),
        spoken("Ideas for later", languages),
        (SAID[5], LONG_LINE),
        foot=spoken("We look again on 14 January", languages),
    )


def sheets_of(languages: tuple[Language, ...], spec: Spec) -> tuple[Sheet, ...]:
    return lay_out(page(languages), languages, spec, FixedRuler())


@every_board
def test_all_words_are_on_the_board_and_no_text_is_under_the_least_size(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    sheets = sheets_of(languages, spec)
    lines = {word for sheet in sheets for word in sheet.text.split()}
    for card in cards(languages)[:-1]:  # the last one has a word that breaks
        for text in (card.text, card.who.first, card.by.first):
            assert lines >= set(text.split())
    for sheet in sheets:
        for item in sheet.items:
            if isinstance(item, TextItem):
                assert item.style.size >= spec.least
                assert item.area.bottom <= spec.height


@every_board
def test_a_detail_is_at_the_right_of_its_sign_and_on_its_card(
    languages: tuple[Language, ...], spec: Spec
) -> None:
    for sheet in sheets_of(languages, spec):
        boxes = [item.area for item in sheet.items if isinstance(item, BoxItem)]
        texts = [item.area for item in sheet.items if isinstance(item, TextItem)]
        for sign in sheet.items:
            if not isinstance(sign, SignItem) or sign.sign not in DETAILS:
                continue
            middle = sign.area.y + sign.area.height / 2
            beside = [area for area in texts if area.y <= middle <= area.bottom]
            assert any(sign.area.right < area.x for area in beside)
            assert any(box.y < middle < box.bottom for box in boxes)


@every_board
def test_cards_do_not_meet(languages: tuple[Language, ...], spec: Spec) -> None:
    for sheet in sheets_of(languages, spec):
        boxes = [item.area for item in sheet.items if isinstance(item, BoxItem)]
        for above, below in pairwise(boxes):
            assert above.bottom < below.y


def test_three_short_steps_are_on_one_sheet() -> None:
    three = StepsPage(
        Words.of("Small steps we will try"),
        (StepCard("Begin quietly", Words.of("Sam"), by=Words.of("by 7 December")),) * 3,
        foot=Words.of("We look again on 14 January"),
    )
    (sheet,) = lay_out(three, (ENGLISH,), Spec(), FixedRuler())
    assert sum(isinstance(item, BoxItem) for item in sheet.items) == 3


def test_ideas_for_later_begin_a_sheet_of_their_own() -> None:
    ideas = StepsPage(
        Words.of("Small steps"), (StepCard("One"),), Words.of("Ideas for later"), ("Two",)
    )
    first, second = lay_out(ideas, (ENGLISH,), Spec(), FixedRuler())
    assert "Ideas" not in first.text
    assert second.text.startswith("Ideas for later\nTwo")


def test_with_ideas_alone_there_is_no_empty_sheet_of_steps() -> None:
    ideas = StepsPage(Words.of("Small steps"), (), Words.of("Ideas for later"), ("Two",))
    (sheet,) = lay_out(ideas, (ENGLISH,), Spec(), FixedRuler())
    assert sheet.text.startswith("Ideas for later")


def test_a_step_that_nobody_looks_after_has_no_sign_of_a_person() -> None:
    alone = StepsPage(Words.of("Small steps"), (StepCard("One", NO_WORDS),))
    (sheet,) = lay_out(alone, (ENGLISH,), Spec(), FixedRuler())
    signs = [item.sign for item in sheet.items if isinstance(item, SignItem)]
    assert signs == [Sign.STEPS]
