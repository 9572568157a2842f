"""Reading the JSON beside a record: nothing in it is trusted before it is checked (decision 20)."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from facilitator.bounded_json import bounded_json
from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import (
    RecordedBlock,
    RecordedGroup,
    RecordedStep,
    Replacement,
    SessionSummary,
    UnnamedMore,
    lines_of_blocks,
)
from facilitator.domain.text.language import Language, Words
from facilitator.errors import FacilitatorError
from facilitator.record.as_json import FORMAT, VERSION, digest_of
from facilitator.wording import _

MOST_BYTES = 4_000_000  # 99 people with three notes of 200 characters, four times over, and more
MOST_TEXT = 5000  # characters
MOST_ITEMS = 2000  # of one list
MOST_LINES = 5000  # in the whole record
MOST_BLOCKS = 100  # that a kind adds to one step
MOST_MINUTES = 10_000
HIGHEST = 999_999_999  # number
YEARS = range(1900, 3000)
FIELDS = frozenset(
    {
        *("format", "version", "digest", "title", "group", "held_on", "languages", "plan_title"),
        *("purpose", "recipients", "minutes", "took", "review_by", "agreement", "agreed_ways"),
        *("parked", "reasons", "earlier", "steps", "next_steps", "wrote_without_names"),
        *("facilitator", "reach", "support", "replacement"),
    }
)
SINCE_VERSION_2 = frozenset({"digest", "facilitator", "reach", "support", "replacement"})
STEP_FIELDS = frozenset(
    {"kind", "title", "question", "said", "unnamed", "minutes", "took", "blocks", "more", "groups"}
)
LEFT_OUT_BY_VERSION_1 = frozenset({"took", "earlier", "reasons"})
LEFT_OUT_OF_STEPS = frozenset({"minutes", "took", "blocks", "more", "groups"})
_CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
Item = TypeVar("Item")


class RecordFileError(FacilitatorError):
    """The file beside the record is not one, was changed, or comes from a newer version."""


class _RefusedError(ValueError):
    """Something in the file is not as we write it; the message never repeats it."""


def summary_from_json(text: str) -> SessionSummary:
    """Read a summary that ``json_of`` wrote. Raises ``RecordFileError`` for anything else."""
    try:
        content = _content(text)
        if content.get("format") != FORMAT:
            raise _RefusedError
        version = _number(content.get("version"))
        if version > VERSION:
            raise RecordFileError(
                _("This record was made by a newer version of Facilitator."),
                _("Install the newest version, or choose another file."),
            )
        _check_fields(content, version)
        if version > 1 and content["digest"] != digest_of(content):
            raise RecordFileError(
                _("This file has been changed since the record was made, or it is damaged."),
                _("Use the file as it was made, or a copy of that."),
            )
        return _summary(content)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise not_a_record() from error


def not_a_record() -> RecordFileError:
    """Build the error for a file that holds no record."""
    return RecordFileError(
        _("This file does not hold the content of a record."), _("Choose another file.")
    )


def _content(text: str) -> dict[str, object]:
    return _dict(bounded_json(text, longest=MOST_BYTES))


def _check_fields(content: dict[str, object], version: int) -> None:
    """Refuse a field that is unknown or missing."""
    fields = FIELDS if version > 1 else FIELDS - SINCE_VERSION_2
    may_be_missing = frozenset() if version > 1 else LEFT_OUT_BY_VERSION_1
    if version < 1 or not fields - may_be_missing <= content.keys() <= fields:
        raise _RefusedError


def _summary(content: dict[str, object]) -> SessionSummary:
    summary = SessionSummary(
        title=_text(content["title"]),
        group=_text(content["group"]),
        held_on=_day(content["held_on"]),
        languages=_list(content["languages"], _code, 2),
        plan_title=_words(content["plan_title"]),
        purpose=_text(content["purpose"]),
        recipients=_text(content["recipients"]),
        minutes=_minutes(content["minutes"]),
        took=_minutes(content.get("took", 0)),
        review_by=_day(content["review_by"]),
        agreement=_list(content["agreement"], _text),
        agreed_ways=_list(content["agreed_ways"], lambda way: HandsWay(_text(way)), len(HandsWay)),
        parked=_list(content["parked"], _text),
        earlier=_list(content.get("earlier", []), lambda wordings: _list(wordings, _text)),
        reasons=_list(content.get("reasons", []), _text),
        steps=_list(content["steps"], _step),
        next_steps=_list(content["next_steps"], _text),
        wrote_without_names=_yes_or_no(content["wrote_without_names"]),
        facilitator=_text(content.get("facilitator", "")),
        reach=_text(content.get("reach", "")),
        support=_text(content.get("support", "")),
        replacement=_replacement(content.get("replacement")),
    )
    _check(summary)
    return summary


def _check(summary: SessionSummary) -> None:
    """Refuse content that no workshop can produce."""
    lines = len(summary.agreement) + len(summary.parked) + len(summary.next_steps)
    lines += sum(
        len(step.said) + len(step.unnamed) + len(lines_of_blocks(step.blocks)) + len(step.groups)
        for step in summary.steps
    )
    lines += sum(map(len, summary.earlier))
    own = (
        len(summary.earlier) <= len(summary.agreement),
        len(summary.reasons) <= len(summary.parked),
    )
    if lines > MOST_LINES or not all(own):
        raise _RefusedError


def _step(content: object) -> RecordedStep:
    step = _dict(content)
    if not STEP_FIELDS - LEFT_OUT_OF_STEPS <= step.keys() <= STEP_FIELDS:
        raise _RefusedError
    unnamed, more = _list(step["unnamed"], _text), _list(step.get("more", []), _more)
    if more and len(more) != len(unnamed):
        raise _RefusedError
    recorded = RecordedStep(
        kind=StepKind(_text(step["kind"])),
        title=_words(step["title"]),
        question=_words(step["question"]),
        said=_list(step["said"], _text),
        unnamed=unnamed,
        minutes=_minutes(step.get("minutes", 0)),
        took=_minutes(step.get("took", 0)),
        blocks=_list(step.get("blocks", []), _block, MOST_BLOCKS),
        more=more,
        groups=_list(step.get("groups", []), _group, MOST_BLOCKS),
    )
    count = len(recorded.unnamed)
    if not all(0 <= line < count for group in recorded.groups for line in group.lines):
        raise _RefusedError
    return recorded


def _group(content: object) -> RecordedGroup:
    group = _dict(content)
    lines, name = _list(group["lines"], _number), _words(group["name"])
    if group.keys() != {"name", "lines"} or not lines or not name or len(set(lines)) < len(lines):
        raise _RefusedError
    return RecordedGroup(name, lines)


def _more(content: object) -> UnnamedMore:
    more = _dict(content)
    translation = _words(more["translation"])
    if more.keys() != {"drawing", "translation"} or len(translation.texts) > 1:
        raise _RefusedError
    return UnnamedMore(_yes_or_no(more["drawing"]), translation)


def _block(content: object) -> RecordedBlock:
    block = _dict(content)
    lines = _list(block["lines"], _text)
    if block.keys() != {"heading", "lines"} or not lines:
        raise _RefusedError
    return RecordedBlock(_words(block["heading"]), lines)


def _replacement(content: object) -> Replacement | None:
    if content is None:
        return None
    dates = _dict(content)
    if dates.keys() != {"made_on", "of"}:
        raise _RefusedError
    return Replacement(_day(dates["made_on"]), _day(dates["of"]))


def _words(content: object) -> Words:
    pairs = _list(content, lambda pair: _list(pair, _text, 2), 2)
    return Words(tuple((_code(code), text) for code, text in pairs))


def _list(
    content: object, read: Callable[[object], Item], most: int = MOST_ITEMS
) -> tuple[Item, ...]:
    if not isinstance(content, list) or len(content) > most:
        raise _RefusedError
    return tuple(read(item) for item in content)


def _dict(content: object) -> dict[str, object]:
    if not isinstance(content, dict):
        raise _RefusedError
    return content


def _text(content: object) -> str:
    if not isinstance(content, str) or len(content) > MOST_TEXT:
        raise _RefusedError
    content.encode()  # raises for half of a pair of surrogates, which is no character
    return content


def _code(content: object) -> Language:
    if not _CODE.fullmatch(_text(content)):
        raise _RefusedError
    return Language(_text(content))


def _day(content: object) -> date:
    day = date.fromisoformat(_text(content))
    if day.year not in YEARS:
        raise _RefusedError
    return day


def _number(content: object) -> int:
    if not isinstance(content, int) or isinstance(content, bool) or abs(content) > HIGHEST:
        raise _RefusedError
    return content


def _minutes(content: object) -> int:
    minutes = _number(content)
    if not 0 <= minutes <= MOST_MINUTES:
        raise _RefusedError
    return minutes


def _yes_or_no(content: object) -> bool:
    if not isinstance(content, bool):
        raise _RefusedError
    return content
