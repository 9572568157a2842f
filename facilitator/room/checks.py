"""The kinds of check, read from editable files: what each hand means, in the room's languages."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.domain.agreement.checks import Check, CheckId, Position
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.resources import resource
from facilitator.room.keys import Key
from facilitator.room.say import say, say_in

OF_STEP = "step "  # before the id of the step whose own scale a check has
USUAL = CheckId("3-consent")  # where a step of this kind has no scale of its own
FIGURES = tuple("1234567890")  # the keys there are, in the order of a keyboard


@cache
def checks() -> tuple[Check, ...]:
    """Return every kind of check, in the order of their files."""
    return tuple(_read(path) for path in sorted(resource("checks").glob("*.toml")))


def check_of(check_id: CheckId) -> Check:
    """Return a kind of check; the first one for a file that is there no more."""
    return next((one for one in checks() if one.id == check_id), checks()[0])


def check_in(workshop: Workshop, check_id: CheckId) -> Check:
    """Return a kind of check, or the one that a step of the plan brings with it."""
    if check_id.startswith(OF_STEP):
        step_id = StepId(check_id.removeprefix(OF_STEP))
        steps = (run.step for run in workshop.agenda.runs if run.step.id == step_id)
        for step in steps:
            return check_of_step(step, workshop.languages)
    return check_of(check_id)


def check_of_step(step: Step, languages: tuple[Language, ...]) -> Check:
    """Return the check of a consent step: its question and its own scale, lowest first there.

    What passes is the plan's, else as in the kind of check with as many positions, else all but
    the lowest.
    """
    own, usual = CheckId(f"{OF_STEP}{step.id}"), check_of(USUAL)
    name = say_in(languages, Key.CHECK_NAME)
    question = step.question or step.title
    if not step.scale:
        return replace(usual, id=own, name=name, question=question)
    marks = [_parted(label, place) for place, label in enumerate(step.scale, start=1)]
    positions = _keyed(marks[::-1])
    return Check(
        id=own,
        name=name,
        question=question,
        positions=positions,
        needs=_needs(step),
        rule=Words(tuple((one, say(one, Key.HANDS_RULE, mark="{mark}")) for one in languages)),
        foot=say_in(languages, Key.HANDS_SHOW),
    )


def _needs(step: Step) -> int:
    """Return the place, from the highest, of the lowest position that passes."""
    count = len(step.scale)
    if step.passes:
        return count - step.passes
    alike = next((one for one in checks() if len(one.positions) == count), None)
    return alike.needs if alike is not None else count - 2


def _parted(label: Words, place: int) -> tuple[Words, Words]:
    """Return a label's mark and its words: "5: fully with it"; without a mark its number."""
    parts = [(language, text.partition(": ")) for language, text in label.texts]
    if all(mark and words for _language, (mark, _colon, words) in parts):
        marks = tuple((language, mark) for language, (mark, _colon, _words) in parts)
        words = tuple((language, words) for language, (_mark, _colon, words) in parts)
        return Words(marks), Words(words)
    return Words(tuple((language, str(place)) for language, _text in parts)), label


def _keyed(marks: list[tuple[Words, Words]]) -> tuple[Position, ...]:
    """Give each position a key of its own: a figure, since letters have other meanings.

    It is its mark where that is a figure like no other, else the first figure from above that is
    nobody's mark.
    """
    firsts = [mark.first for mark, _words in marks]
    free = [one for one in FIGURES if one not in firsts]
    free += [one for one in FIGURES if firsts.count(one) > 1]
    keys = [one if one in FIGURES and firsts.count(one) == 1 else free.pop(0) for one in firsts]
    return tuple(Position(mark, words, key) for (mark, words), key in zip(marks, keys, strict=True))


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
