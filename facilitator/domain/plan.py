"""A plan: the steps of a workshop in order, before anybody has come."""

from dataclasses import dataclass, field
from datetime import timedelta

from facilitator.domain.ids import PlanId
from facilitator.domain.language import ENGLISH, Language, Words
from facilitator.domain.step import Step


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

    @property
    def length(self) -> timedelta:
        """All steps together."""
        return sum((step.length for step in self.steps), timedelta())
