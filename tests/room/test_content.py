"""The content of the board at each state of a workshop."""

from dataclasses import replace

from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.room.pages.content import label_of, page_of_step
from tests.helpers.workshops import SLACK, a_plain_step


def test_a_step_that_is_called_like_its_kind_says_so_once() -> None:
    slack = a_plain_step(SLACK, StepKind.SLACK)
    both = (WELSH, ENGLISH)
    named = replace(slack, title=label_of(slack, both))
    assert page_of_step(named, both).label == NO_WORDS
    assert page_of_step(named, both).question == named.title


def test_a_step_with_a_name_of_its_own_says_its_kind_too() -> None:
    slack = a_plain_step(SLACK, StepKind.SLACK)
    both = (WELSH, ENGLISH)
    named = replace(slack, title=Words((*label_of(slack, (WELSH,)).texts, (ENGLISH, "Tea?"))))
    assert page_of_step(named, both).label == label_of(slack, both)
