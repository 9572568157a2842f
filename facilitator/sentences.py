"""Every fixed sentence that the room meets, on board and paper, in each language (decision 9).

The sentences are in ``resources/sentences``, one file a language, so that a speaker can read and
correct them: those of board and corner first, then ``[record]``. A language is offered only if its
file has every sentence that the English one has; ``UNCHECKED`` names the languages whose
sentences no speaker has checked yet, and the facilitator sees that.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.resources import resource

KNOWN = (ENGLISH, WELSH)
UNCHECKED = frozenset({WELSH})


@cache
def sentences(language: Language, part: str = "") -> Mapping[str, str]:
    """Return the fixed sentences of a language by key: the room's, or those of a part."""
    file = _file(language)
    table = file[part] if part else file
    return {key: text for key, text in table.items() if isinstance(text, str)}


@cache
def offered() -> tuple[Language, ...]:
    """Return the languages that have every fixed sentence."""
    return tuple(language for language in KNOWN if _keys(language) >= _keys(ENGLISH))


def sentence(language: Language, key: str, part: str = "") -> str:
    """Return a fixed sentence; a language that is not offered gets English."""
    return sentences(language if language in offered() else ENGLISH, part)[key]


def _keys(language: Language) -> set[tuple[str, str]]:
    parts = ("", *(name for name, value in _file(language).items() if isinstance(value, dict)))
    return {(part, key) for part in parts for key in sentences(language, part)}


@cache
def _file(language: Language) -> Mapping[str, Any]:
    text = resource(f"sentences/{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
