"""The whole state of a workshop as one value."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from facilitator.domain.agenda.agenda import Agenda, Standing
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import Checking
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.for_next import FromLastTime, same_group
from facilitator.domain.ids import LineId, PlanId, StepId, WorkshopId
from facilitator.domain.letters import Lettered, LineName
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind, TimeLook, Trait
from facilitator.domain.said import SaidLine
from facilitator.domain.setup import MOST_PEOPLE, Setup
from facilitator.domain.stage import Stage
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import ENGLISH, NO_WORDS, Language, Words
from facilitator.domain.time.clock import Moment
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

__all__ = ["MOST_PEOPLE", "Board", "Page", "Setup", "Showing", "Stage", "Workshop"]


class Showing(StrEnum):
    """The content of the board, under the curtain if that is down."""

    STEP = "step"  # the page of the present step
    WELCOME = "welcome"  # before the start: the title, and when we start
    WELCOME_GROUP = "welcome with the group"  # the same, with the group's name
    TODAY = "today"  # what happens today: the parts of the day with rough times
    LINES = "lines"  # opened contributions of a gathering
    ONE = "one"  # opened contributions, one line at a time
    OVERVIEW = "overview"  # all opened contributions at once, in small text
    RECORD = "record"  # the lines for the record
    PROMISE = "promise"  # the promise, with all that is saved
    AGREEMENT = "agreement"
    HANDS = "hands"  # a check of the agreement: what each hand means, then the result
    LATE = "late"  # the agreement, for people who came later
    CHECK = "check"  # a line to read from the back row
    LAST_TIME = "last time"  # the small steps from the group's last workshop
    ASK = "ask"  # the question to the room how to use the remaining time
    CARE = "care"  # pause for care: one neutral page


LINES_SHOWN = (Showing.LINES, Showing.ONE, Showing.OVERVIEW)
WELCOMES = (Showing.WELCOME, Showing.WELCOME_GROUP)


@dataclass(frozen=True, slots=True)
class Page:
    """The page that returns to the board when the page over it is removed."""

    showing: Showing = Showing.STEP
    of: StepId | None = None
    page: int = 0

    @property
    def without_welcome(self) -> Self:
        """The page, or that of the step instead of a welcome."""
        return replace(self, showing=Showing.STEP) if self.showing in WELCOMES else self

    @property
    def from_its_beginning(self) -> Self:
        """The page, for a step at its first sheet."""
        return replace(self, page=0) if self.showing is Showing.STEP else self


@dataclass(frozen=True, slots=True)
class Board:
    """The facilitator's choices for the board."""

    curtain: bool = True  # whether it is down, as at the start
    quiet: bool = False  # "just talk": a quiet board while time runs
    showing: Showing = Showing.STEP
    of: StepId | None = None  # the gathering of the shown lines
    page: int = 0  # counted from 0
    fewer: int = 0  # the missing minutes in the question to the room
    under: Page = Page()  # under a page that a key brought
    before_care: Page | None = None  # under a pause for care
    held_for_care: bool = False  # whether time ran before the pause, and resumes after it
    strip: bool = False  # the strip with now, next and the break under every page

    time: TimeLook = TimeLook.RING_AND_MINUTES
    time_of: tuple[tuple[StepId, TimeLook], ...] = ()  # other choices for single steps
    cue: Words = NO_WORDS  # the words at the cue, if not the usual ones
    cue_of: tuple[tuple[StepId, Words], ...] = ()  # other words for single steps

    @classmethod
    def at_first(cls, plan: Plan) -> Self:
        """Return the board before the workshop, with the plan's choices about time."""
        return cls(
            time=plan.time_shown,
            time_of=tuple((step.id, step.time_shown) for step in plan.steps if step.time_shown),
            cue=plan.cue,
            cue_of=tuple((step.id, step.cue) for step in plan.steps if step.cue),
        )

    @property
    def welcoming(self) -> Self:
        """The board as people arrive: the welcome, without the curtain."""
        return replace(self, curtain=False).turned_to(Page(Showing.WELCOME))

    def time_in(self, step_id: StepId) -> TimeLook:
        """Return what the room sees of the time in a step."""
        return dict(self.time_of).get(step_id, self.time)

    def with_time_in(self, step_id: StepId, look: TimeLook | None) -> Self:
        """Return the board with a choice for one step; ``None`` follows the one for all steps."""
        other_steps = tuple(choice for choice in self.time_of if choice[0] != step_id)
        this_step = () if look is None else ((step_id, look),)
        return replace(self, time_of=(*other_steps, *this_step))

    def cue_in(self, step_id: StepId) -> Words:
        """Return the words at the cue of a step; nothing for the usual ones."""
        return dict(self.cue_of).get(step_id, self.cue)

    def with_cue_in(self, step_id: StepId, words: Words | None) -> Self:
        """Return the board with words for one step; ``None`` follows those for all steps."""
        other_steps = tuple(choice for choice in self.cue_of if choice[0] != step_id)
        this_step = () if words is None else ((step_id, words),)
        return replace(self, cue_of=(*other_steps, *this_step))

    @property
    def top(self) -> Page:
        """The shown page, to come back to."""
        return Page(self.showing, self.of, self.page)

    @property
    def started(self) -> Self:
        """The board without the welcome, also under another page: the workshop has started."""
        care = self.before_care
        if not any(page and page.showing in WELCOMES for page in (self.top, self.under, care)):
            return self
        board = replace(
            self,
            under=self.under.without_welcome,
            before_care=care.without_welcome if care is not None else None,
        )
        return board.turned_to(self.top.without_welcome)

    @property
    def at_step(self) -> Self:
        """The board with the step's first page, and nothing to come back to."""
        left = replace(self, under=Page(), before_care=None, held_for_care=False)
        return left.turned_to(Page())

    @property
    def uncovered(self) -> Self:
        """The board without the pages over the step, or over the pause for care."""
        if self.before_care is None:
            return self.at_step
        return replace(self, under=Page()).turned_to(Page(Showing.CARE))

    @property
    def from_its_beginning(self) -> Self:
        """The board with the step's page at its first sheet, shown or under another page."""
        care = self.before_care.from_its_beginning if self.before_care is not None else None
        board = replace(self, under=self.under.from_its_beginning, before_care=care)
        return board.turned_to(self.top.from_its_beginning)

    def turned_to(self, page: Page) -> Self:
        """Return the board with another page showing."""
        return replace(self, showing=page.showing, of=page.of, page=page.page)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The whole state. Commands create a new one; the store saves the changes."""

    id: WorkshopId
    plan_id: PlanId
    plan_title: Words
    purpose: str
    setup: Setup
    agenda: Agenda
    languages: tuple[Language, ...] = field(default=(ENGLISH,))
    practice: bool = False  # made-up people; nothing is saved
    note: str = ""  # for today; never on the board, deleted at close
    said: tuple[SaidLine, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    states: tuple[StepState, ...] = ()  # of steps whose kind has its own state
    agreement: Agreement = field(default_factory=Agreement)
    board: Board = field(default_factory=Board)
    planned: timedelta = timedelta()  # the planned length, before any change
    shortened: Undo | None = None  # the undo of finishing on time
    held: timedelta = timedelta()  # how long no time ran since the first step's start
    held_since: Moment | None = None  # since when no time runs; not in ``held`` yet
    letters: tuple[Lettered, ...] = ()  # of lines in the record's list that have no own letter
    left_out: tuple[LineName, ...] = ()  # lines from kinds of step that do not go in the record
    last_time: tuple[FromLastTime, ...] = ()  # from the library; never in the workshop's file

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
        """The workshop's title, else the plan's."""
        return self.setup.title or self.plan_title.first

    def gathering(self, step_id: StepId) -> Gathering:
        """Return a step's gathering. Raises ``KeyError`` if it has none."""
        for gathering in self.gatherings:
            if gathering.step_id == step_id:
                return gathering
        raise KeyError(step_id)

    def last_time_of(self, kind: StepKind) -> FromLastTime | None:
        """Return what steps of a kind left from this group's last workshop."""
        group = self.setup.group
        parts = (part for part in self.last_time if part.kind == kind)
        return next((part for part in parts if same_group(part.group, group)), None)

    @property
    def has_steps_of_last_time(self) -> bool:
        """Whether next steps stayed from this group's last workshop."""
        return any(self.last_time_of(kind) for kind in StepKind if kind.has(Trait.NEXT_STEPS))

    def with_gathering(self, changed: Gathering) -> Self:
        """Return the workshop with one gathering changed.

        Lines that it has no longer are in no state of a step either.
        """
        gone = frozenset(changed.gone).difference(self.gathering(changed.step_id).gone)
        return replace(
            self,
            gatherings=tuple(
                changed if g.step_id == changed.step_id else g for g in self.gatherings
            ),
            states=tuple(state.without_letters(gone) for state in self.states)
            if gone
            else self.states,
        )

    @property
    def next_letter(self) -> int:
        """The first letter that no line of the workshop ever had."""
        of_lines = (letter for gathering in self.gatherings for letter in gathering.letters)
        return max((*of_lines, *(each.letter for each in self.letters)), default=-1) + 1

    @property
    def lettered(self) -> Self:
        """The workshop with a letter for each opened line; the same object if all have one."""
        workshop = self
        for gathering in self.gatherings:
            if gathering.was_opened and any(line.letter is None for line in gathering.ready):
                lettered = gathering.lettered(workshop.next_letter)
                workshop = workshop.with_gathering(lettered)
        return workshop

    def state_of(self, step_id: StepId) -> StepState | None:
        """Return the state of a step from its kind; ``None`` without one."""
        return next((state for state in self.states if state.step_id == step_id), None)

    def with_state(self, changed: StepState) -> Self:
        """Return the workshop with a changed state of a step."""
        others = (state for state in self.states if state.step_id != changed.step_id)
        states = sorted((*others, changed), key=lambda state: state.step_id)  # as they are read
        return replace(self, states=tuple(states))

    @property
    def own_lines(self) -> dict[LineId, str]:
        """The lines that states of steps hold of their own, by id."""
        return dict(line for state in self.states for line in state.own_lines)

    def with_outcome(self, checking: Checking) -> Self:
        """Return the workshop after a check: a state has the outcome for its own lines."""
        if not checking.own:
            return self
        outcome = checking.tally.outcome
        states = (state.with_outcome(checking.own, outcome) for state in self.states)
        return replace(self, states=tuple(states))

    def said_in(self, step_id: StepId) -> tuple[SaidLine, ...]:
        """Return the said lines of a step, in the order in which they were said."""
        return tuple(line for line in self.said if line.step_id == step_id)

    def said_line(self, line_id: LineId) -> SaidLine:
        """Return a said line. Raises ``NotAllowedNowError`` if it does not exist any more."""
        for line in self.said:
            if line.id == line_id:
                return line
        raise NotAllowedNowError(_("This line is not there any more."))

    def is_answered(self, step_id: StepId) -> bool:
        """Return whether anything was said, written or shown for a step's question."""
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
