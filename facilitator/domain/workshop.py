"""A workshop while it is worked on: everything known about it, as one value."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import LineId, PlanId, StepId, WorkshopId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import TimeLook, Trait
from facilitator.domain.said import SaidLine
from facilitator.domain.setup import MOST_PEOPLE, Setup, Stage
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

__all__ = ["MOST_PEOPLE", "Board", "Page", "Setup", "Showing", "Stage", "Workshop"]


class Showing(StrEnum):
    """What is on the board, under the curtain if that is down."""

    STEP = "step"  # the page of the step that is now
    LINES = "lines"  # opened contributions of a gathering
    ONE = "one"  # likewise, one line at a time
    RECORD = "record"  # what will be kept
    PROMISE = "promise"  # what is kept
    AGREEMENT = "agreement"
    HANDS = "hands"  # a check of the agreement: what each hand means, then what it came to
    LATE = "late"  # the agreement, for those who came later
    CHECK = "check"  # a line to read from the back row
    ASK = "ask"  # the room is asked how to use the time that is left
    CARE = "care"  # pause for care: one neutral page


@dataclass(frozen=True, slots=True)
class Page:
    """What the board goes back to when the page over it is taken away."""

    showing: Showing = Showing.STEP
    of: StepId | None = None
    page: int = 0

    @property
    def from_its_beginning(self) -> Self:
        """The page, a step's own at its first."""
        return replace(self, page=0) if self.showing is Showing.STEP else self


@dataclass(frozen=True, slots=True)
class Board:
    """What the facilitator has put on the board."""

    curtain: bool = True  # down; it starts so
    quiet: bool = False  # "just talk": a quiet board, time kept
    showing: Showing = Showing.STEP
    of: StepId | None = None  # the gathering whose lines are showing
    page: int = 0  # counted from 0
    fewer: int = 0  # minutes that the room was told there are fewer, when it was asked
    under: Page = Page()  # beneath a page that a key brought
    before_care: Page | None = None  # beneath a pause for care, while there is one
    held_for_care: bool = False  # time ran, and goes on with everything else
    strip: bool = False  # what is now and next, and when the break is, under every page

    time: TimeLook = TimeLook.RING_AND_MINUTES
    time_of: tuple[tuple[StepId, TimeLook], ...] = ()  # steps in which it is another
    cue: Words = NO_WORDS  # what the room reads at the cue, if not the usual words
    cue_of: tuple[tuple[StepId, Words], ...] = ()  # steps in which it reads something else

    @classmethod
    def at_first(cls, plan: Plan) -> Self:
        """Return the board as it is before anybody has come: what the plan says of time."""
        return cls(
            time=plan.time_shown,
            time_of=tuple((one.id, one.time_shown) for one in plan.steps if one.time_shown),
            cue=plan.cue,
            cue_of=tuple((one.id, one.cue) for one in plan.steps if one.cue),
        )

    def time_in(self, step_id: StepId) -> TimeLook:
        """Return what the room sees of the time in a step."""
        return dict(self.time_of).get(step_id, self.time)

    def with_time_in(self, step_id: StepId, look: TimeLook | None) -> Self:
        """Return the board with another look in one step; ``None`` for that of all steps."""
        others = tuple(one for one in self.time_of if one[0] != step_id)
        own = () if look is None else ((step_id, look),)
        return replace(self, time_of=(*others, *own))

    def cue_in(self, step_id: StepId) -> Words:
        """Return what the room reads at the cue of a step; nothing for the usual words."""
        return dict(self.cue_of).get(step_id, self.cue)

    def with_cue_in(self, step_id: StepId, words: Words | None) -> Self:
        """Return the board with other words in one step; ``None`` for those of all steps."""
        others = tuple(one for one in self.cue_of if one[0] != step_id)
        own = () if words is None else ((step_id, words),)
        return replace(self, cue_of=(*others, *own))

    @property
    def top(self) -> Page:
        """What is showing, to come back to."""
        return Page(self.showing, self.of, self.page)

    @property
    def at_step(self) -> Self:
        """The board with the step's own first page, and nothing to come back to."""
        left = replace(self, under=Page(), before_care=None, held_for_care=False)
        return left.turned_to(Page())

    @property
    def uncovered(self) -> Self:
        """The board without the pages over the step, or over the pause for care there is."""
        if self.before_care is None:
            return self.at_step
        return replace(self, under=Page()).turned_to(Page(Showing.CARE))

    @property
    def from_its_beginning(self) -> Self:
        """The board with the step's page at its first, where it shows or is come back to."""
        care = self.before_care.from_its_beginning if self.before_care is not None else None
        board = replace(self, under=self.under.from_its_beginning, before_care=care)
        return board.turned_to(self.top.from_its_beginning)

    def turned_to(self, page: Page) -> Self:
        """Return the board with another page showing."""
        return replace(self, showing=page.showing, of=page.of, page=page.page)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The whole state. Commands make a new one; the store keeps what changed."""

    id: WorkshopId
    plan_id: PlanId
    plan_title: Words
    purpose: str
    setup: Setup
    agenda: Agenda
    languages: tuple[Language, ...] = field(default=(ENGLISH,))
    practice: bool = False  # made-up people; nothing is kept
    note: str = ""  # for today; never on the board, wiped at close
    said: tuple[SaidLine, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    states: tuple[StepState, ...] = ()  # of steps whose kind holds something of its own
    agreement: Agreement = field(default_factory=Agreement)
    board: Board = field(default_factory=Board)
    planned: timedelta = timedelta()  # how long it was to take, before anything was changed
    shortened: Undo | None = None  # what was changed to finish on time, so that it can be undone
    held: timedelta = timedelta()  # since the first step's start, while no time ran
    held_since: Moment | None = None  # from then on none runs, and that is not in ``held`` yet

    @classmethod
    def of(cls, workshop_id: WorkshopId, plan: Plan, setup: Setup, *, practice: bool) -> Self:
        """Return a workshop that is about to begin."""
        return cls(
            id=workshop_id,
            plan_id=plan.id,
            plan_title=plan.title,
            purpose=plan.purpose,
            setup=setup.cleaned,
            agenda=Agenda.of(plan.steps),
            languages=plan.languages,
            practice=practice,
            planned=plan.length,
            board=Board.at_first(plan),
            gatherings=tuple(Gathering(step.id) for step in plan.steps if step.has(Trait.WRITES)),
        )

    @property
    def title(self) -> str:
        """The workshop's own title, else the plan's."""
        return self.setup.title or self.plan_title.first

    def gathering(self, step_id: StepId) -> Gathering:
        """Return a step's gathering. Raises ``KeyError`` if it has none."""
        for one in self.gatherings:
            if one.step_id == step_id:
                return one
        raise KeyError(step_id)

    def with_gathering(self, changed: Gathering) -> Self:
        """Return the workshop with one gathering changed."""
        self.gathering(changed.step_id)
        return replace(
            self,
            gatherings=tuple(
                changed if g.step_id == changed.step_id else g for g in self.gatherings
            ),
        )

    def state_of(self, step_id: StepId) -> StepState | None:
        """Return what the kind of a step holds of it; ``None`` while it holds nothing."""
        return next((state for state in self.states if state.step_id == step_id), None)

    def with_state(self, changed: StepState) -> Self:
        """Return the workshop with what the kind of a step holds of it now."""
        others = tuple(state for state in self.states if state.step_id != changed.step_id)
        return replace(self, states=(*others, changed))

    def said_in(self, step_id: StepId) -> tuple[SaidLine, ...]:
        """Return what was said and typed in a step, in the order it was said."""
        return tuple(line for line in self.said if line.step_id == step_id)

    def said_line(self, line_id: LineId) -> SaidLine:
        """Return a said line. Raises ``NotAllowedNowError`` if it is gone."""
        for line in self.said:
            if line.id == line_id:
                return line
        raise NotAllowedNowError(_("This line is not there any more."))

    def is_answered(self, step_id: StepId) -> bool:
        """Return whether something was said, written or shown to a step's question."""
        run = self.agenda.run_of(step_id)
        written = any(
            gathering.step_id == step_id and gathering.state is not GatheringState.WAITING
            for gathering in self.gatherings
        )
        agreed = run.step.has(Trait.AGREES) and bool(self.agreement.lines)
        checked = run.step.has(Trait.CHECKS) and self.agreement.checking is not None
        is_now = run.standing is Standing.NOW
        held = bool(self.said_in(step_id)) or self.state_of(step_id) is not None
        return written or held or (is_now and (agreed or checked))
