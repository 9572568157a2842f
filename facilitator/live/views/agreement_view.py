"""The agreement as the facilitator sees it: every line, the check, and when to look again."""

from dataclasses import dataclass

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.agreement.line import LineState
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.text.language import ENGLISH, Language


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that stands by itself, with what was joined in it."""

    id: LineId
    text: str
    example: str
    state: LineState
    joined: tuple[str, ...] = ()  # the originals' wordings
    confirmed: bool = True
    parked: str = ""  # why, and when the group comes back to it
    earlier: tuple[str, ...] = ()  # wordings in which it was agreed before
    counted: str = ""  # the last check, in counts: 11 × “Up”, 1 × “Sideways”
    at_foot: bool = False
    checkable: bool = False


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of check that can be chosen."""

    id: CheckId
    name: str
    more: bool
    levels: tuple[str, ...] = ()  # where the group sets what is needed, highest first
    needs: int = 0


@dataclass(frozen=True, slots=True)
class CountRow:
    """One position, and how many showed it."""

    key: str
    mark: str
    words: str
    count: int
    passes: bool


@dataclass(frozen=True, slots=True)
class CheckView:
    """The check that is being held."""

    what: str  # the line, or that it is all of them
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
    seen: bool  # on the board, the curtain up
    progress: str = ""  # at the typing corner: enough, or not yet; there are no counts then
    may_close: bool = True
    others: bool = False  # another line said in the same step can be asked about instead
    untouched: bool = False  # nobody has shown anything yet: it can still be held another way

    @property
    def at_corner(self) -> bool:
        """Whether people choose at the typing corner, at this moment."""
        return bool(self.progress)


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Everything about the agreement, at one moment."""

    step_id: StepId | None = None  # of the agreement step that is now, if it is one
    rows: tuple[LineRow, ...] = ()
    check: CheckView | None = None
    kinds: tuple[KindRow, ...] = ()
    of_step: bool = False  # this step has a check of its own, and it is not being held
    way: HandsWay = HandsWay.HANDS  # how hands are shown unless told otherwise
    may_slip: bool = False  # enough people for a check without names
    can_undo: bool = False
    can_redo: bool = False
    advice: str = ""  # too many lines, or too long ones
    prompt: str = ""  # it is time to look at it again
    due: tuple[str, ...] = ()  # parked lines to which the group comes back now
    writing: GatheringState | None = None  # lines without names, in this step
    for_next: bool = False  # the room said yes to keeping it
    group_named: bool = False
    languages: tuple[Language, ...] = (ENGLISH,)  # of the room, as it reads them
    last_time: int = 0  # lines from this group's last workshop that are not here yet
    opened: int = 0  # lines without names that wait to be taken over, of whatever step

    @property
    def agreed(self) -> tuple[LineRow, ...]:
        """What is agreed for now."""
        return tuple(row for row in self.rows if row.state is LineState.AGREED)

    def has(self, line_id: LineId) -> bool:
        """Return whether a line is there, by itself."""
        return any(row.id == line_id for row in self.rows)

    def as_now(self, row: LineRow) -> LineRow:
        """Return a line as it stands now; as it was, if it is there no more."""
        return next((one for one in self.rows if one.id == row.id), row)
