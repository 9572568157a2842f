"""What is said to the facilitator of concerns, remedies, rounds, groups and writing."""

from datetime import timedelta
from math import ceil

from facilitator.domain.plan.arithmetic import MINUTE, Span, corner_length
from facilitator.domain.planning.concerns import Concern, Matter
from facilitator.domain.planning.groups import By, Groups
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
from facilitator.domain.planning.rounds import RoundFit
from facilitator.domain.planning.timetable import clock_text
from facilitator.domain.planning.writing import Writing, writing_for
from facilitator.wording import _


def sentence_of(concern: Concern) -> str:
    """Return what does not add up and what may help."""
    return f"{message_of(concern)} {advice_of(concern)}"


def message_of(concern: Concern) -> str:
    """Return what does not add up, in one sentence."""
    messages = {
        Matter.TOO_FEW: _("This plan is made for {least} to {most} people, and you have {people}."),
        Matter.TOO_MANY: _(
            "This plan is made for {least} to {most} people, and you have {people}."
        ),
        Matter.TOO_LONG: _("The plan takes {longest} min, and {has} min are booked."),
        Matter.OVER_BEFORE: _("{longest} min too many come before the step at {at}."),
        Matter.SPARE_BEFORE: _("There are {has} min to spare before the step at {at}."),
        Matter.LITTLE_SLACK: _("There is hardly any time to spare in this plan."),
        Matter.LONG_SITTING: _("People sit for more than 75 minutes without a break."),
        Matter.SLOW_KEYBOARD: _("One keyboard is too slow for {people} people."),
        Matter.SHORT_WRITING: _(
            "Writing takes {shortest} to {longest} min with {people} people, not {has}."
        ),
        Matter.SHORT_ROUND: _("Once round {people} people needs more than {has} min."),
    }
    return messages[concern.matter].format(**_facts(concern))


def advice_of(concern: Concern) -> str:
    """Return what may help, in one sentence."""
    return _advice(concern).format(**_facts(concern))


def _advice(concern: Concern) -> str:
    advice = {
        Matter.TOO_FEW: _("With so few, talk about the questions together."),
        Matter.TOO_MANY: _("Split into two groups, or choose another plan."),
        Matter.TOO_LONG: _("Shortening what may be shorter fits it."),
        Matter.OVER_BEFORE: _("Shortening what may be shorter reaches it in time."),
        Matter.SPARE_BEFORE: _("Fill them, or keep them as breathing space."),
        Matter.LITTLE_SLACK: _("Keep {shortest} min of breathing space."),
        Matter.LONG_SITTING: _("Put a break before this step."),
        Matter.SLOW_KEYBOARD: _("Offer cards as well."),
        Matter.SHORT_WRITING: _("Give this step more time."),
        Matter.SHORT_ROUND: _("Give it more time, go round in two circles, or talk in pairs."),
    }
    match concern:
        case Concern(matter=Matter.TOO_LONG, needs=needs, has=has) if needs.shortest > has:
            return _("It can be shortened to {shortest} min; leave a step out as well.")
        case Concern(matter=Matter.OVER_BEFORE, needs=needs) if needs.shortest:
            return _("Begin earlier, or leave a step out: shortening alone is not enough.")
        case Concern(matter=Matter.LONG_SITTING, remedies=(BreakInside(),)):
            return _("Divide this step, or have the break in it.")
        case Concern(matter=Matter.SHORT_WRITING, remedies=(_longer, OfferCards())):
            return _("Give this step more time, or offer cards as well.")
        case _:
            return advice[concern.matter]


def remedy_label(remedy: Remedy) -> str:
    """Return what a button says that applies a remedy."""
    labels: dict[type[Remedy], str] = {
        Fit: _("Fit to {minutes} min"),
        FitBefore: _("Shorten what comes before"),
        SlackBefore: _("Add {minutes} min of breathing space before it"),
        AddSlack: _("Add {minutes} min of breathing space"),
        AddBreak: _("Add a break of {minutes} min"),
        BreakInside: _("Have the break in this step"),
        Lengthen: _("Make it {minutes} min"),
        InPairs: _("Talk in pairs"),
        OfferCards: _("Offer cards"),
    }
    return labels[type(remedy)].format(minutes=_minutes(_length_in(remedy)))


def _length_in(remedy: Remedy) -> timedelta:
    match remedy:
        case (
            Fit(booked=length)
            | Lengthen(to=length)
            | SlackBefore(length=length)
            | AddSlack(length=length)
            | AddBreak(length=length)
        ):
            return length
        case _:
            return timedelta()


def round_words(fit: RoundFit) -> str:
    """Return how long a round takes, and what fits if it does not."""
    needs, has = _minutes(fit.needs), _minutes(fit.has)
    if fit.fits:
        return _("Once round {people} people: {needs} min.").format(people=fit.people, needs=needs)
    if not fit.each_that_fits:
        return _("This round needs {needs} min, and you have {has}: try pairs.").format(
            needs=needs, has=has
        )
    return _(
        "This round needs {needs} min, and you have {has}: try {seconds} seconds each, or pairs."
    ).format(needs=needs, has=has, seconds=int(fit.each_that_fits.total_seconds()))


def groups_words(groups: Groups) -> str:
    """Return how many groups of which size, such as “3 groups of 3 and 1 of 4”."""
    (many, people), *others = groups.counts
    first = (
        _("1 group of {people}").format(people=people)
        if many == 1
        else _("{many} groups of {people}").format(many=many, people=people)
    )
    if not others:
        return first
    other_many, other_people = others[0]
    return _("{groups} and {many} of {people}").format(
        groups=first, many=other_many, people=other_people
    )


def forming_words(groups: Groups, by: By) -> str:
    """Return what to say so that people come together in these groups."""
    match by:
        case By.SEAT:
            return _("Turn to those next to you: {groups}.").format(groups=groups_words(groups))
        case By.COUNT:
            return _(
                "Count off from 1 to {number}; the same numbers come together: {groups}."
            ).format(number=groups.number, groups=groups_words(groups))
        case By.COLOUR:
            return _("Cards in {number} colours; the same colours come together: {groups}.").format(
                number=groups.number, groups=groups_words(groups)
            )


def writing_words(people: int) -> str:
    """Return what suits a number of people who write without names."""
    words = {
        Writing.CORNER: _("At one keyboard {people} people take {shortest} to {longest} min."),
        Writing.CORNER_IN_BREAK: _(
            "At one keyboard {people} people take {shortest} to {longest} min: let them write "
            "during the break."
        ),
        Writing.BOTH: _(
            "One keyboard takes {shortest} to {longest} min for {people} people: offer cards as "
            "well."
        ),
        Writing.CARDS: _("For {people} people use cards; keep the keyboard for those who need it."),
    }
    return words[writing_for(people)].format(people=people, **_span(corner_length(people)))


def _facts(concern: Concern) -> dict[str, str | int]:
    return {
        "people": concern.people,
        "least": concern.least,
        "most": concern.most,
        "at": clock_text(concern.at),
        "has": _minutes(concern.has),
        **_span(concern.needs),
    }


def _span(span: Span) -> dict[str, int]:
    return {
        "shortest": ceil(span.shortest / MINUTE),
        "longest": ceil(span.longest / MINUTE),
    }


def _minutes(length: timedelta) -> str:
    return f"{round(length / MINUTE, 1):g}"
