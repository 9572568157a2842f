"""Dots in words, for the board and the record."""

from functools import lru_cache

from facilitator.domain.text.language import Language, Words
from facilitator.kinds.dots.counts import Result
from facilitator.kinds.dots.sentences import Sentence
from facilitator.room.say import say_in


@lru_cache(maxsize=1024)  # no words of people
def beside_words(result: Result, languages: tuple[Language, ...]) -> Words:
    """Return how many dots a line has."""
    key = Sentence.BESIDE_OR_MORE if result.or_more else Sentence.BESIDE
    return say_in(languages, key, dots=result.dots)
