"""A workshop whose lines are open and wait to be sorted."""

from dataclasses import replace
from pathlib import Path

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.text.language import ENGLISH, Language, Words
from facilitator.kinds.patterns.commands import NewPattern, Put
from facilitator.kinds.patterns.desk import PatternsView
from facilitator.kinds.patterns.state import Patterns, Spot, patterns_in
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import SectionsPage
from tests.helpers.sessions import CHOICE, GATHER, MINUTE, PLAN, SETUP, TALK, a_session, own_view

SORT = Step(
    StepId("sort"),
    StepKind.PATTERNS,
    Words.of("Patterns"),
    8 * MINUTE,
    question=Words.of("Which lines belong together?"),
    reveal=Reveal.BATCH,
    of=GATHER.id,
)
LATER = replace(SORT, id=StepId("later"), kind=StepKind.OPEN, title=Words.of("Look"), of=SORT.id)
STEPS = (TALK, GATHER, SORT, LATER, CHOICE)
WAITING, ASKED = 0, 1  # keys of patterns, in the order in which they come
A, B, C, D, E, F = range(6)


def sorting(
    folder: Path,
    lines: int = 6,
    *,
    steps: tuple[Step, ...] = STEPS,
    languages: tuple[Language, ...] = (ENGLISH,),
    people: int = 12,
) -> LiveSession:
    """Return a session at the step, with so many lines opened."""
    plan = replace(PLAN, steps=steps, languages=languages)
    session = a_session(folder, plan=plan, setup=replace(SETUP, people=max(people, lines)))
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.give_cards(tuple(Turn((f"line {number}",)) for number in range(lines)))
    session.writing.close(GATHER.id)
    session.writing.open_together(GATHER.id)
    session.steps.jump(SORT.id)
    session.board.drop_curtain()
    session.board.toggle_curtain()
    return session


def do(session: LiveSession, *acts: object) -> None:
    for act in acts:
        session.own.do(SORT.id, act)


def put(session: LiveSession, name: str, *lines: int) -> None:
    """Put lines that are on their own in a new pattern."""
    do(session, NewPattern(name, tuple(map(Spot, lines))))


def put_in(session: LiveSession, key: int, *lines: int, also: bool = False) -> None:
    do(session, Put(tuple(map(Spot, lines)), key, also=also))


def state(session: LiveSession) -> Patterns:
    return patterns_in(session.workshop, session.workshop.agenda.run_of(SORT.id).step)


def view(session: LiveSession) -> PatternsView:
    return own_view(session, PatternsView)


def outline(session: LiveSession) -> list[tuple[str, str]]:
    """Return each group's name with the marks of its lines, as the console shows them."""
    return [
        (group.name, "".join(line.mark for line in group.lines)) for group in view(session).groups
    ]


def sections(session: LiveSession) -> SectionsPage:
    content = session.picture().content
    assert isinstance(content, SectionsPage)
    return content


def take_out(session: LiveSession, letter: int) -> None:
    """Take a line out for good."""
    gathering = session.workshop.gathering(GATHER.id)
    (line,) = (line for line in gathering.contributions if line.letter == letter)
    session.writing.take_out(GATHER.id, line.id)
