"""The agreement for the room: whole, for people who came later, and a line at the foot.

Parked and dropped lines are on none of these pages.
"""

from facilitator.domain.agreement.line import AgreementLine
from facilitator.domain.plan.step import Step, Trait, Way
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import ListPage, Mark, Note
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key


def agreement_page(workshop: Workshop, heading: Words = NO_WORDS) -> ListPage:
    """Return the agreement: agreed lines with ticks, then proposed ones without.

    The example of a proposed line is under it until it is agreed.
    """
    languages, agreement = workshop.languages, workshop.agreement
    agreed, proposed = _notes(agreement.agreed), with_examples(agreement.proposed)
    if agreed:
        foot = Key.AGREEMENT_TICKS if proposed else Key.AGREEMENT_FOOT
    else:
        foot = Key.AGREEMENT_SO_FAR
    empty = not (agreed or proposed)
    return ListPage(
        heading=heading or say_in(languages, Key.AGREEMENT_TITLE),
        lines=agreed,
        mark=Mark.TICK if agreed else Mark.NONE,
        foot=NO_WORDS if empty else say_in(languages, foot),
        foot_yields=foot is not Key.AGREEMENT_TICKS,
        fixed=(say_in(languages, Key.AGREEMENT_EMPTY),) if empty else (),
        proposed=proposed,
    )


def late_page(workshop: Workshop) -> ListPage:
    """Return the agreement for people who came later, with the question to everyone."""
    languages, agreed = workshop.languages, _notes(workshop.agreement.agreed)
    return ListPage(
        heading=say_in(languages, Key.LATE_TITLE),
        lines=agreed,
        mark=Mark.TICK if agreed else Mark.NONE,
        foot=say_in(languages, Key.LATE_FOOT),
        fixed=() if agreed else (say_in(languages, Key.AGREEMENT_EMPTY),),
    )


def pin_of(workshop: Workshop, step: Step) -> tuple[Words, str]:
    """Return the name of the agreement and its line at the foot of a step's page."""
    line = workshop.agreement.at_foot
    if line is None or step.has(Trait.AGREES):
        return NO_WORDS, ""
    return say_in(workshop.languages, Key.AGREEMENT_TITLE), line.text


def ways_of(step: Step) -> tuple[Way, ...]:
    """Return the ways to write without a name; a written agreement has all of them."""
    return tuple(Way) if step.has(Trait.AGREES) else step.ways


def with_examples(lines: tuple[AgreementLine, ...]) -> tuple[Note, ...]:
    """Return lines, each with its example if the group gave one."""
    return tuple(Note("", line.text, example=line.example) for line in lines)


def _notes(lines: tuple[AgreementLine, ...]) -> tuple[Note, ...]:
    return tuple(Note("", line.text) for line in lines)
