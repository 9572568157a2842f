"""A step of a plan: its kind, its form, and what it asks of the room.

The kinds are settled in ``docs/decisions/0002-kinds-of-step.md``: there is one for each thing that
the program does differently. How people work in a talk (in pairs, in silence) is its form.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Flag, StrEnum, auto
from typing import Self

from facilitator.domain.ids import StepId
from facilitator.domain.text.language import NO_WORDS, Words

LEAST_TURNS = 5  # the floor for opening; a plan may raise it (decision 5)
MOST_FLOOR = 10
ADDED = "added-"  # begins the id of a step that is in no plan
MOST_CUE = 80  # characters of what the room reads shortly before a part is over


class Trait(Flag):
    """What the rest of the program may ask of a kind, without knowing which kind it is.

    Everything that belongs to one kind alone is in its folder in ``kinds/``.
    """

    NONE = 0
    TALKS = auto()  # people talk: when the time is over the board says so in their words
    WRITES = auto()  # people write without names: the step has a gathering from the start
    OPENS = auto()  # the lines of an earlier gathering are opened and read
    AGREES = auto()  # lines that are said or written become the group's agreement
    CHECKS = auto()  # begins a check by itself
    NEXT_STEPS = auto()  # lines that are said are the group's next steps
    DECIDES_RECORD = auto()  # the room decides what goes in the record
    BREAK = auto()  # the room has its break
    BUFFER = auto()  # time that belongs to nobody: never announced, dropped first


class StepKind(StrEnum):
    """What the program does in a step; how it does it is in ``kinds/``."""

    traits: Trait

    def __new__(cls, value: str, traits: Trait = Trait.NONE) -> Self:
        """Add a kind by the name that plan files use."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.traits = traits
        return kind

    TALK = "talk", Trait.TALKS  # time, a question, a form; said lines if it captures
    AGREEMENT = "agreement", Trait.TALKS | Trait.AGREES
    GATHER = "gather", Trait.WRITES
    OPEN = "open", Trait.OPENS
    PATTERNS = "patterns"  # opened lines are put together by the group
    DOTS = "dots"  # dot votes, blind until closed
    CONSENT_CHECK = "consent check", Trait.CHECKS  # hands, counted by the lowest
    PULSE = "pulse"  # scales, shown as a shape from five answers on
    SMALL_STEPS = "small steps", Trait.TALKS | Trait.NEXT_STEPS
    RECORD_CHOICE = "record choice", Trait.DECIDES_RECORD
    BREAK = "break", Trait.BREAK
    SLACK = "slack", Trait.BUFFER

    def has(self, traits: Trait) -> bool:
        """Return whether the kind has any of these traits."""
        return bool(self.traits & traits)


class Form(StrEnum):
    """How people work in a talk."""

    PLENARY = "plenary"
    ROUND = "round"
    PAIRS = "pairs"
    THREES = "threes"
    FOURS = "fours"
    ONE_TWO_FOUR_ALL = "1-2-4-all"
    FISHBOWL = "fishbowl"
    SILENT = "silent"


class Reveal(StrEnum):
    """How what people say or write comes to the board in this step."""

    NONE = "none"
    CAPTURE = "capture"  # a helper types what is said, in the speaker's words
    BATCH = "batch"  # held, mixed, opened together
    COUNTS = "counts"  # shape only


class TimeLook(StrEnum):
    """What the room sees of the time in a step."""

    NOTHING = "nothing"
    WORDS = "words"  # "About half left"
    RING = "ring"
    MINUTES = "minutes"
    RING_AND_MINUTES = "ring and minutes"


class Way(StrEnum):
    """A way to contribute without a name."""

    CORNER = "corner"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Segment:
    """A named part of a talk, with its own length; the next starts by the facilitator's act."""

    name: Words
    length: timedelta


@dataclass(frozen=True, slots=True)
class StepOptions:
    """What a plan says of a step that only its kind knows; each kind extends this.

    Fields are values that ``store/workshop/plain.py`` can write: texts, numbers, words, lengths,
    enums, and tuples or frozen dataclasses of these.
    """

    def check(self) -> None:
        """Raise ``UnsoundError`` for options that the kind does not allow."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a plan. Board texts are ``Words``; the rest is for the facilitator alone."""

    id: StepId
    kind: StepKind
    title: Words
    length: timedelta  # a whole number of seconds, 10 s to 8 h
    form: Form = Form.PLENARY  # of a talk; other kinds are plenary
    segments: tuple[Segment, ...] = ()  # of a talk; their lengths add up to ``length``
    question: Words = NO_WORDS  # large on the board
    hint: Words = NO_WORDS  # under the question; where empty, the form's own sentence
    cue: Words = NO_WORDS  # what the room reads shortly before its time is over, if not the usual
    time_shown: TimeLook | None = None  # what the room sees of its time, if not as in all steps
    say: str = ""  # what to say when the step begins
    do: str = ""  # what to do, and what to watch for
    materials: str = ""
    reveal: Reveal = Reveal.NONE
    protect: bool = False  # never shortened or dropped when time is short
    trim_to: timedelta | None = None  # shortest useful length
    may_drop: bool = False
    with_break: bool = False  # the break happens in this step: "back at 11:10"
    record_default: bool = True  # its lines go to the record unless somebody says no
    ways: tuple[Way, ...] = ()  # of a gathering; at least one
    notes_a_turn: int = 1  # of a gathering, 1 to 3
    floor: int = LEAST_TURNS  # of a gathering or pulse, 5 to 10
    of: StepId | None = None  # open, patterns, dots: the earlier step whose lines these are
    scale: tuple[Words, ...] = ()  # pulse, consent check: own labels, lowest first
    passes: int = 0  # consent check: which of its labels is the lowest that passes; 0: the usual
    statements: tuple[Words, ...] = ()  # pulse
    was_added: bool = False  # on the day: it is in no plan
    options: StepOptions | None = None  # what only its kind knows

    @property
    def is_break(self) -> bool:
        """Whether the room has its break in it."""
        return self.with_break or self.has(Trait.BREAK)

    def has(self, traits: Trait) -> bool:
        """Return whether its kind has any of these traits."""
        return self.kind.has(traits)

    @property
    def captures(self) -> bool:
        """Whether a helper types what is said."""
        return self.reveal is Reveal.CAPTURE
