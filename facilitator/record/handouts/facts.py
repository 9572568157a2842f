"""When a workshop is, in words."""

from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.time.dates import weekday
from facilitator.record.handouts.pack import Pack
from facilitator.record.handouts.phrases import Phrase, say


def when(pack: Pack, languages: tuple[Language, ...]) -> Words:
    """Return the day and the time of a workshop in each language, as far as they are set."""
    if pack.begins is None:
        return NO_WORDS
    return Words(tuple((language, _when(pack, language)) for language in languages))


def _when(pack: Pack, language: Language) -> str:
    times = pack.times()
    if pack.day is None:
        return say(language, Phrase.CLOCK_FROM_TO, start=times[0], end=times[-1])
    day = weekday(language, pack.day)
    return say(language, Phrase.FROM_TO, day=day, start=times[0], end=times[-1])
