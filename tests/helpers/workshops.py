"""A plan and a workshop to start a test from."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.contribution import Gathering, Turn
from facilitator.domain.ids import LineId, PlanId, StepId, WorkshopId
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Form, Reveal, Segment, Step, StepKind, Way
from facilitator.domain.said import SaidLine
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Setup, Workshop
from facilitator.live.session.chance import SeededShuffler

WELCOME = StepId("welcome")
AGREEMENT = StepId("agreement")
GATHER = StepId("gather")
READ = StepId("read")
SLACK = StepId("slack")


def a_plain_step(step_id: StepId, kind: StepKind = StepKind.TALK, minutes: float = 5) -> Step:
    """Return a plain step."""
    title = Words.of(step_id.capitalize())
    return Step(step_id, kind, title, timedelta(minutes=minutes))


def the_plan() -> Plan:
    """Return a plan of five steps: a talk, an agreement, a gathering, its opening, slack."""
    welcome = replace(
        a_plain_step(WELCOME, minutes=6),
        form=Form.PAIRS,
        segments=(
            Segment(Words.of("One speaks"), timedelta(minutes=3)),
            Segment(Words.of("The other speaks"), timedelta(minutes=3)),
        ),
        question=Words.of("What helps you to speak up?"),
        say="Welcome. Find somebody you have not met.",
    )
    agreement = replace(a_plain_step(AGREEMENT, StepKind.AGREEMENT), reveal=Reveal.CAPTURE)
    gather = replace(
        a_plain_step(GATHER, StepKind.GATHER, minutes=15),
        question=Words.of("What do we not talk about?"),
        reveal=Reveal.BATCH,
        ways=(Way.CORNER, Way.CARDS),
    )
    read = replace(a_plain_step(READ, StepKind.OPEN, minutes=10), of=GATHER)
    slack = replace(a_plain_step(SLACK, StepKind.SLACK), may_drop=True)
    return Plan(
        PlanId("a-plan"),
        Words.of("A plan"),
        "People talk, write and read.",
        PeopleRange(5, 12, 30),
        (welcome, agreement, gather, read, slack),
        purpose="To hear one another.",
    )


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
