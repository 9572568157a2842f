"""The agreement as the facilitator sees it: every line, the check, and when to look again."""

from dataclasses import dataclass

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.agreement.line import LineState
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.text.language import ENGLISH, Language


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that is not joined into another, with the lines joined in it."""

    id: LineId
    text: str
    example: str
    state: LineState
    joined: tuple[str, ...] = ()  # the originals' wordings
    confirmed: bool = True
    parked: str = ""  # why, and when the group comes back to it
    earlier: tuple[str, ...] = ()  # earlier agreed wordings
    counted: str = ""  # the last check, in counts: 11 × “Up”, 1 × “Sideways”
    at_foot: bool = False
    checkable: bool = False


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of check that can be chosen."""

    id: CheckId
    name: str
    more: bool
    levels: tuple[str, ...] = ()  # the levels that the group can require, highest first
    needs: int = 0


@dataclass(frozen=True, slots=True)
class CountRow:
    """One position, and its count."""

    key: str
    mark: str
    words: str
    count: int
    passes: bool


@dataclass(frozen=True, slots=True)
class CheckView:
    """The check that is being held."""

    what: str  # the line, or a word for all of them
    alone: bool  # one line
    rows: tuple[CountRow, ...]
    not_shown: int
    counted: int
    people: int
    way: HandsWay
    rule: str
    closed: bool
    counts: str  # 11 × “Up”, 1 × “Sideways”.
    agreed: bool
    seen: bool  # on the board, with the curtain up
    progress: str = ""  # at the typing corner, instead of counts: enough, or not yet
    may_close: bool = True
    others: bool = False  # another line of the same step can be checked instead
    untouched: bool = False  # nobody has shown anything yet: the way can still change

    @property
    def at_corner(self) -> bool:
        """Whether people choose at the typing corner, at this moment."""
        return bool(self.progress)


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Everything about the agreement, at one moment."""

    step_id: StepId | None = None  # of the present step, if it is an agreement step
    rows: tuple[LineRow, ...] = ()
    check: CheckView | None = None
    kinds: tuple[KindRow, ...] = ()
    of_step: bool = False  # this step has its own check, which is not running
    way: HandsWay = HandsWay.HANDS  # the default way to show hands
    may_slip: bool = False  # enough people for a check without names
    can_undo: bool = False
    can_redo: bool = False
    advice: str = ""  # too many lines, or too long ones
    prompt: str = ""  # it is time to look at it again
    due: tuple[str, ...] = ()  # parked lines to which the group comes back now
    writing: GatheringState | None = None  # lines without names, in this step
    for_next: bool = False  # the room said yes to keeping it
    group_named: bool = False
    languages: tuple[Language, ...] = (ENGLISH,)  # of the room, in reading order
    last_time: int = 0  # lines from this group's last workshop that were not taken up yet
    opened: int = 0  # pending lines without names, from any step

    @property
    def agreed(self) -> tuple[LineRow, ...]:
        """The agreed lines."""
        return tuple(row for row in self.rows if row.state is LineState.AGREED)

    def has(self, line_id: LineId) -> bool:
        """Return whether a line exists and is not joined into another."""
        return any(row.id == line_id for row in self.rows)

    def as_now(self, row: LineRow) -> LineRow:
        """Return the present state of a line; ``row`` itself if the line was deleted."""
        return next((line for line in self.rows if line.id == row.id), row)
