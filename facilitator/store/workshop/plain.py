"""Writes frozen values as JSON by the types of their fields: states and options of kinds of step.

A field may be a text, a number, a truth, an enum, ``Words``, a length of time, a tuple, a frozen
dataclass, or ``None`` beside one of these. Reading raises ``TypeError``, ``ValueError`` or
``KeyError`` for anything else, which ``converting_damage`` turns into ``StoreDamagedError``.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    ClassVar,
    NewType,
    Protocol,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from facilitator.domain.text.language import Words
from facilitator.errors import StoreTooNewError
from facilitator.store.workshop.values import length_of, microseconds, pairs_of, words_of

PLAIN = (str, int, bool, float)
READERS: Mapping[type, Callable[[Any], object]] = {
    Words: words_of,
    timedelta: length_of,
    date: date.fromisoformat,
}
WRITERS: Mapping[type, Callable[[Any], object]] = {
    Words: pairs_of,
    timedelta: microseconds,
    date: date.isoformat,
}
T = TypeVar("T")


def plain_of(value: object) -> object:
    """Return a value as lists, texts and numbers; a dataclass as an object of its fields."""
    if type(value) in WRITERS:
        return WRITERS[type(value)](value)
    match value:
        case Enum():
            return value.value
        case tuple():
            return [plain_of(item) for item in value]
        case None | str() | int() | float():
            return value
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"no plain value: {type(value).__name__}")
    return {field.name: plain_of(getattr(value, field.name)) for field in fields(value)}


class Versioned(Protocol):
    """What is stored with the version of its fields."""

    VERSION: ClassVar[int]

    @classmethod
    def upgraded(cls, plain: dict[str, object], version: int) -> dict[str, object]:
        """Return what an older version stored as this one stores it."""


V = TypeVar("V", bound=Versioned)


def versioned_plain_of(value: Versioned) -> dict[str, object]:
    """Return a value as ``plain_of`` does, with the version of its fields."""
    return {"version": value.VERSION, "fields": plain_of(value)}


def versioned_value_of(kind: type[V], plain: object) -> V:
    """Return the value that ``versioned_plain_of`` wrote, also in an older version.

    Raises ``StoreTooNewError`` for a newer one.
    """
    if not isinstance(plain, dict) or plain.keys() != {"version", "fields"}:
        raise TypeError("not an object with a version")
    version, values = plain["version"], plain["fields"]
    if type(version) is not int or version < 1 or not isinstance(values, dict):
        raise TypeError("a version or its fields")
    if version > kind.VERSION:
        raise StoreTooNewError(version, kind.VERSION)
    return value_of(kind, values if version == kind.VERSION else kind.upgraded(values, version))


def value_of(kind: type[T], plain: object) -> T:
    """Return the dataclass that ``plain_of`` wrote; a field with a default may be missing."""
    if not isinstance(plain, dict) or not is_dataclass(kind):
        raise TypeError("not an object")
    hints = get_type_hints(kind)
    needed = {field.name for field in fields(kind) if not _has_default(field)}
    if plain.keys() - hints.keys() or needed - plain.keys():
        raise ValueError("a field too many, or one that is missing")
    return cast("T", kind(**{name: _read(hints[name], value) for name, value in plain.items()}))


def _has_default(field: "Field[object]") -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _read(hint: object, plain: object) -> object:
    if isinstance(hint, NewType):
        return _read(hint.__supertype__, plain)
    if get_origin(hint) in (Union, UnionType):
        among = [each for each in get_args(hint) if each is not NoneType]
        return None if plain is None else _read(among[0], plain)
    if get_origin(hint) is tuple:
        return _read_tuple(get_args(hint), plain)
    if hint is float and type(plain) is int:  # as the domain allows it
        return plain
    if hint in PLAIN and type(plain) is not hint:
        raise TypeError("a value of another type")
    return plain if hint in PLAIN else _read_value(cast("type", hint), plain)


def _read_value(hint: type, plain: object) -> object:
    if hint in READERS:
        return READERS[hint](plain)
    return hint(plain) if issubclass(hint, Enum) else value_of(hint, plain)


def _read_tuple(hints: tuple[object, ...], plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise TypeError("not a list")
    each = hints[:1] * len(plain) if hints[1:] == (...,) else hints
    return tuple(_read(hint, item) for hint, item in zip(each, plain, strict=True))
