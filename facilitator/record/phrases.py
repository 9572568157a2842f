"""The fixed sentences of the record, from the part ``[record]`` of ``resources/sentences``.

Whole sentences only: none is put together from parts, so that each language keeps its own order.
"""

from datetime import date
from enum import StrEnum

from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.domain.time.dates import day
from facilitator.sentences import offered, sentence


class Phrase(StrEnum):
    """A fixed sentence of the record."""

    RECORD = "record"
    DATE = "date"
    PLAN = "plan"
    PURPOSE = "purpose"
    RECIPIENTS = "recipients"
    LOOK_AGAIN = "look_again"
    REPLACES = "replaces"
    REPLACES_WHAT = "replaces_what"
    FACILITATOR = "facilitator"
    REACH = "reach"
    SUPPORT = "support"
    AGREEMENT = "agreement"
    AGREED_HANDS = "agreed_by_hands"
    AGREED_HEADS_DOWN = "agreed_with_heads_down"
    AGREED_SLIPS = "agreed_on_slips"
    AGREED_CORNER = "agreed_at_the_typing_corner"
    EARLIER = "earlier"
    PARKED = "parked"
    REASON = "reason"
    COME_BACK = "come_back"
    SAID = "said"
    UNNAMED = "unnamed"
    DRAWING = "drawing"
    HELPER_WORDS = "helper_words"
    ON_THEIR_OWN = "on_their_own"
    ALSO_IN = "also_in"
    NEXT_STEPS = "next_steps"
    WHO = "who"
    BY_WHEN = "by_when"
    STAYS = "stays"
    WHAT_WAS_DONE = "what_was_done"
    ABOUT = "about"
    NO_NAMES = "no_names"
    READ_FIRST = "read_first"
    MIXED = "mixed"
    DELETED = "deleted"
    BESIDE = "beside"
    TAKE_OUT = "take_out"
    TAKE_OUT_FROM = "take_out_from_somebody_named"
    MINUTES = "minutes"
    MINUTES_OF = "minutes_of"
    MINUTES_ELSE = "minutes_else"
    MINUTES_ALL = "minutes_all"
    MINUTES_HOW = "minutes_how"
    PAGE = "page"


PART = "record"


def record_languages(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages that have fixed sentences, each once; English if none has."""
    return tuple(dict.fromkeys(filter(offered().__contains__, languages))) or (ENGLISH,)


def phrase(language: Language, key: Phrase, **fields: str | int) -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    return sentence(language, key, PART).format(**fields)


def phrases(languages: tuple[Language, ...], key: Phrase, **fields: str | int) -> Words:
    """Return a fixed sentence in each of the languages that has it."""
    return Words(
        tuple(
            (language, phrase(language, key, **fields)) for language in record_languages(languages)
        )
    )


def days(languages: tuple[Language, ...], when: date) -> Words:
    """Return a date in each of the languages that has fixed sentences."""
    return Words(tuple((language, day(language, when)) for language in record_languages(languages)))
