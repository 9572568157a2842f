"""What does not add up in a plan, as facts; nothing blocks. ``words.py`` has the sentences."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto
from math import ceil

from facilitator.domain.ids import StepId
from facilitator.domain.plan.arithmetic import (
    LEAST_IN_ROUND,
    LEAST_SLACK,
    LONGEST_SITTING,
    MINUTE,
    MOST_AT_CORNER,
    Span,
    cards_length,
    corner_length,
    round_length,
)
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Step, Trait, Way
from facilitator.domain.planning.changes import LONGEST
from facilitator.domain.planning.fitting import shortened
from facilitator.domain.planning.remedies import (
    AddBreak,
    AddSlack,
    BreakInside,
    Fit,
    FitBefore,
    InPairs,
    Lengthen,
    OfferCards,
    Remedy,
    SlackBefore,
)
from facilitator.domain.planning.timetable import (
    Slot,
    after_the_last_fixed,
    lasts,
    timetable,
)

NOTHING = timedelta()
NO_SPAN = Span(NOTHING, NOTHING)
BREAK = timedelta(minutes=10)
LEAST_SPARE = timedelta(minutes=5)  # before a fixed step; less is as well unsaid
GOOD_TURN = 20  # seconds for each person in a round that gets more time


class Matter(StrEnum):
    """What a concern is about."""

    TOO_FEW = auto()
    TOO_MANY = auto()
    TOO_LONG = auto()  # for the time that is booked
    OVER_BEFORE = auto()  # too much before a step that is fixed to the clock
    SPARE_BEFORE = auto()  # and too little
    LITTLE_SLACK = auto()
    LONG_SITTING = auto()
    SLOW_KEYBOARD = auto()
    SHORT_WRITING = auto()
    SHORT_ROUND = auto()


@dataclass(frozen=True, slots=True)
class Concern:
    """What does not add up, and what may help. Fields that a matter does not use are empty."""

    matter: Matter
    step_id: StepId | None = None  # ``None`` for the plan as a whole
    people: int = 0
    least: int = 0  # people, of the plan
    most: int = 0
    at: timedelta = NOTHING  # the time of day of a fixed step
    has: timedelta = NOTHING  # the time that is there
    needs: Span = NO_SPAN
    remedies: tuple[Remedy, ...] = ()  # the first is the usual answer


def concerns_of(
    plan: Plan, people: int, booked: timedelta | None = None, starts: timedelta | None = None
) -> tuple[Concern, ...]:
    """Return all concerns for a number of people; those of the whole plan first.

    ``starts`` is the time of day, since midnight; steps that are fixed to the clock need it.
    """
    whole = (
        *_people_concern(plan, people),
        *_booking_concern(plan, booked, starts),
        *_fixed_concerns(plan, starts),
        *_slack_concern(plan),
        *_break_concerns(plan),
    )
    steps = (concern for step in plan.steps for concern in _step_concern(step, people))
    return (*whole, *steps)


def _people_concern(plan: Plan, people: int) -> tuple[Concern, ...]:
    least, most = plan.people.least, plan.people.most
    if least <= people <= most:
        return ()
    matter = Matter.TOO_FEW if people < least else Matter.TOO_MANY
    return (Concern(matter, people=people, least=least, most=most),)


def _booking_concern(
    plan: Plan, booked: timedelta | None, starts: timedelta | None
) -> tuple[Concern, ...]:
    """Check the booking; what the plan needs is what remains after every allowed change."""
    length = lasts(plan, starts)
    if booked is None or length <= booked:
        return ()
    fit = shortened(plan, length - booked, after_the_last_fixed(plan))
    remedies = (Fit(booked, starts),) if fit.changes else ()
    needs = Span(booked + fit.late, length)
    return (Concern(Matter.TOO_LONG, has=booked, needs=needs, remedies=remedies),)


def _fixed_concerns(plan: Plan, starts: timedelta | None) -> tuple[Concern, ...]:
    slots = (slot for slot in timetable(plan, starts) if slot.step.at is not None)
    return tuple(concern for slot in slots for concern in _fixed_concern(plan, slot))


def _fixed_concern(plan: Plan, slot: Slot) -> tuple[Concern, ...]:
    step_id, spare = slot.step.id, -slot.over
    if slot.over > NOTHING:
        fit = shortened(plan, slot.over, slot.since)
        mend = FitBefore(step_id, slot.over, slot.since)
        needs = Span(fit.late, slot.over)
        remedies = (mend,) if fit.changes else ()
        return (
            Concern(Matter.OVER_BEFORE, step_id, at=slot.begins, needs=needs, remedies=remedies),
        )
    if spare < LEAST_SPARE or spare > LONGEST:
        return ()
    slack = SlackBefore(step_id, spare)
    return (Concern(Matter.SPARE_BEFORE, step_id, at=slot.begins, has=spare, remedies=(slack,)),)


def _slack_concern(plan: Plan) -> tuple[Concern, ...]:
    slack = sum((step.length for step in plan.steps if step.has(Trait.BUFFER)), NOTHING)
    if slack >= plan.length * LEAST_SLACK:
        return ()
    others = plan.length - slack  # slack is part of the length that it is measured by
    needed = max(1, ceil(others * LEAST_SLACK / (1 - LEAST_SLACK) / MINUTE)) * MINUTE
    more = AddSlack(needed - slack)
    return (Concern(Matter.LITTLE_SLACK, has=slack, needs=Span(needed, needed), remedies=(more,)),)


def _break_concerns(plan: Plan) -> tuple[Concern, ...]:
    """Find each stretch without a break; breathing space is part of it."""
    concerns: list[Concern] = []
    sitting = NOTHING
    for step in plan.steps:
        if step.is_break:
            sitting = NOTHING
            continue
        if sitting + step.length <= LONGEST_SITTING:
            sitting += step.length
            continue
        alone = step.length > LONGEST_SITTING
        remedy = BreakInside(step.id) if alone else AddBreak(step.id, BREAK)
        has = sitting + step.length
        concerns.append(Concern(Matter.LONG_SITTING, step.id, has=has, remedies=(remedy,)))
        sitting = NOTHING if alone else step.length
    return tuple(concerns)


def _step_concern(step: Step, people: int) -> tuple[Concern, ...]:
    if step.has(Trait.WRITES):
        return _gather_concern(step, people)
    if step.form is Form.ROUND:
        return _round_concern(step, people)
    return ()


def _gather_concern(step: Step, people: int) -> tuple[Concern, ...]:
    """Check the quickest way to write, which is available to a group with several."""
    cards = () if Way.CARDS in step.ways else (OfferCards(step.id),)
    if step.ways == (Way.CORNER,) and people > MOST_AT_CORNER:
        needs = corner_length(people)
        return (Concern(Matter.SLOW_KEYBOARD, step.id, people, needs=needs, remedies=cards),)
    spans = {Way.CORNER: corner_length(people), Way.CARDS: cards_length(people)}
    needs = min((spans[way] for way in step.ways), key=lambda span: span.shortest)
    if step.length >= needs.shortest:
        return ()
    longer = Lengthen(step.id, ceil(needs.longest / MINUTE) * MINUTE)
    remedies = (longer, *(cards if step.length >= cards_length(people).shortest else ()))
    return (
        Concern(
            Matter.SHORT_WRITING, step.id, people, has=step.length, needs=needs, remedies=remedies
        ),
    )


def _round_concern(step: Step, people: int) -> tuple[Concern, ...]:
    """Check the longest segment, if any: people do not take turns in the others."""
    lengths = [segment.length for segment in step.segments]
    has = max(lengths, default=step.length)
    if has >= people * LEAST_IN_ROUND:
        return ()
    wanted = min(round_length(people, GOOD_TURN), LONGEST - (step.length - has))
    longer = Lengthen(step.id, wanted, lengths.index(has) if lengths else None)
    needs = Span(people * LEAST_IN_ROUND, wanted)
    remedies = (longer, InPairs(step.id))
    return (Concern(Matter.SHORT_ROUND, step.id, people, has=has, needs=needs, remedies=remedies),)
