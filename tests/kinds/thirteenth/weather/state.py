"""How many chose each kind of weather; nobody's choice by itself."""

from dataclasses import dataclass, replace
from typing import Self

from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import LEAST_TURNS, Step, StepOptions
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError

SKIES = 3


@dataclass(frozen=True, slots=True)
class WeatherOptions(StepOptions):
    """What the plan calls the three kinds of weather."""

    skies: tuple[Words, ...]

    def check(self) -> None:
        """Raise ``UnsoundError`` unless there are three."""
        if len(self.skies) != SKIES:
            raise UnsoundError("the kinds of weather")


@dataclass(frozen=True, slots=True)
class Weather(StepState):
    """How many chose each, and whether the room sees it."""

    counts: tuple[int, ...] = (0,) * SKIES
    rather_not: int = 0
    closed: bool = False

    def check(self) -> None:
        """Raise ``UnsoundError`` for counts that nobody can have given."""
        if len(self.counts) != SKIES or min(*self.counts, self.rather_not) < 0:
            raise UnsoundError("counts of the weather")

    @property
    def turns(self) -> int:
        """How many were at the typing corner."""
        return sum(self.counts) + self.rather_not

    def given(self, place: int | None) -> Self:
        """Return the counts with one more; ``None`` is a turn like another."""
        if self.closed:
            raise NotAllowedNowError("The weather is closed.")
        if place is None:
            return replace(self, rather_not=self.rather_not + 1)
        counts = tuple(count + (number == place) for number, count in enumerate(self.counts))
        return replace(self, counts=counts)

    def revealed(self) -> Self:
        """Return the weather as the room sees it. Raises under five turns."""
        if self.turns < LEAST_TURNS:
            raise NotAllowedNowError("Not enough have taken part.", "Talk about it instead.")
        return replace(self, closed=True)


def weather_in(workshop: Workshop, step: Step) -> Weather:
    """Return the weather of a step, as far as anybody has given it."""
    state = workshop.state_of(step.id)
    return state if isinstance(state, Weather) else Weather(step.id)


def skies_of(step: Step) -> tuple[Words, ...]:
    """Return what the plan calls the skies."""
    return step.options.skies if isinstance(step.options, WeatherOptions) else ()
