"""All that the whole room may see, as frozen values. Board and typing corner get nothing else.

No field here has seconds, a count of contributions, a name or a line that was set aside.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from math import ceil

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind, TimeLook
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.room.marks import BoardMark, letter_of
from facilitator.room.promise import ShortLine
from facilitator.room.spec import WIDTH, Badge, Spec, Theme

__all__ = ["WIDTH", "Badge", "Spec", "Theme", "letter_of"]

TWELFTHS = 12


class Left(StrEnum):
    """About how much of the time is left, for people who prefer words to numbers."""

    MOST = "most"
    HALF = "half"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class TimeShown:
    """Time for the room: whole minutes rounded up, and twelfths of a ring; never below zero.

    A value that is not shown is not in it either: without minutes, ``minutes`` is 1 until the end.
    """

    minutes: int
    twelfths: int
    look: TimeLook = TimeLook.RING_AND_MINUTES
    left: Left | None = None  # where words show it, or may replace a ring
    digits: int = 2  # of the minutes of the whole: so broad is their slot

    @classmethod
    def of(
        cls, left: timedelta, length: timedelta, look: TimeLook = TimeLook.RING_AND_MINUTES
    ) -> "TimeShown | None":
        """Return the time left as the room sees it; ``None`` if it sees nothing."""
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
            digits=len(str(ceil(length / timedelta(minutes=1)))),
        )

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return self.minutes == 0


WITH_MINUTES = (TimeLook.MINUTES, TimeLook.RING_AND_MINUTES)
WITH_RING = (TimeLook.RING, TimeLook.RING_AND_MINUTES)


def _left_of(part: float) -> Left:
    if part > 2 / 3:
        return Left.MOST
    return Left.HALF if part > 1 / 3 else Left.LITTLE


@dataclass(frozen=True, slots=True)
class DotsBeside:
    """The dots beside a line, and what they say to people who hear the page."""

    count: int
    or_more: bool = False
    words: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Note:
    """A line with the mark by which people name it: A, B, …; ``room/marks.py`` has it."""

    letter: BoardMark
    text: str
    above: Words = NO_WORDS  # the name of the group that begins with this line
    gone: Words = NO_WORDS  # replaces its words: says that the line was removed
    example: str = ""  # its example, in the words of the group
    drawing: Words = NO_WORDS  # before its words: says that it is a drawing
    beneath: Words = NO_WORDS  # a helper's translation, which says so
    dots: DotsBeside | None = None  # at the right of its card


@dataclass(frozen=True, slots=True)
class CalmPage:
    """The curtain, or a quiet board: an empty background."""


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
    foot_room: tuple[Words, ...] = ()  # other texts that may appear at the foot, with reserved room


@dataclass(frozen=True, slots=True)
class GatherPage:
    """The page while people write: the question, the ways, and when we are back; never a count."""

    label: Words
    question: Words
    ways: tuple[tuple[Words, Words], ...]  # such as "Type it", "in the corner, in any order"
    foot: Words
    back_at: Words = NO_WORDS
    back_room: tuple[Words, ...] = ()  # other texts that may appear there, with reserved room


@dataclass(frozen=True, slots=True)
class AskPage:
    """A question to the room about its time, and the options."""

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
    text_room: tuple[Words, ...] = ()  # other texts that may replace them, with reserved room
    foot_room: tuple[Words, ...] = ()


class Scene(StrEnum):
    """The drawing under a few words: hills and a sun, of another size for each occasion."""

    WELCOME = "welcome"
    BREAK = "break"
    PAUSE = "pause"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class ScenePage:
    """A few words over a drawn scene, on a page where nothing is worked on.

    Words in one language alone, such as a title as it was typed, go across both columns.
    """

    scene: Scene
    title: Words  # the largest text
    label: Words = NO_WORDS  # over the title
    texts: tuple[Words, ...] = ()  # under it
    rows: tuple[tuple[Words, Words], ...] = ()  # such as "Support", "at the door"
    title_room: tuple[Words, ...] = ()  # other titles that may replace it, with reserved room


class PartMark(StrEnum):
    """The state of a part of the day."""

    DONE = "done"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day with its rough time; never a note, a count or what was dropped."""

    time: str  # a time of day
    title: Words
    mark: PartMark = PartMark.COMING
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What happens today: the parts of the day in their order."""

    heading: Words
    parts: tuple[DayPart, ...]
    foot: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Opened lines as notes of equal size, on as many pages as the least text size needs."""

    heading: Words
    notes: tuple[Note, ...]
    foot: Words = NO_WORDS
    time: TimeShown | None = None  # while people read, then listen
    time_room: TimeShown | None = None  # other texts that may appear there, with reserved room
    alone: bool = False  # each note on its own page
    overview: bool = False  # all at once, in text under the least size
    badge: Badge | None = None  # before the heading; its tint is that of the notes


class Mark(StrEnum):
    """The mark before a line of a list."""

    NONE = "none"
    TICK = "tick"
    OPEN = "open"  # room for a later tick
    RECORD = "record"  # whether it goes in the record, then its letter


@dataclass(frozen=True, slots=True)
class ListPage:
    """Lines under a heading: the agreement, the promise, what goes in the record."""

    heading: Words
    lines: tuple[Note, ...]  # letters are drawn only with ``Mark.RECORD``
    mark: Mark = Mark.NONE
    foot: Words = NO_WORDS
    foot_yields: bool = False  # shown there only where that needs no more pages
    fixed: tuple[Words, ...] = ()  # lines in the workshop's languages, before the others
    proposed: tuple[Note, ...] = ()  # after the other lines, with room for a tick
    head_once: bool = False  # before the first line instead of over every sheet
    after: Words = NO_WORDS  # after the last line


@dataclass(frozen=True, slots=True)
class HandsPage:
    """A check: a line, or all of them, and what each hand means; later the result."""

    label: Words
    line: str = ""  # in the group's words; empty for all lines at once
    lines: tuple[Note, ...] = ()  # all of them, before what each hand means
    whole: Words = NO_WORDS  # says that it is all lines
    example: str = ""  # the example of the line
    legend: tuple[tuple[Words, Words], ...] = ()  # such as "5", "fully with it"; highest first
    text: Words = NO_WORDS  # when it passes; empty once it is closed
    foot: Words = NO_WORDS
    close: bool = False  # less space between, so that line and legend fit one sheet
    apart: bool = False  # the legend on its own sheet, and all the rest before it
    headed: bool = False  # the label over every sheet


@dataclass(frozen=True, slots=True)
class ShapePage:
    """The answers to one statement together: dots in columns, or rows of words."""

    statement: Words
    text: Words  # such as "10 of us answered. The spread is wide."
    columns: tuple[int, ...] = ()  # how many dots in each, lowest first
    labels: tuple[Words, ...] = ()  # under the columns; some may be empty
    rows: tuple[tuple[Words, Words], ...] = ()  # such as "Lower: 1 or 2", "about half of us"


@dataclass(frozen=True, slots=True)
class PairPage:
    """The answers to one statement at two times, side by side on the same scale.

    The ``statement`` of each side is the name of its time.
    """

    statement: Words
    before: ShapePage
    now: ShapePage


@dataclass(frozen=True, slots=True)
class ShapesPage:
    """The answers to all statements, each on its own sheets."""

    shapes: tuple[ShapePage, ...]
    pairs: tuple[PairPage, ...] = ()  # of two times, instead
    heading: Words = NO_WORDS  # of a sheet before them
    text: Words = NO_WORDS  # under it
    foot: Words = NO_WORDS
    time: TimeShown | None = None
    time_room: TimeShown | None = None  # other texts that may appear there, with reserved room


@dataclass(frozen=True, slots=True)
class StepCard:
    """A small step in people's words, who looks after it, and by when."""

    text: str
    who: Words = NO_WORDS
    everyone: bool = False  # looks after it
    by: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class StepsPage:
    """Small steps, then the ideas for later on sheets of their own."""

    heading: Words
    steps: tuple[StepCard, ...]
    later: Words = NO_WORDS  # over the ideas
    ideas: tuple[str, ...] = ()
    foot: Words = NO_WORDS
    time: TimeShown | None = None
    time_room: TimeShown | None = None  # other texts that may appear there, with reserved room


@dataclass(frozen=True, slots=True)
class NameRow:
    """The name of a group of lines, and how many they are."""

    badge: Badge
    name: Words
    count: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The names of all groups, with their badges."""

    heading: Words
    names: tuple[NameRow, ...]
    foot: Words = NO_WORDS
    time: TimeShown | None = None
    time_room: TimeShown | None = None


@dataclass(frozen=True, slots=True)
class SectionsPage:
    """Pages one after another, whose sheets are numbered together."""

    sections: tuple[StepPage | NotesPage | NamesPage, ...]


Content = (
    CalmPage
    | StepPage
    | GatherPage
    | AskPage
    | MessagePage
    | ScenePage
    | TodayPage
    | NotesPage
    | ListPage
    | HandsPage
    | ShapesPage
    | StepsPage
    | NamesPage
    | SectionsPage
)


@dataclass(frozen=True, slots=True)
class Strip:
    """The present step, the next one, and the time of the break; constant during a step."""

    now: Words
    following: Words
    pause: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """All that the board draws. ``page`` is counted from 0."""

    content: Content
    languages: tuple[Language, ...] = (ENGLISH,)
    spec: Spec = field(default_factory=Spec)
    page: int = 0
    strip: Strip | None = None  # under the content


@dataclass(frozen=True, slots=True)
class Position:
    """One answer of a check, with the key that chooses it."""

    key: str
    mark: Words
    words: Words


@dataclass(frozen=True, slots=True)
class OwnCorner:
    """The page of one kind of step in the typing corner; only that kind reads it."""

    kind: StepKind
    step_id: StepId
    content: object


@dataclass(frozen=True, slots=True)
class CornerPicture:
    """All that the typing corner shows. The fixed words of its controls come from ``say``.

    With ``own`` it is the page of a kind of step; with ``positions`` people choose one or none;
    else they write.
    """

    languages: tuple[Language, ...]
    promise: tuple[Words, ...]  # whole sentences
    question: Words
    notes_a_turn: int = 1
    late: bool = False  # after the opening: the corner explains what happens to late lines
    theme: Theme = Theme.WARM
    positions: tuple[Position, ...] = ()  # of a check, highest first
    line: str = ""  # the checked lines, in the group's words
    whole: Words = NO_WORDS  # says that it is all lines
    own: OwnCorner | None = None
    short: tuple[ShortLine, ...] = ()  # in place of the promise, which is one press away
