"""Sessions that are in an agreement step, and acts on their lines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Setup
from facilitator.live.session.session import LiveSession
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, PLAN, SETUP, SLACK, TALK, a_session

AGREE = StepId("agree")
THUMBS, FIST = CheckId("1-thumbs"), CheckId("2-fist-to-five")
AGREEMENT = Step(
    AGREE,
    StepKind.AGREEMENT,
    Words.of("How we want to be together"),
    timedelta(minutes=12),
    question=Words.of("What do you need so that you can be honest here?"),
    reveal=Reveal.CAPTURE,
)
BREAK = Step(StepId("tea"), StepKind.BREAK, Words.of("Tea"), timedelta(minutes=10))
AFTER = replace(TALK, id=StepId("after"))
AGREEING = replace(PLAN, steps=(AGREEMENT, TALK, BREAK, AFTER, CHOICE, SLACK))


def an_agreeing_session(
    folder: Path, setup: Setup = SETUP, clock: FakeClock | None = None
) -> LiveSession:
    """Return a session in its agreement step, the curtain up."""
    session = a_session(folder, plan=AGREEING, setup=setup, clock=clock)
    session.board.toggle_curtain()
    return session


def suggested(session: LiveSession, *texts: str) -> tuple[LineId, ...]:
    """Suggest lines, and return their ids in the order given."""
    for text in texts:
        session.agreements.suggest(text)
    ids = {line.text: line.id for line in session.workshop.agreement.lines}
    return tuple(ids[text] for text in texts)


def agree(session: LiveSession, *lines: LineId, hands: int = 11) -> None:
    """Check lines with thumbs, all up, and leave the check."""
    session.holding.begin(lines, THUMBS, HandsWay.HANDS)
    while session.picture().page < session.page_count() - 1:
        session.steps.next()  # the room sees what each hand means
    session.holding.count(0, hands)
    session.holding.close()
    session.holding.leave()


def open_five_lines(session: LiveSession) -> None:
    """Let five people write a line for the agreement without names, and open them together."""
    session.agreements.gather()
    session.writing.open(AGREE, promise_said=True)
    for text in ("Quiet first", "Pay people", "Ask me", "Biscuits", "Pass"):
        session.writing.give_turn(Turn((text,)))
    session.writing.close(AGREE)
    session.writing.open_together(AGREE)


def agreeing_session(tmp_path: Path) -> Iterator[LiveSession]:
    """Open a session in its agreement step; a fixture is ``pytest.fixture(agreeing_session)``."""
    session = an_agreeing_session(tmp_path)
    yield session
    session.close()
