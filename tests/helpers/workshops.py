"""A workshop on the standard plan of ``sessions.py``, for tests without a session."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.contribution import Gathering, Turn
from facilitator.domain.ids import LineId, StepId, WorkshopId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.said import SaidLine
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Setup, Workshop
from facilitator.live.session.chance import SeededShuffler
from tests.helpers.sessions import GATHER as GATHER_STEP
from tests.helpers.sessions import OPEN, PLAN, TALK
from tests.helpers.sessions import SLACK as SLACK_STEP

AGREEMENT = StepId("agreement")
WELCOME, GATHER, READ, SLACK = TALK.id, GATHER_STEP.id, OPEN.id, SLACK_STEP.id


def a_plain_step(step_id: StepId, kind: StepKind = StepKind.TALK, minutes: float = 5) -> Step:
    """Return a plain step."""
    title = Words.of(step_id.capitalize())
    return Step(step_id, kind, title, timedelta(minutes=minutes))


def the_plan() -> Plan:
    """Return the standard plan with an agreement after its talk, and no choice of the record."""
    agreement = replace(a_plain_step(AGREEMENT, StepKind.AGREEMENT), reveal=Reveal.CAPTURE)
    steps = (TALK, agreement, GATHER_STEP, OPEN, SLACK_STEP)
    return replace(PLAN, steps=steps, purpose="To hear one another.")


def a_workshop(
    people: int = 12, *, said_lines: tuple[str, ...] = (), written: tuple[str, ...] = ()
) -> Workshop:
    """Return a workshop; ``said_lines`` are lines of the agreement, ``written`` one turn each."""
    setup = Setup(people, title="A workshop", group="A group", support="Sam", recipients="All")
    begun = Workshop.of(WorkshopId("0123456789abcdef"), the_plan(), setup, practice=False)
    lines = tuple(
        SaidLine(LineId(f"said-{place}"), AGREEMENT, text) for place, text in enumerate(said_lines)
    )
    spoken = replace(begun, said=lines)
    return spoken.with_gathering(a_gathering(written)) if written else spoken


def a_gathering(written: tuple[str, ...]) -> Gathering:
    """Return the gathering of ``GATHER`` while people write, one turn for each text."""
    turns = tuple(Turn((text,)) for text in written)
    return Gathering(GATHER).started().turned(turns, SeededShuffler())
