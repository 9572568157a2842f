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
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key

OF_STEP = "step "  # before the id of the step that has the check's scale
USUAL = CheckId("3-consent")  # where a step of this kind has no scale
FIGURES = tuple("1234567890")  # the keys, in the order of a keyboard


@cache
def checks() -> tuple[Check, ...]:
    """Return every kind of check, in the order of their files."""
    return tuple(_read(path) for path in sorted(resource("checks").glob("*.toml")))


def check_of(check_id: CheckId) -> Check:
    """Return a kind of check; the first one if its file does not exist any more."""
    return next((check for check in checks() if check.id == check_id), checks()[0])


def check_in(workshop: Workshop, check_id: CheckId) -> Check:
    """Return a kind of check, or the one from a step of the plan."""
    if check_id.startswith(OF_STEP):
        step_id = StepId(check_id.removeprefix(OF_STEP))
        steps = (run.step for run in workshop.agenda.runs if run.step.id == step_id)
        for step in steps:
            return check_of_step(step, workshop.languages)
    return check_of(check_id)


def check_of_step(step: Step, languages: tuple[Language, ...]) -> Check:
    """Return the check of a consent step: its question and its scale, written lowest first.

    The passing positions are the plan's, else those of the kind of check with as many positions,
    else all but the lowest.
    """
    check_id, usual = CheckId(f"{OF_STEP}{step.id}"), check_of(USUAL)
    name = say_in(languages, Key.CHECK_NAME)
    question = step.question or step.title
    if not step.scale:
        return replace(usual, id=check_id, name=name, question=question)
    marks = [parted_label(label, place) for place, label in enumerate(step.scale, start=1)]
    positions = _keyed(marks[::-1])
    return Check(
        id=check_id,
        name=name,
        question=question,
        positions=positions,
        needs=_needs(step),
        rule=Words(
            tuple(
                (language, say(language, Key.HANDS_RULE, mark="{mark}")) for language in languages
            )
        ),
        foot=say_in(languages, Key.HANDS_SHOW),
    )


def _needs(step: Step) -> int:
    """Return the index, from the highest, of the lowest position that passes."""
    count = len(step.scale)
    if step.passes:
        return count - step.passes
    alike = next((check for check in checks() if len(check.positions) == count), None)
    return alike.needs if alike is not None else count - 2


def parted_label(label: Words, place: int) -> tuple[Words, Words]:
    """Return the mark and words of a label like "5: fully with it"; without a mark its number."""
    parts = [(language, text.partition(": ")) for language, text in label.texts]
    if all(mark and words for _language, (mark, _colon, words) in parts):
        marks = tuple((language, mark) for language, (mark, _colon, _words) in parts)
        words = tuple((language, words) for language, (_mark, _colon, words) in parts)
        return Words(marks), Words(words)
    return Words(tuple((language, str(place)) for language, _text in parts)), label


def _keyed(marks: list[tuple[Words, Words]]) -> tuple[Position, ...]:
    """Give each position its own key: a digit, since letters have other meanings.

    The key is its mark where that is a unique digit, else the first free digit from above.
    """
    firsts = [mark.first for mark, _words in marks]
    free = [figure for figure in FIGURES if figure not in firsts]
    free += [figure for figure in FIGURES if firsts.count(figure) > 1]
    keys = [mark if mark in FIGURES and firsts.count(mark) == 1 else free.pop(0) for mark in firsts]
    return tuple(Position(mark, words, key) for (mark, words), key in zip(marks, keys, strict=True))


def _read(path: Path) -> Check:
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    positions = tuple(
        Position(
            Words.from_mapping(entry["mark"]), Words.from_mapping(entry["words"]), str(entry["key"])
        )
        for entry in data["positions"]
    )
    keys = [position.key for position in positions]
    return Check(
        id=CheckId(path.stem),
        name=Words.from_mapping(data["name"]),
        question=Words.from_mapping(data["question"]),
        positions=positions,
        needs=keys.index(str(data["passes"])),
        rule=Words.from_mapping(data["rule"]),
        foot=Words.from_mapping(data.get("foot", {})),
        more=bool(data.get("more", False)),
        chosen=bool(data.get("chosen", False)),
    )
