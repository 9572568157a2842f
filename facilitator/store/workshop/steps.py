"""A step of the plan as JSON, whole: it is what the facilitator planned, nobody's words."""

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
from facilitator.domain.text.language import Words
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.plain import plain_of, value_of
from facilitator.store.workshop.values import (
    json_of,
    length_of,
    microseconds,
    pairs_of,
    words_of,
)


def _several_words(value: list[list[list[str]]]) -> tuple[Words, ...]:
    return tuple(words_of(one) for one in value)


def _segments(value: list[list[Any]]) -> tuple[Segment, ...]:
    return tuple(Segment(words_of(name), length_of(length)) for name, length in value)


def _ways(value: list[str]) -> tuple[Way, ...]:
    return tuple(Way(one) for one in value)


READERS: dict[str, Callable[[Any], object]] = {  # other fields stand in JSON as they are
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
    "ways": _ways,
    "scale": _several_words,
    "statements": _several_words,
}


def content_of(step: Step) -> str:
    """Return all of a step as JSON."""
    return json_of({one.name: _plain(getattr(step, one.name)) for one in fields(step)})


def step_of(content: str, kinds: StoredKinds) -> Step:
    """Return the step from its JSON; an older version left out what it did not know."""
    found: dict[str, Any] = bounded_json(content)
    if not isinstance(found, dict):
        raise TypeError("a step is an object")
    in_no_plan = str(found.get("id")).startswith(ADDED)  # how older versions told it
    found.setdefault("was_added", in_no_plan)
    for name in found.keys() & READERS.keys():
        found[name] = READERS[name](found[name])
    if (options := found.get("options")) is not None:
        found["options"] = value_of(kinds.options[found["kind"]], options)
    return Step(**found)


def _plain(value: object) -> object:
    match value:
        case Words():
            return pairs_of(value)
        case timedelta():
            return microseconds(value)
        case Segment():
            return [pairs_of(value.name), microseconds(value.length)]
        case tuple():
            return [_plain(one) for one in value]
        case StepOptions():
            return plain_of(value)
        case _:
            return value
