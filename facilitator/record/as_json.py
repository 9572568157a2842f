"""The record's content as JSON, saved beside it: a record without a line is later made from it.

Nothing here can add a line to a summary, only take one out (decision 3).
"""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from facilitator.domain.summary import (
    RecordedBlock,
    RecordedGroup,
    RecordedStep,
    Replacement,
    SessionSummary,
    UnnamedMore,
    lines_of_blocks,
)
from facilitator.domain.text.language import Words

Filter = Callable[["Part", tuple[str, ...], int], tuple[str, ...]]

FORMAT = "facilitator-record"
VERSION = 3  # 2 had no blocks, more or groups; 1 no digest, facilitator, support or replacement
WITHOUT_BLOCKS = 2  # still written where there are none of them, so that an older program reads it


class Part(StrEnum):
    """The part of the record that a line is in."""

    AGREEMENT = "agreement"
    EARLIER = "earlier"
    PARKED = "parked"
    REASON = "reason"
    SAID = "said"
    UNNAMED = "unnamed"
    OF_KIND = "of kind"  # what the kind of the step adds, block after block
    NAME = "name"  # of a group of its unnamed lines
    NEXT_STEPS = "next steps"
    DETAIL = "detail"  # who looks after a next step, or by when: a line beneath its first


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line's place; ``step`` is used for said and unnamed lines, earlier wordings, details."""

    part: Part
    line: int
    step: int = 0  # also the number of the line in the agreement, or of the next step


def json_of(summary: SessionSummary) -> str:
    """Write the record's content as JSON; the same summary gives the same text."""
    content: dict[str, object] = {
        "format": FORMAT,
        "version": _version_of(summary),
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
        "earlier": [list(wordings) for wordings in summary.earlier],
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


def _version_of(summary: SessionSummary) -> int:
    has_more = any(step.blocks or step.more or step.groups for step in summary.steps)
    return VERSION if has_more else WITHOUT_BLOCKS


def lines_of(summary: SessionSummary) -> tuple[tuple[LinePlace, str], ...]:
    """List every line of the record with its place, in the record's order."""
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
            for part, lines in _lines_of_step(step)
            for placed in _placed(part, lines, number)
        ),
        *_next_steps(summary),
    )


def digest_of(content: dict[str, object]) -> str:
    """Hash the content, to detect a change; it is no signature, since it has no secret."""
    own = {key: value for key, value in content.items() if key != "digest"}
    text = json.dumps(own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def made_again(summary: SessionSummary, gone: Collection[LinePlace], day: date) -> SessionSummary:
    """Return the record that replaces this one without some lines. Raises as ``without_lines``."""
    return replace(
        without_lines(summary, gone), replacement=Replacement(made_on=day, of=summary.made_on)
    )


def without_lines(summary: SessionSummary, lines: Collection[str | LinePlace]) -> SessionSummary:
    """Remove lines from a summary: a text goes wherever it is, a place only there.

    A step that has no line left goes as well, so that nothing hints at what was there, and so do
    the earlier wordings of a line of the agreement, and the reason of a parked one.
    Raises ``KeyError`` if there is no such line.
    """
    placed_lines = lines_of(summary)
    gone = frozenset(place for place, text in placed_lines if place in lines or text in lines)
    if not gone or not {*lines} <= {*gone, *(text for _, text in placed_lines)}:
        raise KeyError("the record holds no such line")

    def filtered(part: Part, lines: tuple[str, ...], step: int = 0) -> tuple[str, ...]:
        return tuple(t for i, t in enumerate(lines) if LinePlace(part, i, step) not in gone)

    agreement = filtered(Part.AGREEMENT, summary.agreement)
    return replace(
        summary,
        agreement=agreement,
        agreed_ways=summary.agreed_ways if agreement else (),
        parked=filtered(Part.PARKED, summary.parked),
        reasons=_reasons_left(summary, gone),
        earlier=_earlier_left(summary, filtered, gone),
        steps=_steps_with(summary.steps, filtered),
        next_steps=_next_steps_left(summary, filtered),
    )


def _earlier_left(
    summary: SessionSummary, filtered: Filter, gone: frozenset[LinePlace]
) -> tuple[tuple[str, ...], ...]:
    """Return the earlier wordings that are left; they go with their line."""
    left = tuple(
        filtered(Part.EARLIER, earlier, number)
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


def _next_steps(summary: SessionSummary) -> Iterator[tuple[LinePlace, str]]:
    for number, text in enumerate(summary.next_steps):
        yield LinePlace(Part.NEXT_STEPS, number), text
        yield from _placed(Part.DETAIL, tuple(text.split("\n")[1:]), number)


def _next_steps_left(summary: SessionSummary, filtered: Filter) -> tuple[str, ...]:
    """Return the next steps that are left, each with the details that are left."""
    steps = []
    for number, text in enumerate(summary.next_steps):
        first, *details = text.split("\n")
        steps.append("\n".join((first, *filtered(Part.DETAIL, tuple(details), number))))
    return filtered(Part.NEXT_STEPS, tuple(steps), 0)


def _steps_with(steps: tuple[RecordedStep, ...], filtered: Filter) -> tuple[RecordedStep, ...]:
    shorter = (
        replace(
            step,
            said=filtered(Part.SAID, step.said, number),
            unnamed=filtered(Part.UNNAMED, step.unnamed, number),
            blocks=_blocks_left(step.blocks, filtered, number),
            more=_more_left(step, filtered, number),
            groups=_groups_left(step, filtered, number),
        )
        for number, step in enumerate(steps)
    )
    return tuple(step for step in shorter if step.said or step.unnamed or step.blocks)


def _more_left(step: RecordedStep, filtered: Filter, number: int) -> tuple[UnnamedMore, ...]:
    """Return what the lines that are left have besides their words."""
    places = tuple(str(place) for place in range(len(step.unnamed)))
    left = tuple(step.more_of(int(place)) for place in filtered(Part.UNNAMED, places, number))
    return left if any(more != UnnamedMore() for more in left) else ()


def _blocks_left(
    blocks: tuple[RecordedBlock, ...], filtered: Filter, step: int
) -> tuple[RecordedBlock, ...]:
    """Return the blocks that have lines left; a block without any is never in a record."""
    lines = lines_of_blocks(blocks)
    left = set(filtered(Part.OF_KIND, tuple(str(place) for place in range(len(lines))), step))
    places = iter(range(len(lines)))
    shorter = (
        replace(block, lines=tuple(line for line in block.lines if str(next(places)) in left))
        for block in blocks
    )
    return tuple(block for block in shorter if block.lines)


def _groups_left(step: RecordedStep, filtered: Filter, number: int) -> tuple[RecordedGroup, ...]:
    """Return the groups whose name and any of whose lines are left."""
    names = filtered(Part.NAME, _places(step.groups), number)
    lines = filtered(Part.UNNAMED, _places(step.unnamed), number)
    place_by_line = {int(line): place for place, line in enumerate(lines)}
    groups = (
        RecordedGroup(
            group.name,
            tuple(place_by_line[line] for line in group.lines if line in place_by_line),
        )
        for place, group in enumerate(step.groups)
        if str(place) in names
    )
    return tuple(group for group in groups if group.lines)


def _places(things: Collection[object]) -> tuple[str, ...]:
    return tuple(map(str, range(len(things))))


def _lines_of_step(step: RecordedStep) -> tuple[tuple[Part, tuple[str, ...]], ...]:
    return (
        (Part.SAID, step.said),
        (Part.UNNAMED, step.unnamed),
        (Part.NAME, tuple(name_text(group) for group in step.groups)),
        (Part.OF_KIND, lines_of_blocks(step.blocks)),
    )


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
        **({"blocks": [_block_as_json(block) for block in step.blocks]} if step.blocks else {}),
        **({"more": [_more_as_json(more) for more in step.more]} if step.more else {}),
        **({"groups": [_group_as_json(group) for group in step.groups]} if step.groups else {}),
    }


def _more_as_json(more: UnnamedMore) -> dict[str, object]:
    return {"drawing": more.drawing, "translation": _words_as_json(more.translation)}


def name_text(group: RecordedGroup) -> str:
    """Return the name of a group as one text, with a line for each language."""
    return "\n".join(text for _language, text in group.name.texts)


def _group_as_json(group: RecordedGroup) -> dict[str, object]:
    return {"name": _words_as_json(group.name), "lines": list(group.lines)}


def _block_as_json(block: RecordedBlock) -> dict[str, object]:
    return {"heading": _words_as_json(block.heading), "lines": list(block.lines)}
