"""A whole step of the plan as JSON: the facilitator planned it, so it has nobody's words."""

from collections.abc import Callable
from dataclasses import fields
from datetime import timedelta
from typing import Any

from facilitator.bounded_json import bounded_json
from facilitator.domain.plan.step import (
    ADDED,
    Form,
    Reveal,
    Segment,
    Step,
    StepKind,
    StepOptions,
    TimeLook,
    Way,
)
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.plain import versioned_plain_of, versioned_value_of
from facilitator.store.workshop.values import (
    json_of,
    length_of,
    microseconds,
    pairs_of,
    words_of,
)


def _several_words(value: list[list[list[str]]]) -> tuple[Words, ...]:
    return tuple(words_of(pairs) for pairs in value)


def _segments(value: list[list[Any]]) -> tuple[Segment, ...]:
    return tuple(_segment(*fields) for fields in value)


def _segment(name: object, length: int, question: object = None) -> Segment:
    words = NO_WORDS if question is None else words_of(question)
    return Segment(words_of(name), length_of(length), words)


def _ways(value: list[str]) -> tuple[Way, ...]:
    return tuple(Way(way) for way in value)


READERS: dict[str, Callable[[Any], object]] = {  # JSON holds other fields as they are
    "kind": StepKind,
    "title": words_of,
    "length": length_of,
    "form": Form,
    "segments": _segments,
    "question": words_of,
    "hint": words_of,
    "cue": words_of,
    "time_shown": lambda value: None if value is None else TimeLook(value),
    "reveal": Reveal,
    "trim_to": lambda value: None if value is None else length_of(value),
    "at": lambda value: None if value is None else length_of(value),
    "ways": _ways,
    "scale": _several_words,
    "statements": _several_words,
}


def content_of(step: Step) -> str:
    """Return all of a step as JSON."""
    return json_of({field.name: _plain(getattr(step, field.name)) for field in fields(step)})


def step_of(content: str, kinds: StoredKinds) -> Step:
    """Return the step from its JSON, where older versions left out newer fields."""
    values: dict[str, Any] = bounded_json(content)
    if not isinstance(values, dict):
        raise TypeError("a step is an object")
    in_no_plan = str(values.get("id")).startswith(ADDED)  # the form of older versions
    values.setdefault("was_added", in_no_plan)
    for name in values.keys() & READERS.keys():
        values[name] = READERS[name](values[name])
    if (options := values.get("options")) is not None:
        values["options"] = versioned_value_of(kinds.options[values["kind"]], options)
    return Step(**values)


def _plain(value: object) -> object:
    match value:
        case Words():
            return pairs_of(value)
        case timedelta():
            return microseconds(value)
        case Segment():
            question = [pairs_of(value.question)] if value.question else []
            return [pairs_of(value.name), microseconds(value.length), *question]
        case tuple():
            return [_plain(item) for item in value]
        case StepOptions():
            return versioned_plain_of(value)
        case _:
            return value
