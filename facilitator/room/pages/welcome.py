"""The welcome before the workshop starts. The group's name is on it only if it may be seen."""

from facilitator.domain.text.language import Words
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.pages.picture import Scene, ScenePage
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key


def welcome_page(workshop: Workshop) -> ScenePage:
    """Return the welcome: the title, the group if it may be seen, and when we start."""
    languages, setup = workshop.languages, workshop.setup
    texts: list[Words] = []
    if setup.group and workshop.board.showing is Showing.WELCOME_GROUP:
        texts.append(Words.of(setup.group, languages[0]))
    if setup.starts_at is not None:
        time = time_of_day(setup.starts_at)
        texts.append(say_in(languages, Key.WELCOME_START, time=time))
    return ScenePage(
        Scene.WELCOME,
        title=_title(workshop),
        label=say_in(languages, Key.WELCOME_LABEL),
        texts=tuple(texts),
    )


def _title(workshop: Workshop) -> Words:
    """Return the plan's title in each language, or the one that was typed for this workshop."""
    plan, typed = workshop.plan_title, workshop.setup.title
    if not typed or typed in (text for _language, text in plan.texts):
        return plan
    return Words.of(typed, workshop.languages[0])
