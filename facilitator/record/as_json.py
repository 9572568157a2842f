"""The record's content as JSON, kept beside it: from this a record without a line is made later.

Nothing here can add a line to a summary, only take one out (decision 3).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from facilitator.domain.checks import HandsWay
from facilitator.domain.language import Language, Words
from facilitator.domain.step import StepKind
from facilitator.domain.summary import RecordedStep, SessionSummary
from facilitator.errors import FacilitatorError
from facilitator.wording import _

Kept = Callable[["Part", tuple[str, ...], int], tuple[str, ...]]

FORMAT = "facilitator-record"
VERSION = 1


class RecordFileError(FacilitatorError):
    """The file beside the record is not one, or comes from a newer version."""


class Part(StrEnum):
    """Where in the record a line stands."""

    AGREEMENT = "agreement"
    EARLIER = "earlier"
    PARKED = "parked"
    REASON = "reason"
    SAID = "said"
    UNNAMED = "unnamed"
    NEXT_STEPS = "next steps"


@dataclass(frozen=True, slots=True)
class LinePlace:
    """One line's place; ``step`` counts for said and unnamed lines, and earlier wordings."""

    part: Part
    line: int
    step: int = 0  # of an earlier wording: the number of its line in the agreement


def json_of(summary: SessionSummary) -> str:
    """Return the record's content as JSON, the same for the same summary."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "title": summary.title,
        "group": summary.group,
        "held_on": summary.held_on.isoformat(),
        "languages": list(summary.languages),
        "plan_title": _words_as_json(summary.plan_title),
        "purpose": summary.purpose,
        "recipients": summary.recipients,
        "minutes": summary.minutes,
        "took": summary.took,
        "review_by": summary.review_by.isoformat(),
        "agreement": list(summary.agreement),
        "agreed_ways": list(summary.agreed_ways),
        "parked": list(summary.parked),
        "reasons": list(summary.reasons),
        "earlier": [list(one) for one in summary.earlier],
        "steps": [_step_as_json(step) for step in summary.steps],
        "next_steps": list(summary.next_steps),
        "wrote_without_names": summary.wrote_without_names,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def summary_from_json(text: str) -> SessionSummary:
    """Return the summary that ``json_of`` wrote. Raises ``RecordFileError`` for anything else."""
    not_ours = RecordFileError(
        _("This file does not hold the content of a record."), _("Choose another file.")
    )
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise not_ours from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise not_ours
    if content.get("version") != VERSION:
        raise RecordFileError(
            _("This record was made by a newer version of Facilitator."),
            _("Install the newest version, or choose another file."),
        )
    try:
        return _summary(content)
    except (KeyError, TypeError, ValueError) as error:
        raise not_ours from error


def lines_of(summary: SessionSummary) -> tuple[tuple[LinePlace, str], ...]:
    """Return every line that the record holds, with its place, in the record's order."""
    return (
        *_placed(Part.AGREEMENT, summary.agreement),
        *(
            placed
            for number, earlier in enumerate(summary.earlier)
            for placed in _placed(Part.EARLIER, earlier, number)
        ),
        *_parked(summary),
        *(
            placed
            for number, step in enumerate(summary.steps)
            for part, lines in ((Part.SAID, step.said), (Part.UNNAMED, step.unnamed))
            for placed in _placed(part, lines, number)
        ),
        *_placed(Part.NEXT_STEPS, summary.next_steps),
    )


def without_line(summary: SessionSummary, line: str | LinePlace) -> SessionSummary:
    """Return the summary without one line: a text goes from wherever it stands, a place only there.

    A step that has no line left goes as well, so that nothing hints at what was there, and so do
    the earlier wordings of a line of the agreement, and why a parked one waits.
    Raises ``KeyError`` when there is no such line.
    """
    gone = frozenset(place for place, text in lines_of(summary) if line in (place, text))
    if not gone:
        raise KeyError("the record holds no such line")

    def kept(part: Part, lines: tuple[str, ...], step: int = 0) -> tuple[str, ...]:
        return tuple(t for i, t in enumerate(lines) if LinePlace(part, i, step) not in gone)

    return replace(
        summary,
        agreement=kept(Part.AGREEMENT, summary.agreement),
        parked=kept(Part.PARKED, summary.parked),
        reasons=_reasons_left(summary, gone),
        earlier=_earlier_left(summary, kept, gone),
        steps=_steps_with(summary.steps, kept),
        next_steps=kept(Part.NEXT_STEPS, summary.next_steps),
    )


def _earlier_left(
    summary: SessionSummary, kept: Kept, gone: frozenset[LinePlace]
) -> tuple[tuple[str, ...], ...]:
    """Return what is left of the earlier wordings; they go with their line."""
    left = tuple(
        kept(Part.EARLIER, earlier, number)
        for number, earlier in enumerate(summary.earlier)
        if LinePlace(Part.AGREEMENT, number) not in gone
    )
    return left if any(left) else ()


def _reasons_left(summary: SessionSummary, gone: frozenset[LinePlace]) -> tuple[str, ...]:
    """Return the reasons of the parked lines that are left; they go with their line."""
    left = tuple(
        "" if LinePlace(Part.REASON, number) in gone else why
        for number, why in enumerate(summary.reasons)
        if LinePlace(Part.PARKED, number) not in gone
    )
    return left if any(left) else ()


def _parked(summary: SessionSummary) -> Iterator[tuple[LinePlace, str]]:
    for number, line in enumerate(summary.parked):
        yield LinePlace(Part.PARKED, number), line
        if why := summary.reason_of(number):
            yield LinePlace(Part.REASON, number), why


def _steps_with(steps: tuple[RecordedStep, ...], kept: Kept) -> tuple[RecordedStep, ...]:
    shorter = (
        replace(
            step,
            said=kept(Part.SAID, step.said, number),
            unnamed=kept(Part.UNNAMED, step.unnamed, number),
        )
        for number, step in enumerate(steps)
    )
    return tuple(step for step in shorter if step.said or step.unnamed)


def _placed(part: Part, lines: tuple[str, ...], step: int = 0) -> tuple[tuple[LinePlace, str], ...]:
    return tuple((LinePlace(part, number, step), text) for number, text in enumerate(lines))


def _words_as_json(words: Words) -> list[list[str]]:
    return [[language, text] for language, text in words.texts]


def _step_as_json(step: RecordedStep) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "title": _words_as_json(step.title),
        "question": _words_as_json(step.question),
        "said": list(step.said),
        "unnamed": list(step.unnamed),
        "minutes": step.minutes,
        "took": step.took,
    }


def _summary(content: dict[str, Any]) -> SessionSummary:
    return SessionSummary(
        title=_text(content["title"]),
        group=_text(content["group"]),
        held_on=date.fromisoformat(content["held_on"]),
        languages=tuple(Language(code) for code in _texts(content["languages"])),
        plan_title=_words(content["plan_title"]),
        purpose=_text(content["purpose"]),
        recipients=_text(content["recipients"]),
        minutes=int(content["minutes"]),
        took=_whole(content.get("took", 0)),  # left out by older versions, as in each step
        review_by=date.fromisoformat(content["review_by"]),
        agreement=_texts(content["agreement"]),
        agreed_ways=tuple(HandsWay(one) for one in _texts(content["agreed_ways"])),
        parked=_texts(content["parked"]),
        earlier=tuple(_texts(one) for one in content.get("earlier", [])),
        reasons=_texts(content.get("reasons", [])),
        steps=tuple(_step(step) for step in content["steps"]),
        next_steps=_texts(content["next_steps"]),
        wrote_without_names=_yes_or_no(content["wrote_without_names"]),
    )


def _step(content: dict[str, Any]) -> RecordedStep:
    return RecordedStep(
        kind=StepKind(content["kind"]),
        title=_words(content["title"]),
        question=_words(content["question"]),
        said=_texts(content["said"]),
        unnamed=_texts(content["unnamed"]),
        minutes=_whole(content.get("minutes", 0)),
        took=_whole(content.get("took", 0)),
    )


def _words(pairs: list[list[str]]) -> Words:
    return Words(tuple((Language(_text(code)), _text(text)) for code, text in pairs))


def _texts(content: list[str]) -> tuple[str, ...]:
    if not isinstance(content, list):
        raise TypeError("a list of texts is needed here")
    return tuple(_text(one) for one in content)


def _text(content: object) -> str:
    if not isinstance(content, str):
        raise TypeError("a text is needed here")
    return content


def _whole(content: object) -> int:
    if not isinstance(content, int) or isinstance(content, bool) or content < 0:
        raise TypeError("a number of minutes is needed here")
    return content


def _yes_or_no(content: object) -> bool:
    if not isinstance(content, bool):
        raise TypeError("yes or no is needed here")
    return content
