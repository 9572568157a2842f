"""Acts on the fields of a step in a draft."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.order import check_sources
from facilitator.domain.drafting.rows import Rows, with_lines
from facilitator.domain.drafting.rules import Rules
from facilitator.domain.drafting.settling import nearest_source, settled
from facilitator.domain.drafting.words import (
    line_of,
    lines_of,
    with_field,
    with_own,
    with_text,
)
from facilitator.domain.ids import StepId
from facilitator.domain.plan import limits
from facilitator.domain.plan.own_field import OwnField
from facilitator.domain.plan.step import MOST_CUE, Segment, Step, StepKind
from facilitator.domain.text.language import Language

Change = Callable[[Step], Step]


class RoomText(StrEnum):
    """A text of a step that the room reads, in each language."""

    TITLE = "title"
    QUESTION = "question"
    HINT = "hint"
    CUE = "cue"


class Note(StrEnum):
    """A text of a step that only the facilitator reads."""

    SAY = "say"
    DO = "do"
    MATERIALS = "materials"


class RoomList(StrEnum):
    """A list of a step that the room reads, in each language."""

    STATEMENTS = "statements"
    SCALE = "scale"


class Setting(StrEnum):
    """A field of a step that is chosen and not written; not every kind has each."""

    FORM = "form"
    REVEAL = "reveal"
    TIME_SHOWN = "time_shown"
    WAYS = "ways"
    NOTES_A_TURN = "notes_a_turn"
    FLOOR = "floor"
    OF = "of"
    PASSES = "passes"
    WITH_BREAK = "with_break"
    RECORD_DEFAULT = "record_default"
    OPTIONS = "options"


MOST = {
    RoomText.TITLE: limits.MOST_TITLE,
    RoomText.QUESTION: limits.MOST_QUESTION,
    RoomText.HINT: limits.MOST_QUESTION,
    RoomText.CUE: MOST_CUE,
    RoomList.STATEMENTS: limits.MOST_QUESTION,
    RoomList.SCALE: limits.MOST_LABEL,
    Note.SAY: limits.MOST_SAY,
    Note.DO: limits.MOST_DO,
    Note.MATERIALS: limits.MOST_MATERIALS,
}


def changed(draft: Draft, ids: Collection[StepId], change: Change, rules: Rules) -> Draft:
    """Return the draft with a change of the chosen steps, made such that a file can hold it.

    Raises ``NotAllowedNowError`` if another step would lose the lines that it uses.
    """
    steps = draft.plan.steps
    after = tuple(
        settled(change(step), draft.plan.languages, rules) if step.id in ids else step
        for step in steps
    )
    if after == steps:
        return draft
    check_sources(after, rules)
    return draft.with_steps(after)


def text_written(name: RoomText, language: Language, typed: str) -> Change:
    """Return the change that writes a text for the room in one language."""
    text = line_of(typed, MOST[name])
    return lambda step: with_field(step, name, with_text(getattr(step, name.value), language, text))


def note_written(note: Note, typed: str) -> Change:
    """Return the change that writes a text for the facilitator."""
    text = lines_of(typed, MOST[note])
    return lambda step: with_field(step, note, text)


def lines_written(name: RoomList, language: Language, typed: str, earlier: Rows = ()) -> Change:
    """Return the change that writes a list for the room in one language, an entry on each line.

    ``earlier`` has its rows from before somebody began to type.
    """
    lines = [line_of(line, MOST[name]) for line in typed.split("\n")]
    return lambda step: with_field(
        step, name, with_lines(getattr(step, name.value), language, lines, earlier)
    )


def chosen(setting: Setting, value: object) -> Change:
    """Return the change that sets a field to a value of its type."""
    return lambda step: with_field(step, setting, value)


def own_chosen(name: str, value: object) -> Change:
    """Return the change of a field that only the step's kind has."""

    def change(step: Step) -> Step:
        options = step.options
        return step if options is None else replace(step, options=with_own(options, name, value))

    return change


def own_text_written(own: OwnField, typed: str) -> Change:
    """Return the change that writes a text which only the step's kind has."""
    return own_chosen(own.name, line_of(typed, own.most))


def own_lines_written(own: OwnField, language: Language, typed: str, earlier: Rows = ()) -> Change:
    """Return the change that writes a list of the step's kind, as ``lines_written`` does."""
    lines = [line_of(line, own.most) for line in typed.split("\n")]

    def change(step: Step) -> Step:
        rows = with_lines(getattr(step.options, own.name, ()), language, lines, earlier)
        return own_chosen(own.name, rows)(step)

    return change


def of_length(length: timedelta) -> Change:
    """Return the change that gives a step this length, its segments in proportion."""
    return lambda step: replace(step, length=length)


def of_segments(segments: tuple[Segment, ...]) -> Change:
    """Return the change that gives a step these segments, and their length; none leave it."""
    total = sum((segment.length for segment in segments), timedelta())
    return lambda step: replace(step, segments=segments, length=total if segments else step.length)


def shortest(length: timedelta | None) -> Change:
    """Return the change of the shortest useful length; such a step is not protected."""
    return lambda step: replace(step, trim_to=length, protect=step.protect and length is None)


def protected(*, is_on: bool) -> Change:
    """Return the change that protects a step; it is then never shortened or dropped."""
    return lambda step: replace(step, protect=is_on)


def droppable(*, is_on: bool) -> Change:
    """Return the change that allows to drop a step; it is then not protected."""
    return lambda step: replace(step, may_drop=is_on, protect=step.protect and not is_on)


def of_kind(draft: Draft, kind: StepKind, rules: Rules) -> Change:
    """Return the change that gives a step another kind; it uses lines of the nearest step."""

    def change(step: Step) -> Step:
        other = replace(step, kind=kind, reveal=rules[kind].reveals[0], options=None)
        earlier = draft.plan.steps[: draft.place_of(step.id)]
        return replace(other, of=nearest_source(other, earlier, rules))

    return change
