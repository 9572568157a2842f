"""The fixed sentences of the documents, from ``[handouts]`` of ``resources/sentences``.

Some are sentences that the board shows as well: paper and board say the same.
"""

from enum import StrEnum

from facilitator.domain.text.language import Language, Words
from facilitator.record.phrases import record_languages
from facilitator.sentences import sentence


class Phrase(StrEnum):
    """A fixed sentence of the documents."""

    PROMPTS = "prompts"
    CARDS = "cards"
    LARGE_CARDS = "large_cards"
    NOT_IN_RECORD = "not_in_record"
    BEFORE = "before"
    DATE = "date"
    WHEN = "when"
    FROM_TO = "from_to"
    WHERE = "where"
    CONTACT = "contact"
    SUPPORT = "support"
    HAPPENS = "happens"
    HAPPENS_ABOUT = "happens_about"
    TIME = "time"
    PART = "part"
    MINUTES = "minutes"
    FINISH = "finish"
    BREAK_IN_IT = "break_in_it"
    WAYS = "ways"
    WAY_SAY = "way_say"
    WAY_WRITE = "way_write"
    WAY_CORNER = "way_corner"
    WAY_CARDS = "way_cards"
    WAY_TELL = "way_tell"
    WAY_LANGUAGES = "way_languages"
    WAY_LEAVE = "way_leave"
    WAY_LATE = "way_late"
    WAY_WITH = "way_with"
    KEPT = "kept"
    CHANGE = "change"
    CHANGE_HOW = "change_how"
    SCALES = "scales"
    AGREEMENT = "agreement"
    BEGIN_WITH = "begin_with"
    BEGIN_FOOT = "begin_foot"
    DOTS = "dots"
    DOTS_WORDS = "dots_words"
    SIGNALS = "signals"
    STOP = "stop"
    STOP_HOW = "stop_how"
    SLOW = "slow"
    SLOW_HOW = "slow_how"
    REST = "rest"
    REST_HOW = "rest_how"
    PRIVACY = "privacy"
    PRIVACY_TITLE = "privacy_title"
    RESPONSIBLE = "responsible"
    FACILITATOR_IS = "facilitator_is"
    WHY = "why"
    WHY_TEXT = "why_text"
    WHAT = "what"
    WHAT_TEXT = "what_text"
    LONG = "long"
    LONG_TEXT = "long_text"
    SEES = "sees"
    SEES_TEXT = "sees_text"
    OUT = "out"
    LEGAL = "legal"
    UNTIL = "until"
    RECORD_TO = "record_to"
    ASK = "ask"
    COMPLAIN = "complain"
    COMPLAIN_TEXT = "complain_text"
    INTERPRETER = "interpreter"
    HOW = "how"
    HOW_FIRST = "how_first"
    HOW_BREATH = "how_breath"
    HOW_SLOW = "how_slow"
    HOW_ALL = "how_all"
    HOW_LINE = "how_line"
    HOW_AWAY = "how_away"
    SAID = "said"
    GLOSSARY = "glossary"
    GLOSSARY_HOW = "glossary_how"
    TERM = "term"
    WELSH = "welsh"

    @property
    def part(self) -> str:
        """Its table in the sentence files."""
        return "handouts"


class BoardPhrase(StrEnum):
    """A fixed sentence that the board shows as well."""

    AGREEMENT = "agreement_title"
    MINUTES = "minutes_short"
    AGREEMENT_FOOT = "agreement_foot"
    KEPT = "short_kept"
    READS = "short_reads"
    OUT = "short_out"

    @property
    def part(self) -> str:
        """No table: these are the first in the sentence files."""
        return ""


def say(language: Language, key: Phrase | BoardPhrase, **fields: str | int) -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    return sentence(language, key, key.part).format(**fields)


def said_in(
    languages: tuple[Language, ...], key: Phrase | BoardPhrase, **fields: str | int
) -> Words:
    """Return a fixed sentence in each of the languages that has it."""
    return Words(
        tuple((language, say(language, key, **fields)) for language in record_languages(languages))
    )


def in_print(words: Words, languages: tuple[Language, ...]) -> Words:
    """Return the texts in the languages that are printed, in their order; else the first text."""
    by_language = dict(words.texts)
    texts = tuple(
        (language, by_language[language]) for language in languages if language in by_language
    )
    return Words(texts or words.texts[:1])


def only(language: Language, key: Phrase | BoardPhrase, **fields: str | int) -> Words:
    """Return a fixed sentence in one language."""
    return Words.of(say(language, key, **fields), language)


def typed(text: str) -> Words:
    """Return a text that somebody typed, whose language is not known."""
    return Words.of(text, Language(""))


def named(key: Phrase, languages: tuple[Language, ...]) -> tuple[str, Language]:
    """Return the name of a document, and the language that its file is in first."""
    first = record_languages(languages)[0]
    return say(first, key), first
