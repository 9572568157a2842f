"""Makes any step of a draft such that a plan file can hold it."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.drafting.rules import KindRules, Rules
from facilitator.domain.drafting.words import all_in_languages, in_languages, unwritten_in
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import shared
from facilitator.domain.plan.limits import LONGEST, MOST_LIST, MOST_SEGMENTS, SHORTEST
from facilitator.domain.plan.step import (
    LEAST_TURNS,
    MOST_FLOOR,
    Segment,
    Step,
    StepOptions,
    Way,
)
from facilitator.domain.text.language import Language

MOST_NOTES = 3  # that a person may write in one turn
SECOND = timedelta(seconds=1)


def settled(step: Step, languages: tuple[Language, ...], rules: Rules) -> Step:
    """Return the step with only what its kind has, within the limits, in each language."""
    kind = rules[step.kind]
    step = all_in_languages(step, languages)
    step = replace(
        step,
        title=in_languages(step.title, languages, needed=True),
        question=in_languages(step.question, languages, needed=kind.needs_question),
    )
    step = _with_scale(_of_kind(step, kind), kind, languages)
    return kind.settled(_in_time(step, languages), languages)


def _of_kind(step: Step, kind: KindRules) -> Step:
    """Return the step without the fields of other kinds."""
    allowed = set(kind.fields)
    usual = Step(step.id, step.kind, step.title, step.length)
    others = {
        name: getattr(usual, name)
        for name in ("time_shown", "form", "segments", "statements", "scale", "passes")
        if name not in allowed
    }
    step = replace(step, **others)
    return replace(
        step,
        reveal=step.reveal if step.reveal in kind.reveals else kind.reveals[0],
        of=step.of if kind.lines_from else None,
        ways=(step.ways or tuple(Way)) if kind.needs_way else (),
        notes_a_turn=_within(step.notes_a_turn, 1, MOST_NOTES) if "notes_a_turn" in allowed else 1,
        floor=_within(step.floor, LEAST_TURNS, MOST_FLOOR) if "floor" in allowed else LEAST_TURNS,
        options=_options_of(step, kind),
    )


def _options_of(step: Step, kind: KindRules) -> StepOptions | None:
    usual = kind.usual_options()
    return step.options if type(step.options) is type(usual) else usual


def _with_scale(step: Step, kind: KindRules, languages: tuple[Language, ...]) -> Step:
    """Return the step with as many labels as its kind allows, and a label that passes, if any."""
    labels = step.scale
    if labels and kind.labels is not None:
        least, most = kind.labels
        missing = (unwritten_in(languages),) * (least - len(labels))
        labels = (*labels, *missing)[:most]
    passes = step.passes if labels and 2 <= step.passes <= len(labels) else 0
    return replace(step, scale=labels, passes=passes, statements=step.statements[:MOST_LIST])


def _in_time(step: Step, languages: tuple[Language, ...]) -> Step:
    """Return the step with a length that it can have, its segments, and how it may be shortened."""
    segments = tuple(_named(segment, languages) for segment in step.segments[:MOST_SEGMENTS])
    least = max(SHORTEST * len(segments), SHORTEST)
    length = min(max(step.length // SECOND * SECOND, least), LONGEST)
    short = any(part.length < SHORTEST for part in segments)
    if segments and (short or sum((part.length for part in segments), timedelta()) != length):
        parts = shared(tuple(part.length for part in segments), length)
        segments = tuple(
            replace(segment, length=part) for segment, part in zip(segments, parts, strict=True)
        )
    trim = None if step.protect or step.trim_to is None else step.trim_to // SECOND * SECOND
    if trim is not None and not SHORTEST <= trim < length:
        trim = None
    may_drop = step.may_drop and not step.protect
    return replace(step, length=length, segments=segments, trim_to=trim, may_drop=may_drop)


def _named(segment: Segment, languages: tuple[Language, ...]) -> Segment:
    return replace(segment, name=in_languages(segment.name, languages, needed=True))


def _within(number: int, least: int, most: int) -> int:
    return min(max(number, least), most)


def nearest_source(step: Step, earlier: tuple[Step, ...], rules: Rules) -> StepId | None:
    """Return the step whose lines a step can use: its present one, else the last before it."""
    kinds = rules[step.kind].lines_from
    usable = [other.id for other in earlier if other.kind in kinds]
    if step.of in usable or not usable:
        return step.of if step.of in usable else None
    return usable[-1] if rules[step.kind].needs_source else None
