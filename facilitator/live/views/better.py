"""Starter lines, and versions that hold more than lines that often go wrong.

They stand in editable files, in each language that has fixed sentences.
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
    """A wording that holds more, and what can go wrong with the one that was offered."""

    why: str
    version: str
    checked: bool = True  # by a speaker of its language


@dataclass(frozen=True, slots=True)
class Starters:
    """Lines to offer in one language."""

    language: Language
    lines: tuple[str, ...]
    checked: bool = True  # by a speaker


def starters(languages: tuple[Language, ...]) -> tuple[Starters, ...]:
    """Return lines to offer when a room is stuck, in its languages; English where it has none."""
    known = _starter_lines()
    there = {language for words in known for language, _text in words.texts}
    return tuple(
        Starters(one, tuple(words.in_(one) for words in known), one not in UNCHECKED)
        for one in [one for one in languages if one in there] or [ENGLISH]
    )


def better_than(line: str, languages: tuple[Language, ...] = (ENGLISH,)) -> Better | None:
    """Return a version that holds more than this line, if it is one that often goes wrong.

    It is in the language of the line: one of the room's, else English.
    """
    said = set(re.findall(r"\w+", line.lower()))
    for language in dict.fromkeys((*languages, ENGLISH)):
        for one in _known():
            if any(said >= set(entry.split()) for entry in one["words"].get(language, ())):
                return Better(one["why"], one["version"][language], language not in UNCHECKED)
    return None


@cache
def _starter_lines() -> tuple[Words, ...]:
    text = resource("agreements/starters.toml").read_text(encoding="utf-8")
    return tuple(Words.from_mapping(one) for one in tomllib.loads(text)["lines"])


@cache
def _known() -> tuple[dict[str, Any], ...]:
    text = resource("agreements/better.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["lines"])
