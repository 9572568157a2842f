"""The day and the time of a workshop, in words."""

from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.time.dates import weekday
from facilitator.record.handouts.pack import Pack
from facilitator.record.handouts.phrases import Phrase, say


def date_of(pack: Pack, languages: tuple[Language, ...]) -> Words:
    """Return the day of a workshop in each language, if it is set."""
    if pack.day is None:
        return NO_WORDS
    return Words(tuple((language, weekday(language, pack.day)) for language in languages))


def time_of(pack: Pack, languages: tuple[Language, ...]) -> Words:
    """Return when a workshop begins and ends in each language, if it is set."""
    if pack.starts is None:
        return NO_WORDS
    start, *_rest, end = pack.times()
    return Words(
        tuple(
            (language, say(language, Phrase.FROM_TO, start=start, end=end))
            for language in languages
        )
    )
