"""The kinds of check, read from editable files: what each hand means, in the room's languages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.domain.checks import Check, CheckId, Position
from facilitator.domain.language import Words
from facilitator.resources import resource


@cache
def checks() -> tuple[Check, ...]:
    """Return every kind of check, in the order of their files."""
    return tuple(_read(path) for path in sorted(resource("checks").glob("*.toml")))


def check_of(check_id: CheckId) -> Check:
    """Return a kind of check; the first one for a file that is there no more."""
    return next((one for one in checks() if one.id == check_id), checks()[0])


def _read(path: Path) -> Check:
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    positions = tuple(
        Position(Words.from_mapping(one["mark"]), Words.from_mapping(one["words"]), str(one["key"]))
        for one in found["positions"]
    )
    keys = [one.key for one in positions]
    return Check(
        id=CheckId(path.stem),
        name=Words.from_mapping(found["name"]),
        question=Words.from_mapping(found["question"]),
        positions=positions,
        needs=keys.index(str(found["passes"])),
        rule=Words.from_mapping(found["rule"]),
        foot=Words.from_mapping(found.get("foot", {})),
        more=bool(found.get("more", False)),
        chosen=bool(found.get("chosen", False)),
    )
