"""The parts of each kind of step that a running workshop uses, so that it imports no kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Shuffler
from facilitator.domain.for_next import LineForNext
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.summary import RecordParts
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.content import RoomKinds
from facilitator.store.kinds import StoredKinds


class PanelIs(StrEnum):
    """Which of the console's panels belongs to a step."""

    NOW = "now"
    LINES = "lines"
    RECORD = "record"
    AGREEMENT = "agreement"


def _now(_workshop: Workshop, _run: StepRun) -> PanelIs:
    return PanelIs.NOW


def _no(_workshop: Workshop, _run: StepRun) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class DeskPart:
    """What only the facilitator sees of one kind of step.

    ``view`` builds a frozen value for the kind's own panel, with no more than the facilitator may
    know at this moment; ``None`` where the step has no panel.
    """

    icon: str  # the name of an ``Icon``
    panel: Callable[[Workshop, StepRun], PanelIs] = _now
    say: Callable[[Workshop, StepRun], str] | None = None  # instead of the plan's words
    view: Callable[[Workshop, StepRun], object] | None = None
    leads: Callable[[Workshop, StepRun], bool] = _no  # its own act comes before Next
    needs_room: Callable[[Workshop, StepRun], bool] = _no  # its panel, more than what to say


Perform = Callable[[Workshop, StepId, object, Shuffler], Workshop]


Section = Callable[[Workshop, StepId, object], int | None]


def _nowhere(_workshop: Workshop, _step_id: StepId, _act: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class CommandPart:
    """What the facilitator, and whoever sits in the typing corner, can do in one kind of step.

    Each function takes the workshop, the step on the screen, and a frozen value with the request;
    it returns the next workshop, or raises ``NotAllowedNowError``. One transaction saves it.
    ``turns_to`` returns a line to whose page the board turns after an act, while it shows the step.
    """

    do: Perform
    hand_in: Perform | None = None
    turns_to: Callable[[Workshop, StepId, object], str] = _nowhere
    section: Section | None = None  # the section of its page to which an act turns the board


@dataclass(frozen=True, slots=True)
class ForNextPart:
    """What a step leaves for the group's next workshop, if the room says yes at the end.

    ``lines`` has each text as the record has it, or nothing: what is not in the record never stays.
    A step needs a state, which has the room's yes. ``Workshop.last_time_of`` returns it next time.
    """

    lines: Callable[[Workshop, StepRun], tuple[LineForNext, ...]]
    question: Callable[[], str]  # beside the box that the facilitator ticks after the yes
    stays: Callable[[], str]  # in the question about the end


@dataclass(frozen=True, slots=True)
class LiveKinds:
    """What each kind of step is while a workshop runs."""

    room: RoomKinds
    desk: Mapping[StepKind, DeskPart]
    commands: Mapping[StepKind, CommandPart] = field(default_factory=dict)
    stored: StoredKinds = field(default_factory=StoredKinds)
    for_next: Mapping[StepKind, ForNextPart] = field(default_factory=dict)

    @property
    def record(self) -> RecordParts:
        """What they add to the record, which the room sees before."""
        return self.room.record
