"""A plan: the steps of a workshop in order, before it begins."""

from dataclasses import dataclass, field
from datetime import timedelta

from facilitator.domain.ids import PlanId
from facilitator.domain.letters import Marks
from facilitator.domain.plan.step import Step, TimeLook
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """The number of people for which a plan really works."""

    least: int
    best: int
    most: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A prepared plan. ``languages`` are in the order in which the room reads them."""

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
    cue: Words = NO_WORDS  # the words shortly before a part is over, if not the usual ones
    marks: Marks = Marks.LETTERS  # by which people name lines

    @property
    def length(self) -> timedelta:
        """The length of all steps."""
        return sum((step.length for step in self.steps), timedelta())
