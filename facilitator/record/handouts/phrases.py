"""The fixed sentences of the documents, from ``[handouts]`` of ``resources/sentences``.

Some are sentences that the board shows as well: paper and board say the same.
"""

from enum import StrEnum

from facilitator.domain.text.language import Language, Words
from facilitator.record.phrases import record_languages
from facilitator.sentences import sentence


class Phrase(StrEnum):
    """A fixed sentence of the documents."""

    CARDS = "cards"
    LARGE_CARDS = "large_cards"
    NOT_IN_RECORD = "not_in_record"
    PROMPTS = "prompts"

    @property
    def part(self) -> str:
        """Its table in the sentence files."""
        return "handouts"


def say(language: Language, key: Phrase, **fields: str | int) -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    return sentence(language, key, key.part).format(**fields)


def said_in(languages: tuple[Language, ...], key: Phrase, **fields: str | int) -> Words:
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


def named(key: Phrase, languages: tuple[Language, ...]) -> tuple[str, Language]:
    """Return the name of a document, and the language that its file is in first."""
    first = record_languages(languages)[0]
    return say(first, key), first
