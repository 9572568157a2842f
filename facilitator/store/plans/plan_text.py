"""Writes the text of a plan file, without fields that have their default."""

from collections.abc import Mapping
from datetime import timedelta

import tomli_w

from facilitator.domain.letters import Marks
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import LEAST_TURNS, Form, Segment, Step, TimeLook
from facilitator.domain.text.language import ENGLISH, Words
from facilitator.store.plans.part import PlanPart, PlanParts

FORMAT = 1
HEADER = "# A plan for Facilitator. Lengths are in minutes.\n"


def text_of(plan: Plan, parts: PlanParts) -> str:
    """Return a plan as the text of a plan file."""
    usual_time = plan.time_shown is TimeLook.RING_AND_MINUTES
    fields: dict[str, object] = {
        "facilitator_plan": FORMAT,
        "id": plan.id,
        "title": _words(plan.title),
        "summary": plan.summary,
        "purpose": plan.purpose,
        "for_whom": plan.for_whom,
        "room": plan.room,
        "languages": () if plan.languages == (ENGLISH,) else plan.languages,
        "time_shown": None if usual_time else plan.time_shown.value,
        "cue": _words(plan.cue),
        "marks": None if plan.marks is Marks.LETTERS else plan.marks.value,
        "people": {
            "least": plan.people.least,
            "best": plan.people.best,
            "most": plan.people.most,
        },
    }
    texts = [HEADER + _lines(fields)]
    texts += ["[[steps]]\n" + _lines(_fields_of(step, parts[step.kind])) for step in plan.steps]
    return "\n".join(texts)


def _fields_of(step: Step, part: PlanPart) -> dict[str, object]:
    drop = part.may_drop and not step.protect
    reveal = part.reveals[0]
    return {
        "id": step.id,
        "kind": step.kind.value,
        "title": _words(step.title),
        "minutes": _minutes(step.length),
        "at": None if step.at is None else _time_of_day(step.at),
        "form": None if step.form is Form.PLENARY else step.form.value,
        "segments": [_segment(segment) for segment in step.segments],
        "question": _words(step.question),
        "hint": _words(step.hint),
        "cue": _words(step.cue),
        "time_shown": None if step.time_shown is None else step.time_shown.value,
        "statements": [_words(statement) for statement in step.statements],
        "scale": [_words(label) for label in step.scale],
        "passes": step.passes or None,
        "say": step.say,
        "do": step.do,
        "materials": step.materials,
        "reveal": None if step.reveal is reveal else step.reveal.value,
        "ways": tuple(way.value for way in step.ways),
        "notes_a_turn": None if step.notes_a_turn == 1 else step.notes_a_turn,
        "floor": None if step.floor == LEAST_TURNS else step.floor,
        "of": step.of,
        "protect": step.protect or None,
        "trim_to": None if step.trim_to is None else _minutes(step.trim_to),
        "may_drop": None if step.may_drop == drop else step.may_drop,
        "with_break": step.with_break or None,
        "record_default": None if step.record_default else False,
        **(part.options.write(step.options) if part.options and step.options else {}),
    }


def _segment(segment: Segment) -> dict[str, object]:
    question = {"question": _words(segment.question)} if segment.question else {}
    return {"name": _words(segment.name), "minutes": _minutes(segment.length), **question}


def _words(words: Words) -> str | dict[str, str]:
    return words.first if len(words.texts) < 2 else dict(words.texts)


def _minutes(length: timedelta) -> int | float:
    minutes = length.total_seconds() / 60
    return int(minutes) if minutes.is_integer() else round(minutes, 4)


def _time_of_day(at: timedelta) -> str:
    hours, minutes = divmod(at // timedelta(minutes=1), 60)
    return f"{hours:02}:{minutes:02}"


def _lines(fields: Mapping[str, object]) -> str:
    written = {key: value for key, value in fields.items() if value not in (None, "", (), [])}
    return "".join(f"{key} = {_value(value)}\n" for key, value in written.items())


def _value(value: object) -> str:
    """Return a value in TOML: long lists with one entry on each line, tables on one line."""
    match value:
        case Mapping():
            return (
                "{ " + ", ".join(f"{key} = {_value(entry)}" for key, entry in value.items()) + " }"
            )
        case list():
            return "[\n" + "".join(f"    {_value(entry)},\n" for entry in value) + "]"
        case tuple():
            return "[" + ", ".join(_value(entry) for entry in value) + "]"
        case _:
            return tomli_w.dumps({"v": value}, multiline_strings=True)[len("v = ") : -1]
