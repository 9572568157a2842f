"""A step of a plan: its kind, its form, and what it asks of the room.

``docs/decisions/0002-kinds-of-step.md`` defines the kinds: one for each thing that the program does
differently. The form says how people work in a talk (in pairs, in silence).
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Flag, StrEnum, auto
from typing import ClassVar, Self

from facilitator.domain.ids import StepId
from facilitator.domain.text.language import NO_WORDS, Words

LEAST_TURNS = 5  # the floor for opening; a plan may raise it (decision 5)
MOST_FLOOR = 10
ADDED = "added-"  # prefix of the id of a step that is in no plan
MOST_CUE = 80  # characters of the words shortly before a part is over


class Trait(Flag):
    """A property that the rest of the program may check on a kind, without importing it.

    Everything that belongs to only one kind is in its folder in ``kinds/``.
    """

    NONE = 0
    TALKS = auto()  # people talk: the board announces the end of time in words for a talk
    WRITES = auto()  # people write without names: the step has a gathering from the beginning
    OPENS = auto()  # opens and shows the lines of an earlier gathering
    AGREES = auto()  # said or written lines become the group's agreement
    CHECKS = auto()  # begins a check by itself
    NEXT_STEPS = auto()  # its lines are the group's next steps, typed in its own panel
    DECIDES_RECORD = auto()  # the room decides what goes in the record
    BREAK = auto()  # the room has a break
    BUFFER = auto()  # spare time: never announced, dropped first


class StepKind(StrEnum):
    """What the program does in a step; ``kinds/`` has the code."""

    traits: Trait

    def __new__(cls, value: str, traits: Trait = Trait.NONE) -> Self:
        """Create a kind by its name in plan files."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.traits = traits
        return kind

    TALK = "talk", Trait.TALKS  # time, a question, a form; said lines if it captures
    AGREEMENT = "agreement", Trait.TALKS | Trait.AGREES
    GATHER = "gather", Trait.WRITES
    OPEN = "open", Trait.OPENS
    PATTERNS = "patterns"  # the group sorts opened lines
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
    """How people's words come to the board in this step."""

    NONE = "none"
    CAPTURE = "capture"  # a helper types said lines, in the speaker's words
    BATCH = "batch"  # hidden, mixed, opened together
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
    """A named part of a talk, with its own length; the facilitator starts the next one."""

    name: Words
    length: timedelta
    question: Words = NO_WORDS  # large on the board while it runs, if not the step's


@dataclass(frozen=True, slots=True)
class StepOptions:
    """A plan's settings for one kind of step; each kind extends this.

    ``store/workshop/plain.py`` must be able to write all fields: texts, numbers, words, lengths,
    enums, and tuples or frozen dataclasses of these.
    """

    VERSION: ClassVar[int] = 1  # of its fields, as they are stored; one more when they change

    @classmethod
    def upgraded(cls, plain: dict[str, object], version: int) -> dict[str, object]:
        """Return what an older version stored as this one stores it.

        A field that came with a default needs nothing.
        """
        if version >= cls.VERSION:
            raise ValueError("not an older version")
        return plain

    def check(self) -> None:
        """Raise ``UnsoundError`` for options that the kind does not allow."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a plan. Board texts are ``Words``; the rest is only for the facilitator."""

    id: StepId
    kind: StepKind
    title: Words
    length: timedelta  # a whole number of seconds, 10 s to 8 h
    form: Form = Form.PLENARY  # of a talk; other kinds are plenary
    segments: tuple[Segment, ...] = ()  # of a talk; their lengths add up to ``length``
    question: Words = NO_WORDS  # large on the board
    hint: Words = NO_WORDS  # under the question; if empty, the form's sentence
    cue: Words = NO_WORDS  # the words shortly before its time is over, if not the usual ones
    time_shown: TimeLook | None = (
        None  # what the room sees of its time, if different from all steps
    )
    say: str = ""  # what to say when the step begins
    do: str = ""  # what to do, and what to watch for
    materials: str = ""
    reveal: Reveal = Reveal.NONE
    protect: bool = False  # never shorten or drop it when time is short
    trim_to: timedelta | None = None  # shortest useful length
    may_drop: bool = False
    with_break: bool = False  # the break is in this step: "back at 11:10"
    record_default: bool = True  # its lines go to the record unless somebody says no
    ways: tuple[Way, ...] = ()  # of a gathering; at least one
    notes_a_turn: int = 1  # of a gathering, 1 to 3
    floor: int = LEAST_TURNS  # of a gathering or pulse, 5 to 10
    of: StepId | None = None  # open, patterns, dots: the earlier step with the lines
    scale: tuple[Words, ...] = ()  # pulse, consent check: own labels, lowest first
    passes: int = 0  # consent check: the number of the lowest label that passes; 0: the usual
    statements: tuple[Words, ...] = ()  # pulse
    at: timedelta | None = None  # the time of day at which it begins, since midnight
    was_added: bool = False  # on the day, so it is in no plan
    options: StepOptions | None = None  # the settings of its kind

    @property
    def is_break(self) -> bool:
        """Whether it is a break."""
        return self.with_break or self.has(Trait.BREAK)

    def has(self, traits: Trait) -> bool:
        """Return whether its kind has any of these traits."""
        return self.kind.has(traits)

    @property
    def captures(self) -> bool:
        """Whether a helper types said lines."""
        return self.reveal is Reveal.CAPTURE
