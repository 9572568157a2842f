"""The record's content as JSON, kept beside it: from this a record without a line is made later.

Nothing here can add a line to a summary, only take one out (decision 3).
"""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from facilitator.domain.summary import RecordedStep, Replacement, SessionSummary
from facilitator.domain.text.language import Words

Kept = Callable[["Part", tuple[str, ...], int], tuple[str, ...]]

FORMAT = "facilitator-record"
VERSION = 2  # 1 had no digest, and neither facilitator, support nor replacement


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
    content: dict[str, object] = {
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
        "facilitator": summary.facilitator,
        "reach": summary.reach,
        "support": summary.support,
        "replacement": _replacement_as_json(summary.replacement),
    }
    content["digest"] = digest_of(content)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


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


def digest_of(content: dict[str, object]) -> str:
    """Return what tells that the content is as it was written; no signature: it has no secret."""
    own = {key: value for key, value in content.items() if key != "digest"}
    text = json.dumps(own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def made_again(summary: SessionSummary, gone: Collection[LinePlace], day: date) -> SessionSummary:
    """Return the record that replaces this one without some lines. Raises as ``without_lines``."""
    return replace(
        without_lines(summary, gone), replacement=Replacement(made_on=day, of=summary.made_on)
    )


def without_lines(summary: SessionSummary, lines: Collection[str | LinePlace]) -> SessionSummary:
    """Return the summary without lines: a text goes from wherever it is, a place only there.

    A step that has no line left goes as well, so that nothing hints at what was there, and so do
    the earlier wordings of a line of the agreement, and why a parked one waits.
    Raises ``KeyError`` when there is no such line.
    """
    held = lines_of(summary)
    gone = frozenset(place for place, text in held if place in lines or text in lines)
    if not gone or not {*lines} <= {*gone, *(text for _, text in held)}:
        raise KeyError("the record holds no such line")

    def kept(part: Part, lines: tuple[str, ...], step: int = 0) -> tuple[str, ...]:
        return tuple(t for i, t in enumerate(lines) if LinePlace(part, i, step) not in gone)

    agreement = kept(Part.AGREEMENT, summary.agreement)
    return replace(
        summary,
        agreement=agreement,
        agreed_ways=summary.agreed_ways if agreement else (),
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


def _replacement_as_json(replacement: Replacement | None) -> dict[str, str] | None:
    if replacement is None:
        return None
    return {"made_on": replacement.made_on.isoformat(), "of": replacement.of.isoformat()}


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
