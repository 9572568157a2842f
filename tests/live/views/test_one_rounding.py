"""All minutes and clock times shown at one moment agree."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.time.round import RoundState
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import AskPage, ScenePage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import MINUTE, PLAN, SAID, SETUP, a_session

DAY = date(2026, 11, 12)
TEA = Step(StepId("tea"), StepKind.BREAK, Words.of("Tea"), 4.25 * MINUTE)
STEPS = (
    *(
        replace(
            SAID,
            id=StepId(f"talk-{place}"),
            title=Words.of(f"Talk {place}"),
            length=(place + 4.5) * MINUTE,
            trim_to=3 * MINUTE,
            may_drop=place == 2,
        )
        for place in range(4)
    ),
    TEA,
)
UNEVEN = replace(PLAN, steps=STEPS)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["toggle", "next", "add", "take", "said", "apply", "step", "nothing"]),
        st.integers(0, 900_000).map(lambda ms: timedelta(milliseconds=ms)),
    ),
    min_size=1,
    max_size=9,
)


def act(session: LiveSession, name: str) -> None:
    running = session.workshop.agenda.now.round.state is RoundState.RUNNING
    match name:
        case "toggle":
            session.time.toggle()
        case "next" if session.workshop.agenda.next is not None:
            session.steps.jump(session.workshop.agenda.next.step.id)
            session.time.start()
        case "add" | "take" if running:
            session.time.add(MINUTE if name == "add" else -MINUTE)
        case "said" if session.workshop.agenda.now.step.captures:
            session.said.add("A line")
        case "apply" if session.desk().finish.can_apply:
            session.finishing.apply()
        case "step" if len(session.workshop.agenda.runs) < 8:
            session.steps.add("Added", 2.5 * MINUTE)


def minutes_from(earlier: str, later: str) -> int:
    """Return the minutes between two times of day on this day or the next."""
    first, last = (60 * int(time[:2]) + int(time[3:]) for time in (earlier, later))
    return (last - first + 720) % 1440 - 720


def assert_pace_agrees(session: LiveSession) -> None:
    """See that header, panel and board say the same end and the same delay."""
    desk = session.desk()
    (ends,) = re.findall(r"\d\d:\d\d", desk.header.pace)
    behind = re.match(r"(\d+) min behind", desk.header.pace)
    times = re.findall(r"\d\d:\d\d", desk.finish.heading)
    assert times[0] == ends
    assert bool(behind) == desk.header.behind
    if behind is None:
        assert "later than" not in desk.finish.heading
        assert desk.finish.verdict == "Nothing has to change."
        return
    late = int(behind[1])
    assert f"{late} minute" in desk.finish.heading
    assert minutes_from(times[1], ends) == late
    (then,) = re.findall(r"\d\d:\d\d", desk.finish.verdict)
    still = re.search(r"(\d+) minute", desk.finish.verdict)
    assert minutes_from(times[1], then) == (int(still[1]) if still else 0)
    if not desk.finish.changes:
        assert (then, int(still[1] if still else 0)) == (ends, late)
    session.finishing.ask()
    content = session.picture().content
    assert isinstance(content, AskPage)
    assert f"We have {late} minute" in content.question.first
    session.finishing.ask()


def assert_agenda_agrees(session: LiveSession) -> None:
    """See that the panel shortens steps from the minutes that the list of steps shows."""
    desk = session.desk()
    rows = {row.title: row for row in desk.agenda.rows}
    for change in desk.finish.changes:
        match = re.match(r"(?:Shorten|Drop) “(.+)”(?: from|:) (\d+)", change)
        assert match is not None
        assert rows[match[1]].minutes == int(match[2])


def assert_record_agrees(session: LiveSession) -> None:
    """See that list of steps, page after closing and record say the same of each step."""
    session.time.leave()
    summary, lines = session.summary(DAY), session.minutes()
    told = {
        match[1]: (int(match[2]), int(match[3]))
        for line in lines
        if (match := re.match(r"(.+) – (\d+) min planned, (\d+) min taken", line))
    }
    if not told:
        assert summary.took == 0
        return
    assert told.pop("The whole workshop") == (summary.minutes, summary.took)
    assert sum(planned for planned, _took in told.values()) == summary.minutes
    for step in summary.steps:
        assert told.get(step.title.first, (0, 0)) == (step.minutes, step.took)
    for row in session.desk().agenda.rows:
        if row.took is not None and row.title in told and row.title != "Added":
            assert told[row.title][1] == row.took
            assert told[row.title][0] == row.planned


@settings(max_examples=40, deadline=None)
@given(ACTS, st.integers(0, 59))
def test_at_any_moment_all_that_is_said_of_time_agrees(
    acts: list[tuple[str, timedelta]], second: int
) -> None:
    clock = FakeClock()
    starts_at = clock.moment().wall + timedelta(seconds=second)
    with TemporaryDirectory() as folder:
        setup = replace(SETUP, starts_at=starts_at)
        session = a_session(Path(folder), plan=UNEVEN, setup=setup, clock=clock)
        session.board.toggle_curtain()
        for name, later in acts:
            act(session, name)
            clock.advance(seconds=later.total_seconds())
            session.tick()
            assert_pace_agrees(session)
            assert_agenda_agrees(session)
        assert_record_agrees(session)
        session.close()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 3_600_000).map(lambda ms: timedelta(milliseconds=ms)))
def test_a_break_at_the_end_is_over_when_the_header_says_that_it_ends(later: timedelta) -> None:
    clock = FakeClock()
    with TemporaryDirectory() as folder:
        session = a_session(Path(folder), plan=UNEVEN, clock=clock)
        session.board.toggle_curtain()
        clock.advance(seconds=later.total_seconds())
        session.steps.jump(TEA.id)
        session.time.start()
        page = session.picture().content
        assert isinstance(page, ScenePage)
        (ends,) = re.findall(r"\d\d:\d\d", session.desk().header.pace)
        assert page.title.first == f"Back at {ends}"
        session.close()
