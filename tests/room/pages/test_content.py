"""The content of the board at each state of a workshop."""

from dataclasses import replace

from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Language, Words
from facilitator.kinds.registry import LIVE
from facilitator.room.pages.picture import StepPage
from facilitator.room.pages.timed import page_of_step as page_with
from tests.helpers.workshops import SLACK, a_plain_step


def label_of(step: Step, languages: tuple[Language, ...]) -> Words:
    """Return what the program does in a step, as its kind says it."""
    return LIVE.room.parts[step.kind].label(step, languages)


def page_of_step(step: Step, languages: tuple[Language, ...]) -> StepPage:
    """Return the page of a step with the words of its kind."""
    return page_with(step, languages, LIVE.room.parts[step.kind].words(step, languages))


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
