"""Two languages on a small projector: every page says something, and says it whole."""

from itertools import chain

import pytest

from facilitator.domain.text.language import Words
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import Role, Sheet, TextItem
from facilitator.room.pages.picture import Spec, StepPage, TimeShown
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.pictures import BOTH
from tests.helpers.rulers import FixedRuler

SMALL = (BOTH, Spec(height=1440), FixedRuler())


def questions(sheet: Sheet) -> list[TextItem]:
    """Return the large texts of a sheet."""
    texts = [item for item in sheet.items if isinstance(item, TextItem)]
    return [item for item in texts if item.style.role is Role.HEADING]


@pytest.mark.parametrize("words", range(4, 40))
@pytest.mark.parametrize("foot", [Words(), say_in(BOTH, Key.CLOSE_SOON)])
def test_no_sheet_stands_empty_for_words_that_may_come(words: int, foot: Words) -> None:
    question = Words.from_mapping(
        {"cy": " ".join(["gonestrwydd"] * words), "en": " ".join(["honesty"] * words)}
    )
    page = StepPage(say_in(BOTH, Key.FORM_PLENARY), question, time=TimeShown(6, 12), foot=foot)
    for sheet in lay_out(page, *SMALL):
        assert questions(sheet)


def test_a_question_is_set_smaller_rather_than_a_word_of_it_broken() -> None:
    question = Words.from_mapping({"cy": "Cydweithredu yma", "en": "Together"})
    page = StepPage(Words(), question)
    headings = chain.from_iterable(questions(sheet) for sheet in lay_out(page, *SMALL))
    lines = [line for item in headings for line in item.lines]
    assert "Cydweithredu" in " ".join(lines).split()
