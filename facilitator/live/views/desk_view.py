"""What only the facilitator may see. The board and the typing corner cannot import it."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import GatheringState, SetAside
from facilitator.domain.ids import ContributionId, LineId, StepId
from facilitator.domain.plan.step import StepKind, TimeLook, Way
from facilitator.domain.text.hints import Hint
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Setup, Showing
from facilitator.live.kinds import PanelIs
from facilitator.live.views.agreement_view import AgreementView
from facilitator.room.pages.picture import Note, RoomPicture


def clock_face(left: timedelta) -> str:
    """Return minutes and seconds, such as ``4:59``; ``+0:12`` once time runs over."""
    over = left < timedelta()
    seconds = int(-left.total_seconds()) if over else -int(-left.total_seconds() // 1)
    return f"{'+' if over else ''}{seconds // 60}:{seconds % 60:02}"


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The line at the top of the console."""

    title: str
    group: str
    people: int
    pace: str  # "On plan · ends 15:30", "4 min behind · ends 15:34"
    behind: bool
    practice: bool
    kept: bool  # False: nothing is being kept on disk, and why is in ``banner``
    banner: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A step in the list of steps."""

    step_id: StepId
    kind: StepKind
    title: str
    minutes: int  # as it is now planned
    standing: Standing
    may_drop: bool
    protect: bool
    planned: int = 0  # minutes, as in the plan
    took: int | None = None  # whole minutes, of a step that was begun and left
    words: Words = NO_WORDS  # the title in each language that has one
    question: Words = NO_WORDS
    begun: bool = False  # its time has begun: + and − change it
    answered: bool = False  # its question stays as it is
    on_paper: bool = False  # its kind is not built yet
    icon: str = "USERS"  # the name of an ``Icon``


@dataclass(frozen=True, slots=True)
class AgendaView:
    """All steps, the one that is now among them."""

    rows: tuple[AgendaRow, ...]
    place: int
    languages: tuple[Language, ...] = (ENGLISH,)  # of the room


@dataclass(frozen=True, slots=True)
class ClockView:
    """Time of the present step, to the second, and past its end."""

    face: str
    state: RoundState
    over: bool
    segment: str  # "First speaker. Then: Swap, 3:00." or nothing
    progress: tuple[float, ...]  # per segment, 0 to 1
    lost: str = ""  # "The laptop slept for 4 minutes." while it can be given back
    clock_word: str = ""  # "This laptop’s clock was set back by 60 min." for a while


class NextIs(Enum):
    """What Next does at this moment."""

    PAGE = auto()
    CARE = auto()  # nothing: a pause for care ends with F6
    UNCOVER = auto()  # takes away what is over the step's page, or over a pause for care
    SEGMENT = auto()
    STEP = auto()
    END = auto()  # nothing: this is the last step


@dataclass(frozen=True, slots=True)
class NextView:
    """What Next does, and what its button says."""

    to: NextIs
    label: str  # "Swap", "Next page", "Next: Tea and one line each"
    short: str = ""  # where there is no room for all of it; empty where there is nothing shorter
    asked: bool = False  # Next was pressed at the end of a step: once more goes on
    nobody_wrote: bool = False  # likewise, and writing was never opened in this step


@dataclass(frozen=True, slots=True)
class NowView:
    """What to say and do now."""

    step_id: StepId
    kind: StepKind
    label: str  # "In pairs"
    title: str
    say: str
    cue: str  # a sentence to say at this moment of the round, or nothing
    do: str
    materials: str
    next: NextView
    read_aloud: tuple[Note, ...] = ()  # the lines on the board now, to be read out
    on_paper: str = ""  # how to do this step on paper, while its kind is not built
    segment: int = 0  # which part of the step is now
    says_promise: bool = False  # ``say`` is the promise that is made before anyone writes
    panel: PanelIs = PanelIs.NOW  # which of the console's panels belongs to it


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A line that was said, as the helper typed it."""

    id: LineId
    text: str
    in_record: bool


@dataclass(frozen=True, slots=True)
class SaidView:
    """The lines said in the present step; only steps that capture have one."""

    step_id: StepId
    rows: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A contribution as the facilitator reads it first, in an order new at each look."""

    id: ContributionId
    text: str
    set_aside: SetAside | None
    in_record: bool
    late: bool
    hints: tuple[Hint, ...]
    letter: str = ""  # as on the board, once it is opened


@dataclass(frozen=True, slots=True)
class GatheringView:
    """Contributions of one step, as far as the facilitator may know at this moment."""

    step_id: StepId
    title: str
    question: str
    state: GatheringState
    ways: tuple[Way, ...]
    ready_for_writing: bool  # support contact and recipients are known
    enough: bool  # enough people took part to open
    progress: str  # "Enough have taken part." or "Not yet enough. About 10 minutes more."
    verdict: str  # why it can or cannot be opened now
    can_open: bool
    needs_warning: bool  # 3 or 4: read the warning aloud first
    warning: str  # in each of the room's languages, a line for each
    rows: tuple[ReadRow, ...]  # empty while people write
    showing: bool  # its lines are on the board
    promise: str = ""  # as it stands on the board before anyone writes, sentence by sentence
    fits: str = ""  # what to do when there is not time for everyone to write; else nothing
    in_charge: bool = False  # somebody here is in charge of others: they type no cards


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line that can go in the record, with its switch."""

    id: str  # a LineId or a ContributionId
    of: StepId | None  # the gathering; None for a said line
    step_title: str
    letter: str  # as on the board
    text: str
    in_record: bool
    section: str = ""  # what tells its heading from another of the same words

    version: int | None = None  # of an earlier wording: its number; ``id`` is its line's
    why: bool = False  # why a parked line waits; ``id`` is its line's

    @property
    def names(self) -> tuple[str, int | None, bool]:
        """What tells this row from every other."""
        return self.id, self.version, self.why


@dataclass(frozen=True, slots=True)
class RecordView:
    """What goes in the record."""

    rows: tuple[RecordRow, ...]
    recipients: str
    missing: tuple[str, ...] = ()  # what of the agreement does not go in, in sentences
    risk: tuple[str, ...] = ()  # set aside as serious risk: to be copied by hand before closing


@dataclass(frozen=True, slots=True)
class BoardView:
    """What the room sees now and would see next."""

    now: RoomPicture
    next: RoomPicture | None
    curtain: bool
    quiet: bool
    showing: Showing
    page: int
    pages: int
    time: TimeLook = TimeLook.RING_AND_MINUTES  # what the room sees of it
    time_here: TimeLook | None = None  # in this step alone
    strip: bool = False  # now, next and break, under every page
    cue: Words = NO_WORDS  # what it reads shortly before a part of this step is over
    usual_cue: Words = NO_WORDS  # what it would read unless somebody chose other words


@dataclass(frozen=True, slots=True)
class TurnsView:
    """Whose turn it is in a round: a seat's shape and number. Kept nowhere."""

    now: str  # "▲ 7"; nothing once everyone was asked
    next: str
    again: bool  # those who passed are asked once more
    left: int
    each_s: int  # seconds for each that is left, if all are to have the same


@dataclass(frozen=True, slots=True)
class ExtraView:
    """The extra timer, to the second."""

    face: str
    over: bool
    state: RoundState


@dataclass(frozen=True, slots=True)
class FinishView:
    """The proposal as the facilitator reads it."""

    heading: str = ""  # "4 min behind · ends 15:34" in a sentence
    changes: tuple[str, ...] = ()  # one sentence each
    verdict: str = ""  # whether that is enough, and what stays as it is
    can_apply: bool = False
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class OwnView:
    """What the panel of the present step's kind shows: a value that only that kind knows."""

    step_id: StepId
    kind: StepKind
    view: object


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything the console shows, at one moment."""

    header: HeaderView
    agenda: AgendaView
    clock: ClockView
    now: NowView
    said: SaidView | None
    gathering: GatheringView | None  # of this step, else one that waits to be read or opened
    record: RecordView
    board: BoardView
    setup: Setup
    note: str
    agreement: AgreementView = field(default_factory=AgreementView)
    finish: FinishView = FinishView()
    turns: TurnsView | None = None
    extra: ExtraView | None = None
    own: OwnView | None = None
