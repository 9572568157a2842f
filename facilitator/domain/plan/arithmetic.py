"""Works out the times that facilitators often get wrong (practice.md 2.2 and 3.3)."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Step, Trait, Way
from facilitator.wording import _

CHANGEOVERS = 1.1  # a round takes a tenth longer than its turns
CORNER_EACH = (timedelta(seconds=60), timedelta(seconds=75))
CARD_EACH = (timedelta(seconds=15), timedelta(seconds=20))  # typed by a helper, once sorted
CARD_WRITING = timedelta(minutes=2)
MOST_AT_CORNER = 14  # at one keyboard; more people need cards
LEAST_IN_ROUND = timedelta(seconds=15)  # one word, and handing on
LEAST_SLACK = 0.03  # of the whole plan
LONGEST_SITTING = timedelta(minutes=75)
TURNS_TOLD = 5  # the precision with which the number of turns is shown
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of time, from a quick group to a slow one."""

    shortest: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Concern:
    """A problem with the time in a plan, in one sentence, and a remedy in another."""

    step_id: StepId | None  # ``None`` for the plan as a whole
    message: str
    remedy: str


def round_length(people: int, seconds_each: int) -> timedelta:
    """Return the length of a round with its changeovers, in whole minutes rounded up."""
    needed = timedelta(seconds=people * seconds_each) * CHANGEOVERS
    return ceil(needed / MINUTE) * MINUTE


def corner_length(people: int) -> Span:
    """Return the time that people need at one keyboard."""
    quick, slow = CORNER_EACH
    return Span(people * quick, people * slow)


def cards_length(people: int) -> Span:
    """Return the time for cards: all write at once, then a helper types them one by one."""
    quick, slow = CARD_EACH
    return Span(CARD_WRITING + people * quick, CARD_WRITING + people * slow)


def still_to_come(people: int, turns: int) -> int:
    """Return the number of people who still need time, from turns in whole fives.

    So nobody can count turns by trying numbers of people.
    """
    return max(people - turns // TURNS_TOLD * TURNS_TOLD, 0)


def concerns(plan: Plan, people: int) -> tuple[Concern, ...]:
    """Return all problems for a number of people; those of the whole plan first."""
    whole = (*_people_concern(plan, people), *_slack_concern(plan), *_break_concern(plan))
    steps = (step_concerns for step in plan.steps for step_concerns in _step_concern(step, people))
    return (*whole, *steps)


def _people_concern(plan: Plan, people: int) -> tuple[Concern, ...]:
    if plan.people.least <= people <= plan.people.most:
        return ()
    message = _("This plan is made for {least} to {most} people, and you have {people}.").format(
        least=plan.people.least, most=plan.people.most, people=people
    )
    if people < plan.people.least:
        return (Concern(None, message, _("With so few, talk about the questions together.")),)
    return (Concern(None, message, _("Split into two groups, or choose another plan.")),)


def _slack_concern(plan: Plan) -> tuple[Concern, ...]:
    slack = sum((s.length for s in plan.steps if s.has(Trait.BUFFER)), timedelta())
    if slack >= plan.length * LEAST_SLACK:
        return ()
    needed = max(1, ceil(plan.length * LEAST_SLACK / MINUTE))
    return (
        Concern(
            None,
            _("There is hardly any time to spare in this plan."),
            _("Keep {minutes} min of breathing space.").format(minutes=needed),
        ),
    )


def _break_concern(plan: Plan) -> tuple[Concern, ...]:
    sitting = timedelta()
    for step in plan.steps:
        if step.is_break:
            sitting = timedelta()
            continue
        sitting += step.length
        if sitting > LONGEST_SITTING:
            message = _("People sit for more than 75 minutes without a break.")
            return (Concern(step.id, message, _("Put a break before this step.")),)
    return ()


def _step_concern(step: Step, people: int) -> tuple[Concern, ...]:
    if step.has(Trait.WRITES):
        return _gather_concern(step, people)
    if step.form is Form.ROUND:
        return _round_concern(step, people)
    return ()


def _gather_concern(step: Step, people: int) -> tuple[Concern, ...]:
    """Check the quickest way to write, which is available to a group with several."""
    if step.ways == (Way.CORNER,) and people > MOST_AT_CORNER:
        message = _("One keyboard is too slow for {people} people.").format(people=people)
        return (Concern(step.id, message, _("Offer cards as well.")),)
    spans = {Way.CORNER: corner_length(people), Way.CARDS: cards_length(people)}
    offered = [spans[way] for way in step.ways]
    quickest = min(offered, key=lambda span: span.shortest)
    if step.length >= quickest.shortest:
        return ()
    message = _("Writing takes {least} to {most} min with {people} people, not {minutes}.").format(
        least=ceil(quickest.shortest / MINUTE),
        most=ceil(quickest.longest / MINUTE),
        people=people,
        minutes=f"{step.length / MINUTE:g}",
    )
    if Way.CARDS in step.ways:
        return (Concern(step.id, message, _("Give this step more time.")),)
    return (Concern(step.id, message, _("Give this step more time, or offer cards as well.")),)


def _round_concern(step: Step, people: int) -> tuple[Concern, ...]:
    """Check the longest segment, if any: people do not take turns in the others."""
    time = max((segment.length for segment in step.segments), default=step.length)
    if time >= people * LEAST_IN_ROUND:
        return ()
    message = _("Once round {people} people needs more than {minutes} min.").format(
        people=people, minutes=f"{time / MINUTE:g}"
    )
    return (Concern(step.id, message, _("Give it more time, or go round in two circles.")),)
