"""Every fixed sentence that the room meets, in the workshop's languages (decision 9).

The sentences stand in ``resources/sentences``, one file a language, so that a speaker can read
and mend them. A language is offered only when its file holds every sentence; ``UNCHECKED`` names
the languages whose sentences no speaker has checked yet, and the facilitator is told so.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from facilitator.domain.language import ENGLISH, WELSH, Language, Words
from facilitator.resources import resource
from facilitator.room.keys import Key

KNOWN = (ENGLISH, WELSH)
UNCHECKED = frozenset({WELSH})


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """Return all fixed sentences of a known language, by key."""
    text = resource(f"sentences/{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def offered() -> tuple[Language, ...]:
    """Return the languages in which the program can say everything to the room."""
    return tuple(language for language in KNOWN if set(Key) <= set(sentences(language)))


def say(language: Language, key: Key, **fields: str | int) -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    table = sentences(language if language in offered() else ENGLISH)
    return table[key].format(**fields)


def say_in(languages: tuple[Language, ...], key: Key, **fields: str | int) -> Words:
    """Return a fixed sentence in each of the workshop's languages, in their order."""
    return Words(tuple((language, say(language, key, **fields)) for language in languages))
