"""One page of the board as a list of items to draw, in board units, without any painter."""

from dataclasses import dataclass
from enum import StrEnum

from facilitator.room.marks import LineShape
from facilitator.room.spec import Badge, Tint

__all__ = ["Badge", "Tint"]

BETWEEN_DOTS = 0.14  # of a dot
SHAPE_PITCH = 1.12  # from a shape in the place of a letter to the next, in parts of the text size
REGULAR, MEDIUM, BOLD = 400, 500, 700


class Tone(StrEnum):
    """The colour of a text, by its name in the theme."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_TINT = "on tint"


class Align(StrEnum):
    """The place of a text's lines in their area; ``START`` is the right in right-to-left."""

    START = "start"
    END = "end"
    CENTRE = "centre"


class Role(StrEnum):
    """The role of a text, for people who hear the page instead of seeing it."""

    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    LINE = "list item"
    LETTER = "letter"
    FOOT = "foot"
    PAGE = "page"
    TIME = "time"
    MARK = "mark"  # drawn only: another item says it


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in board units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x just past the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y just past the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a text; ``size`` in board units."""

    size: float
    weight: int = REGULAR
    tone: Tone = Tone.TEXT
    role: Role = Role.TEXT
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class TextItem:
    """Lines of one text in their area, ``line_height`` from one to the next."""

    lines: tuple[str, ...]
    area: Area
    line_height: float
    style: Style
    shapes: tuple[LineShape, ...] = ()  # drawn in place of the words, which are only spoken


@dataclass(frozen=True, slots=True)
class RuleItem:
    """A thin line, horizontal or vertical."""

    area: Area
    over_foot: bool = False  # drawn only while the foot says something


@dataclass(frozen=True, slots=True)
class DotsItem:
    """Dots from the bottom of their area upwards, and what they say to people who hear the page."""

    area: Area
    count: int
    across: int  # how many beside each other
    size: float  # of a dot, board units
    spoken: str
    between: float = BETWEEN_DOTS  # of a dot
    on_tint: bool = False  # on a card, which is light in every theme

    @property
    def dots(self) -> tuple[Area, ...]:
        """The place of each dot."""
        pitch = self.size * (1 + self.between)
        return tuple(
            Area(
                self.area.x + place % self.across * pitch,
                self.area.bottom - pitch * (place // self.across + 1),
                self.size,
                self.size,
            )
            for place in range(self.count)
        )


@dataclass(frozen=True, slots=True)
class BoxItem:
    """The card of a note, with an outline in the ink.

    With a ``side`` only so much of it, at the left, has the tint.
    """

    area: Area
    tint: Tint = Tint.BUTTER
    side: float = 0


@dataclass(frozen=True, slots=True)
class RingItem:
    """The time left, as twelfths of a ring."""

    area: Area
    twelfths: int
    small: bool = False  # beside the minutes at the foot


@dataclass(frozen=True, slots=True)
class TickItem:
    """A tick before a line."""

    area: Area


class Sign(StrEnum):
    """The meaning of a sign, which is always next to words."""

    NOW = "now"
    NEXT = "next"
    BREAK = "break"
    IN = "in the record"
    OUT = "left out"
    DONE = "done"
    COMING = "coming"
    STEPS = "small step"
    PERSON = "who looks after it"
    PEOPLE = "everyone looks after it"
    DAY = "by when"
    MORE = "or more"


@dataclass(frozen=True, slots=True)
class SignItem:
    """A small sign beside a text; ``badge`` draws it on a round ground of its own."""

    area: Area
    sign: Sign
    badge: bool = False


@dataclass(frozen=True, slots=True)
class BandItem:
    """The quiet ground behind the row of a list that is now."""

    area: Area


@dataclass(frozen=True, slots=True)
class BadgeItem:
    """The symbol of a group of lines on its tint."""

    area: Area
    badge: Badge


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline of curves, each with two handles and an end; without a tint it is paper."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    tint: Tint | None = None


@dataclass(frozen=True, slots=True)
class HillsItem:
    """A sun behind hills along the lower edge, in the order in which they are drawn."""

    area: Area
    shapes: tuple[Shape, ...]


Item = (
    TextItem
    | RuleItem
    | BoxItem
    | RingItem
    | TickItem
    | SignItem
    | BandItem
    | HillsItem
    | DotsItem
    | BadgeItem
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One drawn page, its items in reading order."""

    height: float
    items: tuple[Item, ...] = ()

    @property
    def text(self) -> str:
        """All words in reading order, one text on each line, for screen readers."""
        return "\n".join(filter(None, map(_spoken, self.items)))


def _spoken(item: Item) -> str:
    if isinstance(item, DotsItem):
        return item.spoken
    if isinstance(item, TextItem) and item.style.role is Role.MARK:
        return ""
    return " ".join(line.strip() for line in item.lines) if isinstance(item, TextItem) else ""
