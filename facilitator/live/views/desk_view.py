"""What only the facilitator may see. The board and the typing corner cannot import it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
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
    saved: bool  # False: nothing is saved to the disk, and ``banner`` says why
    banner: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A step in the agenda."""

    step_id: StepId
    kind: StepKind
    title: str
    minutes: int  # as it is now planned
    standing: Standing
    may_drop: bool
    protect: bool
    planned: int = 0  # minutes, as in the plan
    took: int | None = None  # whole minutes, of a step that began and was left
    words: Words = NO_WORDS  # the title, by language
    question: Words = NO_WORDS
    begun: bool = False  # its time runs: + and − change it
    answered: bool = False  # its question cannot change
    icon: str = "USERS"  # the name of an ``Icon``
    begins: str = ""  # "18:21", as it began or is expected to; none for a step that is left out


@dataclass(frozen=True, slots=True)
class AgendaView:
    """All steps, with the present one."""

    rows: tuple[AgendaRow, ...]
    place: int
    languages: tuple[Language, ...] = (ENGLISH,)  # of the room


@dataclass(frozen=True, slots=True)
class ClockView:
    """Time of the present step in seconds, also past its end."""

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
    CARE = auto()  # does nothing: a pause for care ends with F6
    TODAY = auto()  # from the welcome to what happens today
    UNCOVER = auto()  # removes what is over the step's page, or over a pause for care
    SEGMENT = auto()
    STEP = auto()
    END = auto()  # does nothing: this is the last step


@dataclass(frozen=True, slots=True)
class NextView:
    """What Next does, and what its button says."""

    to: NextIs
    label: str  # "Swap", "Next page", "Next: Tea and one line each"
    short: str = ""  # a shorter text where space is short; may be empty
    what: str = ""  # what comes, below the word Next: "Swap", "2 of 3", the next step's title
    asked: bool = False  # Next was pressed at the end of a step: once more goes on
    nobody_wrote: bool = False  # also, writing was never opened in this step


@dataclass(frozen=True, slots=True)
class NowView:
    """What the facilitator says and does now."""

    step_id: StepId
    kind: StepKind
    label: str  # "In pairs"
    title: str
    say: str
    cue: str  # a sentence to say at this moment of the round, if any
    do: str
    materials: str
    next: NextView
    read_aloud: tuple[Note, ...] = ()  # the lines on the board now, to read out
    segment: int = 0  # the present part of the step
    says_promise: bool = False  # ``say`` is the promise before anyone writes
    panel: PanelIs = PanelIs.NOW  # which of the console's panels belongs to it


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A line that was said, as a helper typed it."""

    id: LineId
    text: str
    in_record: bool


@dataclass(frozen=True, slots=True)
class SaidView:
    """The lines said in the present step, if lines can be typed in it."""

    step_id: StepId
    rows: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A contribution as the facilitator reads it first, in a new order each time."""

    id: ContributionId
    text: str
    set_aside: SetAside | None
    in_record: bool
    late: bool
    hints: tuple[Hint, ...]
    letter: str = ""  # as on the board, once opened
    drawing: bool = False
    translation: Words = NO_WORDS  # by a helper
    into: Language | None = None  # the language of a translation, present or to come


@dataclass(frozen=True, slots=True)
class GatheringView:
    """Contributions of one step, limited to what the facilitator may know at this moment."""

    step_id: StepId
    title: str
    question: str
    state: GatheringState
    ways: tuple[Way, ...]
    ready_for_writing: bool  # support contact and recipients are set
    enough: bool  # enough people took part to open
    progress: str  # "Enough have taken part." or "Not yet enough. About 10 minutes more."
    verdict: str  # why it can or cannot be opened now
    can_open: bool
    needs_warning: bool  # 3 or 4: read the warning aloud first
    warning: str  # one line for each of the room's languages
    rows: tuple[ReadRow, ...]  # empty while people write
    showing: bool  # its lines are on the board
    promise: str = ""  # as on the board before anyone writes, sentence by sentence
    fits: str = ""  # what to do when the time is too short for everyone to write
    in_charge: bool = False  # somebody here is in charge of others: they type no cards
    languages: tuple[Language, ...] = ()  # of translations; none where the room has one language
    untranslated: int = 0  # lines that wait for a translation before any is shown


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line that can go in the record, with its switch."""

    id: str  # a LineId or a ContributionId
    of: StepId | None  # the step of a line without a name, or from a kind; None for a said line
    step_title: str
    letter: str  # the letter on the board
    text: str
    in_record: bool
    section: str = ""  # distinguishes headings with the same words

    version: int | None = None  # the number of an earlier wording of the line ``id``
    why: bool = False  # the reason why the line ``id`` is parked
    of_kind: bool = False  # a kind of step adds it; it can only be left out
    beneath: str = ""  # a helper's translation, where it is shown

    @property
    def names(self) -> tuple[str, str | None, int | None, bool]:
        """The identity of this row."""
        return self.id, self.of, self.version, self.why


@dataclass(frozen=True, slots=True)
class RecordView:
    """What goes in the record."""

    rows: tuple[RecordRow, ...]
    recipients: str
    missing: tuple[str, ...] = ()  # sentences on the parts of the agreement that do not go in
    risk: tuple[str, ...] = ()  # set aside as serious risk: to copy by hand before closing


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
    cue: Words = NO_WORDS  # the words shortly before a part of this step is over
    usual_cue: Words = NO_WORDS  # the default for ``cue``


@dataclass(frozen=True, slots=True)
class SpeakingOrderView:
    """Whose turn it is to speak in a round: a seat's shape and number. Never saved."""

    now: str  # "▲ 7"; empty once everyone was asked
    next: str
    again: bool  # people who passed are asked once more
    left: int
    each_s: int  # seconds for each remaining person, if all get the same


@dataclass(frozen=True, slots=True)
class ExtraView:
    """The extra timer in seconds."""

    face: str
    over: bool
    state: RoundState


@dataclass(frozen=True, slots=True)
class FinishView:
    """The proposal as the facilitator reads it."""

    heading: str = ""  # "4 min behind · ends 15:34" as a sentence
    changes: tuple[str, ...] = ()  # one sentence each
    verdict: str = ""  # whether that is enough, and what does not change
    can_apply: bool = False
    can_undo: bool = False
    can_ask: bool = False  # a step is to come: the group has more than one way to go on


@dataclass(frozen=True, slots=True)
class OwnView:
    """The view for the panel of the present step's kind; only that kind reads it."""

    step_id: StepId
    kind: StepKind
    view: object
    leads: bool = False  # its own act comes before Next
    today: date = date.min
    needs_room: bool = False  # its panel, more than what to say


@dataclass(frozen=True, slots=True)
class ForNextView:
    """What a step can leave for the group's next workshop, and whether the room said yes."""

    step_id: StepId
    question: str
    stays: str
    yes: bool
    group_named: bool


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything the console shows, at one moment."""

    header: HeaderView
    agenda: AgendaView
    clock: ClockView
    now: NowView
    said: SaidView | None
    gathering: GatheringView | None  # of this step, else one that is pending
    record: RecordView
    board: BoardView
    setup: Setup
    note: str
    agreement: AgreementView = field(default_factory=AgreementView)
    finish: FinishView = FinishView()
    speaking_order: SpeakingOrderView | None = None
    extra: ExtraView | None = None
    own: OwnView | None = None
    for_next: tuple[ForNextView, ...] = ()
    has_steps_of_last_time: bool = False
