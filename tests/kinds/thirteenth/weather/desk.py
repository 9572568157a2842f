"""What only the facilitator sees of the weather: whether enough took part, never how many."""

from dataclasses import dataclass

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import DeskPart

from .state import weather_in


@dataclass(frozen=True, slots=True)
class WeatherView:
    """Whether it can be shown, and is."""

    enough: bool
    closed: bool


def _view(workshop: Workshop, run: StepRun) -> WeatherView:
    weather = weather_in(workshop, run.step)
    return WeatherView(weather.turns >= LEAST_TURNS, weather.closed)


DESK = DeskPart("SLACK", view=_view)
