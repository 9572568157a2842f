"""What Home shows, as frozen values."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.plan.summary import PlanSummary
from facilitator.room.spec import Theme
from facilitator.ui.widgets.chime import ChimeChoice

if TYPE_CHECKING:
    from facilitator.domain.last_time import LastTime
    from facilitator.live.library.saved_for_groups import KnownGroup

TEXT_SIZES = (16, 18, 20, 24)  # pixels of body text


class RowState(StrEnum):
    """How far a workshop has come."""

    WAITING = "waiting"  # stopped before its end, by choice or by a crash
    CLOSING = "closing"  # interrupted while its record was being made
    CLOSED = "closed"  # only the record and this row are left


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop in the list. ``when`` is its date as the facilitator reads it."""

    workshop_id: WorkshopId
    title: str
    group: str
    plan_title: str
    when: str
    state: RowState = RowState.CLOSED
    stopped: str = ""  # when it was last written, if it is not closed
    record_path: str = ""  # empty when there is no record
    keeps_agreement: bool = False  # deleting it also deletes its group's agreement
    plan_id: PlanId | None = None  # of its plan, to run it again
    removed: bool = False  # leaves the list when Home is left; can be undone until then


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the first page shows."""

    plans: tuple[PlanSummary, ...] = ()
    workshops: tuple[WorkshopRow, ...] = ()  # newest first
    has_run_one: bool = False  # a real workshop has been run
    console_theme: Theme = Theme.WARM
    board_theme: Theme = Theme.WARM
    text_px: int = field(default=TEXT_SIZES[0])
    chime: ChimeChoice = field(default_factory=ChimeChoice)
    last_time: "LastTime | None" = None
    groups: "tuple[KnownGroup, ...]" = ()  # of the listed workshops
    own_plans: tuple[PlanSummary, ...] = ()  # the last changed first

    @property
    def unfinished(self) -> tuple[WorkshopRow, ...]:
        """The workshops that can be carried on."""
        return tuple(row for row in self.workshops if row.state is not RowState.CLOSED)

    @property
    def closed(self) -> tuple[WorkshopRow, ...]:
        """The workshops that are over."""
        return tuple(row for row in self.workshops if row.state is RowState.CLOSED)
