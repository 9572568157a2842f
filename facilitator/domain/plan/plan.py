"""A plan: the steps of a workshop in order, before anybody has come."""

from dataclasses import dataclass, field
from datetime import timedelta

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.step import Step, TimeLook
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """For how many people a plan works, honestly."""

    least: int
    best: int
    most: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What was prepared. ``languages`` are in the order the room reads them."""

    id: PlanId
    title: Words  # short enough for a card and the board: "Courageous conversations"
    summary: str  # one sentence on what happens
    people: PeopleRange
    steps: tuple[Step, ...]
    purpose: str = ""
    for_whom: str = ""
    room: str = ""  # how to set the room up
    languages: tuple[Language, ...] = field(default=(ENGLISH,))
    time_shown: TimeLook = TimeLook.RING_AND_MINUTES  # what the room sees of the time
    cue: Words = NO_WORDS  # what it reads shortly before a part is over, if not the usual words

    @property
    def length(self) -> timedelta:
        """All steps together."""
        return sum((step.length for step in self.steps), timedelta())
