"""Reads a step from its table in a plan file."""

from datetime import timedelta

from facilitator.domain.ids import StepId
from facilitator.domain.plan import limits
from facilitator.domain.plan.step import (
    LEAST_TURNS,
    MOST_CUE,
    MOST_FLOOR,
    Form,
    Segment,
    Step,
    TimeLook,
    Way,
)
from facilitator.domain.text.language import Words
from facilitator.store.plans import rules
from facilitator.store.plans.part import PlanPart, PlanParts
from facilitator.store.plans.table import Table
from facilitator.wording import _


def step_of(table: Table, earlier: tuple[Step, ...], parts: PlanParts) -> Step:
    """Return the step in a table, which follows ``earlier`` steps. Raises ``PlanFileError``."""
    kind = table.choice("kind", tuple(parts))
    part = parts[kind]
    elsewhere = {field for part in parts.values() for field in part.all_fields}
    table.only((*rules.STEP_FIELDS, *part.all_fields), elsewhere)
    length = table.length("minutes")
    step = Step(
        id=_fresh_id(table, earlier),
        kind=kind,
        title=table.words("title", limits.MOST_TITLE, needed=True),
        length=length,
        form=table.choice("form", tuple(Form), Form.PLENARY),
        segments=_segments(table, length),
        question=table.words("question", limits.MOST_QUESTION, needed=part.needs_question),
        hint=table.words("hint", limits.MOST_QUESTION),
        cue=table.words("cue", MOST_CUE),
        time_shown=_time_shown(table),
        say=table.text("say", limits.MOST_SAY, lines=True),
        do=table.text("do", limits.MOST_DO, lines=True),
        materials=table.text("materials", limits.MOST_MATERIALS, lines=True),
        reveal=table.choice("reveal", part.reveals, part.reveals[0]),
        protect=table.switch("protect", default=False),
        trim_to=_trim_to(table, length),
        may_drop=_may_drop(table, part),
        with_break=table.switch("with_break", default=False),
        record_default=table.switch("record_default", default=True),
        ways=_ways(table, part),
        notes_a_turn=table.number("notes_a_turn", 1, 3, 1),
        floor=table.number("floor", LEAST_TURNS, MOST_FLOOR, LEAST_TURNS),
        of=_of(table, part, earlier),
        scale=_scale(table, part),
        passes=_passes(table),
        statements=table.words_list("statements", limits.MOST_QUESTION),
        at=table.time_of_day("at"),
        options=part.options.read(table) if part.options is not None else None,
    )
    _check_together(table, step)
    part.check(table, step)
    return step


def _fresh_id(table: Table, earlier: tuple[Step, ...]) -> StepId:
    step_id = StepId(table.id("id"))
    if any(step.id == step_id for step in earlier):
        problem = _("an earlier step has the same id.")
        raise table.wrong("id", problem, _("Give each step an id of its own."))
    return step_id


def _segments(table: Table, length: timedelta) -> tuple[Segment, ...]:
    segments = tuple(
        _segment(table, number, entry)
        for number, entry in enumerate(table.list("segments", limits.MOST_SEGMENTS), start=1)
    )
    if segments and sum((segment.length for segment in segments), timedelta()) != length:
        problem = _("the segments do not add up to the length of the step.")
        raise table.wrong("segments", problem, _("Change their minutes, or those of the step."))
    return segments


def _segment(table: Table, number: int, value: object) -> Segment:
    place = _("{place}, segment {number}").format(place=table.place, number=number)
    inner = table.inner("segments", value, place)
    inner.only(("name", "minutes", "question"))
    name = inner.words("name", limits.MOST_TITLE, needed=True)
    return Segment(name, inner.length("minutes"), inner.words("question", limits.MOST_QUESTION))


def _trim_to(table: Table, length: timedelta) -> timedelta | None:
    if "trim_to" not in table.values:
        return None
    shortest = table.length("trim_to")
    if shortest >= length:
        problem = _("this is not shorter than the step.")
        raise table.wrong("trim_to", problem, _("Use fewer minutes than the step has."))
    return shortest


def _may_drop(table: Table, part: PlanPart) -> bool:
    usual = part.may_drop and not table.switch("protect", default=False)
    return table.switch("may_drop", default=usual)


def _time_shown(table: Table) -> TimeLook | None:
    if "time_shown" not in table.values:
        return None
    return table.choice("time_shown", tuple(TimeLook))


def _ways(table: Table, part: PlanPart) -> tuple[Way, ...]:
    ways = tuple(table.chosen("ways", way, tuple(Way)) for way in table.list("ways", len(Way)))
    if part.needs_way and not ways:
        problem = _("people need at least one way to write.")
        raise table.wrong("ways", problem, _("Use “corner”, “cards” or both, in brackets."))
    if len(set(ways)) < len(ways):
        raise table.wrong("ways", _("the same way is there twice."), _("Take one out."))
    return ways


def _of(table: Table, part: PlanPart, earlier: tuple[Step, ...]) -> StepId | None:
    sources = part.lines_from
    if not sources or not (part.needs_source or "of" in table.values):
        return None
    named = table.id("of")
    if not any(step.id == named and step.kind in sources for step in earlier):
        kinds = ", ".join(source.value for source in sources)
        problem = _("no earlier step of the right kind has this id.")
        remedy = _("Use the id of an earlier step of one of these kinds: {kinds}.")
        raise table.wrong("of", problem, remedy.format(kinds=kinds))
    return StepId(named)


def _scale(table: Table, part: PlanPart) -> tuple[Words, ...]:
    labels = table.words_list("scale", limits.MOST_LABEL)
    if labels and part.labels is not None:
        least, most = part.labels
        if not least <= len(labels) <= most:
            problem = _("this is not the right number of labels.")
            remedy = _("Use {least} to {most} labels, the lowest first.")
            raise table.wrong("scale", problem, remedy.format(least=least, most=most))
    return labels


def _passes(table: Table) -> int:
    """Return the number of the lowest label that passes, from 1 at the lowest, or 0."""
    if "passes" not in table.values:
        return 0
    labels = table.list("scale")
    if not labels:
        problem = _("this counts labels, and there is no scale.")
        raise table.wrong("passes", problem, _("Write the scale, or take “passes” out."))
    return table.number("passes", 2, len(labels))


def _check_together(table: Table, step: Step) -> None:
    """Refuse fields that contradict one another."""
    if step.protect and step.trim_to is not None:
        problem = _("a protected step is never shortened.")
        raise table.wrong("trim_to", problem, _("Take out “trim_to” or “protect”."))
    if step.protect and step.may_drop:
        problem = _("a protected step is never dropped.")
        raise table.wrong("may_drop", problem, _("Take out “may_drop” or “protect”."))
