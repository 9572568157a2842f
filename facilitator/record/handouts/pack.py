"""What the documents are made from, and how they are printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from facilitator.domain.agreement.checks import Check
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step
from facilitator.domain.planning.timetable import MINUTE, clock_text, timetable, usual_start
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import NO_WORDS, Language, Words

SIZES = (14, 18, 24)  # points; 18 is large print
DEFAULT_SIZE = 18


class Paper(StrEnum):
    """A size of paper."""

    A4 = "A4"
    LETTER = "Letter"


class Handout(StrEnum):
    """A document of the pack, by the name of its file."""

    RUNNING_ORDER = "running-order"
    PROMPTS = "prompts"
    BEFORE = "before-the-day"
    CARDS = "cards"
    LARGE_CARDS = "large-cards"
    SCALES = "consent-scales"
    POSTER = "agreement-poster"
    DOTS = "dots"
    SIGNALS = "stop-slow-break"
    PRIVACY = "privacy-notice"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Print:
    """How a document is printed: its paper, its type size in points, and its languages."""

    languages: tuple[Language, ...]
    paper: Paper = Paper.A4
    size: int = DEFAULT_SIZE


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary in each language; ``usual``: not a guess."""

    words: Words
    usual: bool = True
    note: str = ""  # in English


@dataclass(frozen=True, slots=True)
class StepWords:
    """What the board says over and under a step's question."""

    label: Words = NO_WORDS
    hint: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the documents say: a plan, the answers before the workshop, and what ships."""

    plan: Plan
    setup: Setup | None = None
    day: date | None = None
    begins: timedelta | None = None  # the time of day, counted from midnight
    words: Mapping[StepId, StepWords] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    lines: tuple[Words, ...] = ()  # of the agreement
    agreed: bool = False  # by this group; else they are lines to begin with
    terms: tuple[Term, ...] = ()

    @property
    def title(self) -> Words:
        """The title of the workshop, as the room reads it."""
        own = self.setup.title if self.setup else ""
        return Words(((Language(""), own),)) if own else self.plan.title

    @property
    def contact(self) -> str:
        """Who facilitates and how to reach them, as far as it is set."""
        if self.setup is None:
            return ""
        return ", ".join(filter(None, (self.setup.facilitator, self.setup.reach)))

    def words_of(self, step: Step) -> StepWords:
        """Return what the board says over and under a step's question."""
        return self.words.get(step.id, StepWords())

    def times(self, rough: int = 1) -> tuple[str, ...]:
        """Return the time of day at which each step begins, then when the last one ends.

        Without a time of day they count from the start. They are rounded to a multiple of ``rough``
        minutes.
        """
        slots = timetable(self.plan, self.begins)
        times = [slot.begins for slot in slots] + [slot.ends for slot in slots[-1:]]
        return tuple(self._time(at, rough) for at in times)

    @property
    def starts(self) -> timedelta | None:
        """The time of day of the beginning: the one that is set, or what a fixed step asks."""
        return usual_start(self.plan) if self.begins is None else self.begins

    def _time(self, at: timedelta, rough: int) -> str:
        minutes = int(at / MINUTE / rough + 0.5) * rough if rough > 1 else at // MINUTE
        if self.starts is not None:
            return clock_text(minutes * MINUTE)
        return f"{minutes // 60}:{minutes % 60:02d}"
