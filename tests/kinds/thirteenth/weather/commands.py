"""What can be done about the weather: give one's own, and show it to the room."""

from dataclasses import dataclass

from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import CommandPart

from .state import weather_in


@dataclass(frozen=True, slots=True)
class Show:
    """Close it, and let the room see it."""


def _do(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    weather = weather_in(workshop, workshop.agenda.run_of(step_id).step)
    return workshop.with_state(weather.revealed()) if isinstance(act, Show) else workshop


def _hand_in(workshop: Workshop, step_id: StepId, answer: object, _shuffler: Shuffler) -> Workshop:
    weather = weather_in(workshop, workshop.agenda.run_of(step_id).step)
    return workshop.with_state(weather.given(answer if isinstance(answer, int) else None))


COMMANDS = CommandPart(_do, _hand_in)
