"""Live sessions for tests: real store, a clock that the test moves, a ruler without Qt."""

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from facilitator.domain.ids import PlanId, StepId, WorkshopId
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Form, Reveal, Segment, Step, StepKind, Way
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Setup, Workshop
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session, open_workshop, read_whole
from tests.helpers.rulers import FixedRuler

State = TypeVar("State", bound=StepState)
View = TypeVar("View")
MINUTE = timedelta(minutes=1)


TALK = Step(
    StepId("talk"),
    StepKind.TALK,
    Words.of("What made it hard?"),
    8 * MINUTE,
    form=Form.PAIRS,
    segments=(
        Segment(Words.of("First speaker"), 3 * MINUTE),
        Segment(Words.of("Swap"), 3 * MINUTE),
        Segment(Words.of("Together"), 2 * MINUTE),
    ),
    question=Words.of("What made it hard to speak?"),
    say="Find somebody to talk with.",
    do="An odd number? Make one three.",
)
SAID = Step(
    StepId("said"),
    StepKind.TALK,
    Words.of("Celebrate"),
    6 * MINUTE,
    form=Form.ROUND,
    question=Words.of("One thing worth celebrating."),
    reveal=Reveal.CAPTURE,
)
GATHER = Step(
    StepId("gather"),
    StepKind.GATHER,
    Words.of("Tea, and one line each"),
    14 * MINUTE,
    question=Words.of("It is easier for me to speak up here when…"),
    say="Finish the line in the corner, or on a card.",
    reveal=Reveal.BATCH,
    protect=True,
    with_break=True,
    ways=(Way.CORNER, Way.CARDS),
)
OPEN = Step(
    StepId("open"),
    StepKind.OPEN,
    Words.of("Read, then listen"),
    6 * MINUTE,
    question=Words.of("Which lines stay with you?"),
    reveal=Reveal.BATCH,
    of=StepId("gather"),
)
CHOICE = Step(
    StepId("choice"),
    StepKind.RECORD_CHOICE,
    Words.of("What goes in the record"),
    3 * MINUTE,
    question=Words.of("Is there anything here that should stay in the room?"),
)
SLACK = Step(
    StepId("slack"), StepKind.SLACK, Words.of("Breathing space"), 3 * MINUTE, may_drop=True
)
PLAN = Plan(
    PlanId("plan"),
    Words.of("Courageous conversations"),
    "Agree how to talk, and hear from everyone.",
    PeopleRange(3, 12, 16),
    (TALK, SAID, GATHER, OPEN, CHOICE, SLACK),
)
SETUP = Setup(
    people=12,
    starts_at=FakeClock().moment().wall,
    support="the community house",
    recipients="all of us",
)


def a_session(
    folder: Path,
    plan: Plan = PLAN,
    setup: Setup = SETUP,
    clock: FakeClock | None = None,
    seed: int = 1,
) -> LiveSession:
    """Return a session on a new workshop file in ``folder``, the curtain down."""
    shuffler = SeededShuffler(seed)
    workshop = Workshop.of(WorkshopId("w"), plan, setup, practice=False)
    db = create_workshop(folder / "w.workshop", workshop)
    return live_session(db, workshop, clock or FakeClock(), shuffler, FixedRuler())


def reopened(folder: Path, clock: FakeClock) -> LiveSession:
    """Return a session on the workshop file that is there."""
    db = open_workshop(folder / "w.workshop")
    return live_session(db, read_whole(db), clock, SeededShuffler(2), FixedRuler())


def state_in(session: LiveSession, step_id: StepId, kind: type[State]) -> State:
    """Return what a step has saved of its own."""
    state = session.workshop.state_of(step_id)
    assert isinstance(state, kind)
    return state


def own_view(session: LiveSession, kind: type[View]) -> View:
    """Return what the console's own panel of the present step shows."""
    own = session.desk().own
    assert own is not None
    assert isinstance(own.view, kind)
    return own.view
