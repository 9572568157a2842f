"""Texts of a draft in its one or two languages; what is not written yet is “…”.

A plan file needs a text for the room in each language of the plan. While a facilitator writes it
in the first language, the second is ``UNWRITTEN``: the file can hold that, the room can see it.
"""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepOptions
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.text.text import clean_line, cut, shows_something

UNWRITTEN = "…"

Value = TypeVar("Value")
Holder = TypeVar("Holder", Step, Plan)


def written_in(words: Words, language: Language) -> str:
    """Return what is written in a language, or nothing."""
    text = dict(words.texts).get(language, "")
    return "" if text == UNWRITTEN else text


def is_written(words: Words) -> bool:
    """Return whether anything is written, in any language."""
    return any(text != UNWRITTEN for _language, text in words.texts)


def in_languages(words: Words, languages: tuple[Language, ...], *, needed: bool = False) -> Words:
    """Return words with a text in each language; none if nothing is written and none is needed."""
    texts = tuple((language, written_in(words, language) or UNWRITTEN) for language in languages)
    aligned = Words(texts)
    return aligned if needed or is_written(aligned) else NO_WORDS


def unwritten_in(languages: tuple[Language, ...]) -> Words:
    """Return words that are written in no language yet."""
    return in_languages(NO_WORDS, languages, needed=True)


def with_text(words: Words, language: Language, text: str) -> Words:
    """Return words with another text in one language; ``in_languages`` completes them."""
    texts = dict(words.texts)
    texts[language] = text or UNWRITTEN
    return Words(tuple(texts.items()))


def line_of(typed: str, most: int) -> str:
    """Return a typed text as a plan file can hold it: one line of at most ``most`` characters."""
    return clean_line(cut(clean_line(typed), most))


def lines_of(typed: str, most: int) -> str:
    """Return a typed text of several lines as a plan file can hold it."""
    text = _clean_lines(cut(_clean_lines(typed), most))
    return text if shows_something(text) else ""


def _clean_lines(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(map(clean_line, plain.split("\n"))).strip("\n")


def with_field(value: Holder, name: StrEnum, entry: object) -> Holder:
    """Return a step or a plan with another value of the text or list of this name."""
    changes: dict[str, Any] = {name.value: entry}
    return replace(value, **changes)


def with_own(options: StepOptions, name: str, value: object) -> StepOptions:
    """Return the settings of a kind with another value of one field."""
    changes: dict[str, Any] = {name: value}
    return replace(options, **changes)


def all_in_languages(value: Value, languages: tuple[Language, ...]) -> Value:
    """Return a value with all words in it aligned with the languages."""
    changed = _aligned(value, languages)
    return changed if isinstance(changed, type(value)) else value


def _entry(value: object, languages: tuple[Language, ...]) -> object:
    """Return an entry of a list, which has a text in each language whatever is written."""
    if isinstance(value, Words):
        return in_languages(value, languages, needed=True)
    return _aligned(value, languages)


def _aligned(value: object, languages: tuple[Language, ...]) -> object:
    if isinstance(value, Words):
        return in_languages(value, languages)
    if isinstance(value, tuple):
        return tuple(_entry(entry, languages) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: _aligned(entry, languages) for name, entry in before.items()}
        changes = {name: entry for name, entry in after.items() if entry is not before[name]}
        return replace(value, **changes) if changes else value
    return value
