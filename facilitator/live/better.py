"""Starter lines, and versions that hold more than lines that often go wrong."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from facilitator.resources import resource


@dataclass(frozen=True, slots=True)
class Better:
    """A wording that holds more, and what can go wrong with the one that was offered."""

    why: str
    version: str


@cache
def starters() -> tuple[str, ...]:
    """Return lines to offer when a room is stuck."""
    text = resource("agreements/starters.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["lines"])


def better_than(line: str) -> Better | None:
    """Return a version that holds more than this line, if it is one that often goes wrong."""
    said = set(re.findall(r"\w+", line.lower()))
    for words, better in _known():
        if any(said >= set(entry.split()) for entry in words):
            return better
    return None


@cache
def _known() -> tuple[tuple[tuple[str, ...], Better], ...]:
    text = resource("agreements/better.toml").read_text(encoding="utf-8")
    return tuple(
        (tuple(one["words"]), Better(one["why"], one["version"]))
        for one in tomllib.loads(text)["lines"]
    )
