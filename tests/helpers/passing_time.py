"""Every kind of page while its time starts, runs, is held, is over and ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Reveal, Step, StepKind
from facilitator.domain.text.language import ENGLISH, WELSH, Language, Words
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.sheet import RingItem, Role, RuleItem, Sheet, TextItem, TickItem
from facilitator.room.pages.picture import Content, MessagePage, RoomPicture, ScenePage, StepPage
from tests.helpers.agreements import agree, suggested
from tests.helpers.clock import FakeClock
from tests.helpers.pictures import SAID as LINES
from tests.helpers.sessions import GATHER, MINUTE, PLAN, SAID, TALK, a_session

WELSH_OF = {
    "What made it hard to speak?": "Beth oedd yn ei gwneud hi’n anodd siarad?",
    "It is easier for me to speak up here when…": "Mae’n haws i mi siarad yn agored yma pan…",
}


def _step(name: str, kind: StepKind, minutes: float = 6) -> Step:
    title = Words.of(name.capitalize())
    return Step(StepId(name), kind, title, minutes * MINUTE, question=TALK.question)


STEPS = (
    TALK,
    SAID,
    replace(GATHER, with_break=True),
    replace(_step("read", StepKind.OPEN), of=GATHER.id, question=GATHER.question),
    replace(_step("alone", StepKind.TALK), form=Form.SILENT),
    replace(_step("tea", StepKind.BREAK), question=Words.of("Tea in the kitchen")),
    replace(_step("break", StepKind.BREAK), question=Words()),
    _step("long", StepKind.TALK, minutes=101),
    _step("check", StepKind.CONSENT_CHECK),
    replace(_step("agree", StepKind.AGREEMENT), reveal=Reveal.CAPTURE),
    _step("pulse", StepKind.PULSE),
    replace(_step("steps", StepKind.SMALL_STEPS), reveal=Reveal.CAPTURE),
    _step("choice", StepKind.RECORD_CHOICE),
    _step("slack", StepKind.SLACK),
)


def _in_both(step: Step) -> Step:
    def both(words: Words) -> Words:
        text = words.first
        welsh = WELSH_OF.get(text, text)
        return Words(((WELSH, welsh), (ENGLISH, text))) if text else words

    segments = tuple(replace(segment, name=both(segment.name)) for segment in step.segments)
    return replace(step, title=both(step.title), question=both(step.question), segments=segments)


def plan_of_every_kind(languages: tuple[Language, ...]) -> Plan:
    """Return a plan with every kind of step whose time can run."""
    steps = STEPS if len(languages) == 1 else tuple(_in_both(step) for step in STEPS)
    return replace(PLAN, languages=languages, steps=steps)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room sees in one step, moment by moment."""

    name: str
    pictures: tuple[RoomPicture, ...]


def every_page(folder: Path, languages: tuple[Language, ...]) -> tuple[Shown, ...]:
    """Return what the room sees of every kind of page while its time goes by.

    With a strip, and with a line of the agreement at the foot.
    """
    clock = FakeClock()
    session = a_session(folder, plan=plan_of_every_kind(languages), clock=clock)
    session.board.toggle_curtain()
    session.board.show_strip(on=True)
    (line,) = suggested(session, "One voice at a time")
    agree(session, line)
    session.agreements.put_at_foot(line)
    pages: list[Shown] = []
    for step in session.workshop.agenda.runs:
        session.steps.jump(step.step.id)
        session.board.step()
        if step.step.captures and step.step.kind is StepKind.TALK:
            for text in LINES:
                session.said.add(text)
        stages = _stages(session, step.step)
        pages += (Shown(name, tuple(_time_goes(session, clock))) for name in stages)
    session.close()
    return tuple(pages)


def _stages(session: LiveSession, step: Step) -> Iterator[str]:
    """Yield the names of a step's pages, each while it is on the board."""
    if step.kind is not StepKind.GATHER:
        yield str(step.id)
        return
    yield "promise"
    session.time.restart()
    session.writing.open(step.id, promise_said=True)
    yield "writing"
    for text in (*LINES, *LINES):
        session.writing.give_turn(Turn((text,)))
    session.writing.close(step.id)
    session.time.restart()
    yield "closed"
    session.writing.open_together(step.id)


def _time_goes(session: LiveSession, clock: FakeClock) -> Iterator[RoomPicture]:
    """Yield the picture at each moment that could look different."""
    if session.workshop.agenda.now.step.kind is StepKind.CONSENT_CHECK:
        session.board.step()
    yield session.picture()
    session.time.start()
    yield session.picture()
    length = session.workshop.agenda.now.round.length
    for part in (0.02, 0.4, 0.5):
        clock.advance(seconds=length.total_seconds() * part)
        session.tick()
        yield session.picture()
    left = session.workshop.agenda.now.round.left(clock.moment())
    clock.advance(seconds=(left - timedelta(seconds=10)).total_seconds())
    session.tick()
    yield session.picture()
    session.time.hold()
    clock.advance(minutes=3)
    session.tick()
    yield session.picture()
    session.time.start()
    clock.advance(minutes=4)
    session.tick()
    yield session.picture()
    session.time.end()
    yield session.picture()


def bones(content: Content, sheet: Sheet) -> list[object]:
    """Return all of a sheet that time must not move: everything but what is in slots."""
    in_slots = {Role.FOOT, Role.TIME}
    if isinstance(content, MessagePage):
        in_slots.add(Role.TEXT)
    if isinstance(content, ScenePage):
        in_slots.add(Role.HEADING)  # when we are back is the title of a break
    parts: list[object] = []
    for item in sheet.items:
        if isinstance(item, TextItem) and item.style.role in in_slots:
            continue
        if isinstance(item, TickItem) and isinstance(content, StepPage):
            continue  # beside a line of the agreement, in the slot of what is said at the foot
        if isinstance(item, RuleItem) and item.over_foot:
            continue  # comes with the words of the foot
        if isinstance(item, RingItem) and item.small:
            continue  # beside the minutes, in their slot
        parts.append(item.area if isinstance(item, RingItem) else item)
    return parts
