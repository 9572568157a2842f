"""Labels that equal ours, in a plan or a language, change nothing that the program does."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Segment, Step
from facilitator.domain.text.language import Words
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import NextIs
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.live_signals import LiveSignals
from facilitator.ui.widgets.chime import Chime
from facilitator.wording import use_language
from tests.helpers.catalogues import (
    LANGUAGE,
    longer_words,
    other_words,
    same_words,
    write_catalogue,
)
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, OPEN, PLAN, TALK, a_session

MINUTE = timedelta(minutes=1)
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
OURS = ("Last step", "Next page", "Next: Swap", "Break")


@dataclass(frozen=True)
class Seen:
    """What the console does at a moment, whatever its words are."""

    step: str
    segment: int
    next: NextIs
    asked: bool
    leads: bool  # Next is the filled button
    says: bool  # what to say is above
    tab: int
    is_short: bool  # Next can be shortened


def test_a_part_called_last_step_does_not_end_the_workshop(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    with closing(a_session(tmp_path, plan=named(PLAN, ("Last step",)), clock=clock)) as session:
        console = a_console(qtbot, session)
        assert session.desk().now.next.to is NextIs.SEGMENT
        assert console.desk.middle.now.buttons.next.property("role") == "main"


def test_a_part_called_as_our_button_is_keeps_its_whole_name(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    plan = named(PLAN, ("Next: breathe", "Next: breathe", "Next: breathe"))
    with closing(a_session(tmp_path, plan=plan, clock=clock)) as session:
        console = a_console(qtbot, session)
        console.resize(1024, 640)
        buttons = console.desk.middle.now.buttons
        assert buttons.next.words == "Next: breathe"


def test_the_chime_sounds_for_each_of_parts_that_have_one_name(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    alike = tuple(Segment(Words.of("Tell"), 2 * MINUTE) for _part in range(3))
    plan = replace(PLAN, steps=(replace(TALK, segments=alike, length=6 * MINUTE), *PLAN.steps[1:]))
    with closing(a_session(tmp_path, plan=plan, clock=clock)) as session:
        drawers = a_console(qtbot, session).desk.middle.drawers
        sounded: list[float] = []
        drawers.chime = Chime(sounded.append)
        drawers.chime.is_on = True
        session.time.toggle()
        for _part in range(2):
            clock.advance(minutes=1.9)
            session.tick()
            session.steps.next()
            clock.advance(minutes=0.05)
            session.tick()
        assert len(sounded) == 2


def test_what_to_say_is_not_hidden_because_the_promise_has_its_words(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    steps = tuple(replace(step, say="e") if step.id == OPEN.id else step for step in PLAN.steps)
    with closing(a_session(tmp_path, plan=replace(PLAN, steps=steps), clock=clock)) as session:
        console = a_console(qtbot, session)
        session.board.toggle_curtain()
        session.steps.jump(OPEN.id)
        gathering = session.desk().gathering
        assert gathering is not None
        assert "e" in gathering.promise
        assert console.desk.middle.say.isVisible()
        session.steps.jump(GATHER.id)
        assert not console.desk.middle.say.isVisible()


def test_lines_of_two_steps_of_one_name_have_a_heading_each(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    said_step = PLAN.steps[1]
    again = replace(said_step, id=StepId("again"))
    with closing(
        a_session(tmp_path, plan=replace(PLAN, steps=(said_step, again)), clock=clock)
    ) as session:
        for step in (said_step, again):
            session.steps.jump(step.id)
            session.said.add("We listened.")
        console = a_console(qtbot, session)
        headings = [line.heading for line in console.desk.middle.record.lines.items]
        assert len(headings) == 2
        assert all(headings)


def test_a_step_of_a_plan_is_planned_whatever_its_id(tmp_path: Path, clock: FakeClock) -> None:
    step = replace(PLAN.steps[0], id=StepId("added-value"))
    plan = replace(PLAN, steps=(step, *PLAN.steps[1:]))
    with closing(a_session(tmp_path, plan=plan, clock=clock)) as session:
        session.time.start()
        clock.advance(minutes=3)
        session.time.leave()  # as closing does before the record is made
        assert "8 min planned" in session.minutes()[0]


@pytest.fixture(scope="module")
def plain(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """Give an evening in English with the names of the standard plan."""
    assert qapp
    return an_evening(tmp_path_factory.mktemp("plain"), PLAN)


@OFFSCREEN
@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", OURS)
def test_names_like_ours_change_nothing(tmp_path: Path, plain: list[Seen], name: str) -> None:
    ours = an_evening(tmp_path, named(PLAN, (name,)))
    assert ours == plain
    assert {seen.next for seen in plain} >= {NextIs.SEGMENT, NextIs.STEP, NextIs.END}


@OFFSCREEN
@pytest.mark.usefixtures("qtbot", "english")
@pytest.mark.parametrize("translated", [other_words, same_words, longer_words])
def test_another_language_changes_nothing(
    tmp_path: Path, plain: list[Seen], translated: Callable[[str], str]
) -> None:
    write_catalogue(tmp_path / "texts", translated)
    use_language(LANGUAGE, tmp_path / "texts")
    assert an_evening(tmp_path / "other", PLAN) == plain
    ours = named(PLAN, tuple(map(translated, OURS)))
    assert an_evening(tmp_path / "ours", ours) == plain


@pytest.fixture
def english(plain: list[Seen], tmp_path: Path) -> Iterator[None]:
    """Put English back afterwards; the evening in it is over."""
    assert plain
    yield
    use_language("en", tmp_path)


def named(plan: Plan, names: tuple[str, ...]) -> Plan:
    """Return a plan whose steps and parts have these names, in turn."""
    return replace(plan, steps=tuple(_named(step, names) for step in plan.steps))


def _named(step: Step, names: tuple[str, ...]) -> Step:
    segments = tuple(
        replace(part, name=Words.of(names[place % len(names)]))
        for place, part in enumerate(step.segments)
    )
    title = Words.of(names[len(step.id) % len(names)])
    return replace(step, title=title, segments=segments)


def a_console(qtbot: QtBot, session: LiveSession) -> ConsoleWindow:
    window = open_console(session)
    qtbot.addWidget(window)
    return window


def open_console(session: LiveSession) -> ConsoleWindow:
    window = ConsoleWindow(session, LiveSignals(session))
    window.show()
    QApplication.processEvents()
    return window


def an_evening(folder: Path, plan: Plan) -> list[Seen]:
    """Hold a workshop to its last step; return what the console did at each press of Next."""
    folder.mkdir(exist_ok=True)
    seen: list[Seen] = []
    with closing(a_session(folder, plan=plan)) as session:
        console = open_console(session)
        session.board.toggle_curtain()
        seen.append(look(console, session))
        for _press in range(40):
            _write_where_asked(session, console, seen)
            try:
                session.steps.next()
            except NotAllowedNowError:
                break
            seen.append(look(console, session))
        console.close()
        console.deleteLater()
    return seen


def _write_where_asked(session: LiveSession, console: ConsoleWindow, seen: list[Seen]) -> None:
    step = session.workshop.agenda.now.step
    if step.id == GATHER.id and not session.workshop.gathering(GATHER.id).turns:
        session.writing.open(GATHER.id, promise_said=True)
        seen.append(look(console, session))
        for turn in range(12):
            session.writing.give_turn(Turn((f"Line {turn}",)))
        session.writing.close(GATHER.id)
        seen.append(look(console, session))
    elif step.id == OPEN.id and not session.workshop.gathering(GATHER.id).was_opened:
        session.writing.open_together(GATHER.id)
        seen.append(look(console, session))


def look(console: ConsoleWindow, session: LiveSession) -> Seen:
    QApplication.processEvents()
    now, middle = session.desk().now, console.desk.middle
    return Seen(
        str(now.step_id),
        now.segment,
        now.next.to,
        now.next.asked,
        middle.now.buttons.next.property("role") == "main",
        not middle.say.isHidden(),
        int(middle.tab),
        bool(now.next.short),
    )
