"""What the whole room may see, as frozen values. The board and the typing corner get nothing else.

There is no field here for a second, a count of contributions, a name or a line that was set aside.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from math import ceil

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind, TimeLook
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.room.spec import WIDTH, Spec, Theme

__all__ = ["WIDTH", "Spec", "Theme"]

TWELFTHS = 12
LONG = timedelta(minutes=99)


class Left(StrEnum):
    """About how much of the time is left, for those who would rather read than count."""

    MOST = "most"
    HALF = "half"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class TimeShown:
    """Time for the room: whole minutes rounded up, and twelfths of a ring; never below nothing.

    What the look does not show is not there either: without minutes it is 1 until time is over.
    """

    minutes: int
    twelfths: int
    look: TimeLook = TimeLook.RING_AND_MINUTES
    left: Left | None = None  # where words show it, or may stand for a ring
    long: bool = False  # a hundred minutes or more in all, which need a broader slot

    @classmethod
    def of(
        cls, left: timedelta, length: timedelta, look: TimeLook = TimeLook.RING_AND_MINUTES
    ) -> "TimeShown | None":
        """Return what the room sees of the time left; ``None`` if that is nothing."""
        if look is TimeLook.NOTHING:
            return None
        rest = max(left, timedelta())
        minutes = ceil(rest / timedelta(minutes=1))
        twelfths = min(TWELFTHS, ceil(rest * TWELFTHS / length))
        return cls(
            minutes if look in WITH_MINUTES else min(minutes, 1),
            twelfths if look in WITH_RING else 0,
            look,
            _left_of(rest / length) if look not in WITH_MINUTES and rest else None,
            long=length > LONG,
        )

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return self.minutes == 0


WITH_MINUTES = (TimeLook.MINUTES, TimeLook.RING_AND_MINUTES)
WITH_RING = (TimeLook.RING, TimeLook.RING_AND_MINUTES)


def _left_of(part: float) -> Left:
    if part > 2 / 3:
        return Left.MOST
    return Left.HALF if part > 1 / 3 else Left.LITTLE


@dataclass(frozen=True, slots=True)
class Note:
    """A line that can be named by voice: A, B, … and the words."""

    letter: str
    text: str
    above: Words = NO_WORDS  # what this line and those after it are
    gone: Words = NO_WORDS  # instead of its words: that it is left out
    example: str = ""  # what it would look like, in the words of the group


@dataclass(frozen=True, slots=True)
class CalmPage:
    """The curtain, or a quiet board: the ground and nothing on it."""


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step: how people work, the question, a hint, the time."""

    label: Words
    question: Words
    hint: Words = NO_WORDS
    time: TimeShown | None = None
    foot: Words = NO_WORDS
    said: tuple[str, ...] = ()  # lines said in this step, in the speakers' words, on pages
    pin_label: Words = NO_WORDS  # "Our agreement", before the line at the foot
    pin: str = ""  # one line of the agreement, in the group's words
    foot_room: tuple[Words, ...] = ()  # what may come to stand at the foot: its room is kept


@dataclass(frozen=True, slots=True)
class GatherPage:
    """While people write: the question, the ways, and when we are back; never a count."""

    label: Words
    question: Words
    ways: tuple[tuple[Words, Words], ...]  # such as "Type it", "in the corner, in any order"
    foot: Words
    back_at: Words = NO_WORDS
    back_room: tuple[Words, ...] = ()  # what may come to stand there: its room is kept


@dataclass(frozen=True, slots=True)
class AskPage:
    """A question to the room about its time, and the ways it can go."""

    label: Words
    question: Words
    ways: tuple[tuple[Words, Words], ...]  # such as "Move on", "to: Patterns"
    foot: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A few calm words: reading, break, pause for care, welcome, closing."""

    title: Words
    text: Words = NO_WORDS
    foot: Words = NO_WORDS
    text_room: tuple[Words, ...] = ()  # what may come to stand in their place: its room is kept
    foot_room: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Opened lines as notes of equal size, on as many pages as the least text size asks."""

    heading: Words
    notes: tuple[Note, ...]
    foot: Words = NO_WORDS
    time: TimeShown | None = None  # while people read, then listen
    time_room: TimeShown | None = None  # what may come to stand there: its room is kept
    alone: bool = False  # each note on a page of its own


class Mark(StrEnum):
    """What stands before a line of a list."""

    NONE = "none"
    TICK = "tick"
    OPEN = "open"  # room for a tick that is not there yet
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ListPage:
    """Lines under a heading: the agreement, the promise, what goes in the record."""

    heading: Words
    lines: tuple[Note, ...]  # letters are drawn only with ``Mark.LETTER``
    mark: Mark = Mark.NONE
    foot: Words = NO_WORDS
    foot_yields: bool = False  # it stands there only where it costs no further page
    fixed: tuple[Words, ...] = ()  # lines in the workshop's languages, before the others
    proposed: tuple[Note, ...] = ()  # after the others, with room for a tick
    head_once: bool = False  # before the first line, and not over every sheet


@dataclass(frozen=True, slots=True)
class HandsPage:
    """A check: a line, or all of them, and what each hand means; later what it came to."""

    label: Words
    line: str = ""  # in the group's words; empty for all lines at once
    lines: tuple[Note, ...] = ()  # all of them, before what each hand means
    whole: Words = NO_WORDS  # says that it is all lines
    example: str = ""  # what the line would look like
    legend: tuple[tuple[Words, Words], ...] = ()  # such as "5", "fully with it"; highest first
    text: Words = NO_WORDS  # when it passes; empty once it is closed
    foot: Words = NO_WORDS
    close: bool = False  # less space between, so that one sheet holds line and legend
    apart: bool = False  # the legend on a sheet of its own, and all the rest before it
    headed: bool = False  # the label over every sheet


Content = (
    CalmPage | StepPage | GatherPage | AskPage | MessagePage | NotesPage | ListPage | HandsPage
)


@dataclass(frozen=True, slots=True)
class Strip:
    """What is now, what is next, and when the break is: the same for as long as a step lasts."""

    now: Words
    following: Words
    pause: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """All that the board draws. ``page`` counts from 0 within the content's pages."""

    content: Content
    languages: tuple[Language, ...] = (ENGLISH,)
    spec: Spec = field(default_factory=Spec)
    page: int = 0
    strip: Strip | None = None  # under whatever stands there


@dataclass(frozen=True, slots=True)
class Position:
    """One answer of a check, with the key that chooses it."""

    key: str
    mark: Words
    words: Words


@dataclass(frozen=True, slots=True)
class OwnCorner:
    """What the page of one kind of step shows in the typing corner; only that kind knows it."""

    kind: StepKind
    step_id: StepId
    content: object


@dataclass(frozen=True, slots=True)
class CornerPicture:
    """What stands in the typing corner. The fixed words of its controls come from ``say``.

    With ``own`` it is the page of a kind of step; with ``positions`` people choose one of them, or
    none; else they write.
    """

    languages: tuple[Language, ...]
    promise: tuple[Words, ...]  # whole sentences
    question: Words
    notes_a_turn: int = 1
    late: bool = False  # after the opening: the corner says what happens to late lines
    theme: Theme = Theme.WARM
    positions: tuple[Position, ...] = ()  # of a check, highest first
    line: str = ""  # what is checked, in the group's words
    whole: Words = NO_WORDS  # says that it is all lines
    own: OwnCorner | None = None


def letter_of(place: int) -> str:
    """Return the letter of a line, counted from 0: A to Z, then AA, AB, …."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
