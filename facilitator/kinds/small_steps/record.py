"""Small steps in the record: each with who looks after it and by when, then ideas for later."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.summary import KindBlock, KindLine
from facilitator.domain.text.language import Words, in_order
from facilitator.domain.time.dates import day
from facilitator.domain.workshop import Workshop
from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.kinds.small_steps.state import WHO, SmallStep, SmallSteps, Stage
from facilitator.kinds.small_steps.words import (
    Languages,
    by_in_words,
    who_in_words,
)
from facilitator.room.say import say, say_in

LOOK_AGAIN = "look again"  # the id of the line with that day


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Return the agreed steps, or all offered ones where none was checked, and the ideas.

    A name is a line of its own, so that the room can leave it out alone.
    """
    steps, languages = workshop.state_of(run.step.id), in_order(workshop.languages)
    if not isinstance(steps, SmallSteps):
        return ()
    agreed, offered = steps.in_stage(Stage.AGREED), steps.in_stage(Stage.OFFERED)
    ideas = steps.in_stage(Stage.PARKED)
    again = "" if steps.look_again is None else _on_day(steps.look_again, languages)
    parts = (
        (Sentence.HEADING, tuple(_listed(agreed or offered, languages)), True),
        (Sentence.NOT_AGREED, tuple(_listed(offered if agreed else (), languages)), False),
        (Sentence.LATER, tuple(_listed(ideas, languages)), False),
        (Sentence.AGAIN, (KindLine(LOOK_AGAIN, again),) if again else (), False),
    )
    return tuple(
        KindBlock(say_in(languages, heading), lines, next_steps=is_next)
        for heading, lines, is_next in parts
        if lines
    )


def recorded_steps(workshop: Workshop, run: StepRun) -> tuple[tuple[KindLine, SmallStep], ...]:
    """Return the steps that are next steps of the record, each with its line there."""
    steps = workshop.state_of(run.step.id)
    if not isinstance(steps, SmallSteps):
        return ()
    left_out = {name.id for name in workshop.left_out if name.of == run.step.id}
    languages = in_order(workshop.languages)
    chosen = steps.in_stage(Stage.AGREED) or steps.in_stage(Stage.OFFERED)
    return tuple((_line(step, languages), step) for step in chosen if step.id not in left_out)


def _line(step: SmallStep, languages: Languages) -> KindLine:
    by = by_in_words(step, languages, year=True)
    return KindLine(step.id, "\n".join(filter(None, (step.text, _lines(by)))))


def _listed(steps: tuple[SmallStep, ...], languages: Languages) -> Iterator[KindLine]:
    for step in steps:
        yield _line(step, languages)
        if step.everyone or step.who:
            yield KindLine(f"{WHO}{step.id}", _who(step, languages), under=step.id)


def _who(step: SmallStep, languages: Languages) -> str:
    who = who_in_words(step, languages)
    return "\n".join(say(each, Sentence.LOOKED_AFTER, who=who.in_(each)) for each in languages)


def _on_day(when: date, languages: Languages) -> str:
    return "\n".join(day(each, when) for each in languages)


def _lines(words: Words) -> str:
    return "\n".join(text for _language, text in words.texts)
