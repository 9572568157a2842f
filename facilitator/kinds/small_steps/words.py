"""Small steps in words, for the board and the record."""

from datetime import date

from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.time.dates import day, day_and_month
from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.kinds.small_steps.state import SmallStep
from facilitator.room.say import say, say_in

Languages = tuple[Language, ...]


def who_in_words(step: SmallStep, languages: Languages) -> Words:
    """Return who looks after a step; nothing where nobody was named."""
    if step.everyone:
        return say_in(languages, Sentence.EVERYONE)
    return Words.of(step.who, languages[0])


def by_in_words(step: SmallStep, languages: Languages, *, year: bool = False) -> Words:
    """Return by when a step is done: a day in each language, or people's own words."""
    if step.by_day is None:
        return Words.of(step.by, languages[0])
    return _on_a_day(Sentence.BY_DAY, step.by_day, languages, year=year)


def look_again_in_words(when: date | None, languages: Languages) -> Words:
    """Return when the group looks again; nothing until it is decided."""
    if when is None:
        return NO_WORDS
    return _on_a_day(Sentence.LOOK_AGAIN, when, languages, year=False)


def _on_a_day(key: Sentence, when: date, languages: Languages, *, year: bool) -> Words:
    named = day if year else day_and_month
    return Words(tuple((each, say(each, key, day=named(each, when))) for each in languages))
