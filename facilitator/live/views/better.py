"""Starter lines, and better versions of lines that often go wrong.

Read from editable files, for each language that has fixed sentences.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.resources import resource
from facilitator.sentences import UNCHECKED


@dataclass(frozen=True, slots=True)
class Better:
    """A better wording, and what can go wrong with the suggested one."""

    why: str
    version: str
    checked: bool = True  # by a speaker of the language


@dataclass(frozen=True, slots=True)
class Starters:
    """Lines to offer in one language."""

    language: Language
    lines: tuple[str, ...]
    checked: bool = True  # by a speaker


def starters(languages: tuple[Language, ...]) -> tuple[Starters, ...]:
    """Return lines to offer a stuck room, in its languages that have some, else in English."""
    lines = starter_lines()
    available = {language for words in lines for language, _text in words.texts}
    return tuple(
        Starters(language, tuple(words.in_(language) for words in lines), language not in UNCHECKED)
        for language in [language for language in languages if language in available] or [ENGLISH]
    )


def better_than(line: str, languages: tuple[Language, ...] = (ENGLISH,)) -> Better | None:
    """Return a better version of this line, if such lines often go wrong.

    Matches the languages of the room, then English.
    """
    words = set(re.findall(r"\w+", line.lower()))
    for language in dict.fromkeys((*languages, ENGLISH)):
        for entry in _better_lines():
            if any(words >= set(phrase.split()) for phrase in entry["words"].get(language, ())):
                return Better(entry["why"], entry["version"][language], language not in UNCHECKED)
    return None


@cache
def starter_lines() -> tuple[Words, ...]:
    """Return lines to offer a stuck room, each in the languages that have it."""
    text = resource("agreements/starters.toml").read_text(encoding="utf-8")
    return tuple(Words.from_mapping(line) for line in tomllib.loads(text)["lines"])


@cache
def _better_lines() -> tuple[dict[str, Any], ...]:
    text = resource("agreements/better.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["lines"])
