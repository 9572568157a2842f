"""The weather in the record: how many chose each sky, once the room has seen it."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.summary import KindBlock, KindLine
from facilitator.domain.workshop import Workshop
from facilitator.room.say import say_in

from .sentences import Sentence
from .state import skies_of, weather_in


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Return one block, or none while the room has not seen it."""
    weather = weather_in(workshop, run.step)
    if not weather.closed:
        return ()
    lines = tuple(
        KindLine(f"sky-{place}", f"{sky.first}: {count}")
        for place, (sky, count) in enumerate(zip(skies_of(run.step), weather.counts, strict=True))
    )
    return (KindBlock(say_in(workshop.languages, Sentence.NAME), lines),)
