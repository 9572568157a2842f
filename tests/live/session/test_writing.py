"""The commands of gatherings, and what the console may say of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import GatheringState, SetAside, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Step, StepKind, Way
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import GatheringView
from facilitator.room.layout.layout import lay_out
from facilitator.room.pages.picture import NotesPage
from facilitator.room.promise import promise_of
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import GATHER, OPEN, PLAN, SETUP, a_session, reopened

STEP = GATHER.id


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, clock=clock)
    session.steps.jump(STEP)
    session.board.toggle_curtain()
    yield session
    session.close()


def view_of(session: LiveSession) -> GatheringView:
    """Return what the console shows of the gathering."""
    view = session.desk().gathering
    assert view is not None
    return view


def write(session: LiveSession, lines: int, passes: int = 0) -> None:
    """Open writing and let people write or pass."""
    session.writing.open(STEP, promise_said=True)
    for n in range(lines):
        session.writing.give_turn(Turn((f"line {n}",)))
    for _ in range(passes):
        session.writing.give_turn(Turn())


def opened(session: LiveSession, lines: int = 6) -> None:
    """Write, close and open together."""
    write(session, lines)
    session.writing.close(STEP)
    session.writing.open_together(STEP)


def showing(session: LiveSession) -> Showing:
    """Return what is on the board."""
    return session.workshop.board.showing


def with_gather(**changes: object) -> Plan:
    """Return the plan with another gathering."""
    fields = {name: getattr(GATHER, name) for name in Step.__dataclass_fields__}
    changed = Step(**(fields | changes))
    return replace(PLAN, steps=tuple(changed if s.id == STEP else s for s in PLAN.steps))


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (0, "Not yet enough. About 15 minutes for everyone to have a turn."),
        (4, "Not yet enough. About 15 minutes for everyone to have a turn."),
        (5, "for the lines to be opened. About 10 minutes more for everyone to have a turn."),
        (9, "for the lines to be opened. About 10 minutes more for everyone to have a turn."),
        (10, "If somebody still wants a turn, allow about 5 minutes more."),
        (14, "If somebody still wants a turn, allow about 5 minutes more."),
        (15, "Enough people have taken part for the lines to be opened."),
    ],
)
def test_the_console_says_enough_or_not_and_minutes_in_fives(
    session: LiveSession, turns: int, words: str
) -> None:
    write(session, turns // 2, turns - turns // 2)
    assert view_of(session).progress.endswith(words)


def test_passes_and_lines_look_the_same_on_the_console(tmp_path: Path, clock: FakeClock) -> None:
    views = []
    for name, lines in (("a", 7), ("b", 0)):
        (tmp_path / name).mkdir()
        session = a_session(tmp_path / name, clock=clock)
        session.steps.jump(STEP)
        write(session, lines, 7 - lines)
        views.append(session.desk())
        session.close()
    assert views[0] == views[1]


def test_late_turns_are_mentioned_without_a_count(session: LiveSession) -> None:
    opened(session)
    session.writing.open(STEP, promise_said=True)
    told = []
    for _ in range(4):
        session.writing.give_turn(Turn())
        told.append(view_of(session).progress)
    assert told[0] == told[1] != told[2] == told[3]
    assert told[0].startswith("Not yet enough late lines.")


@pytest.mark.parametrize(
    ("late", "verdict"),
    [
        (1, "Too few late lines wait. They will be deleted, not opened."),
        (3, "Enough late lines wait to be opened together."),
    ],
)
@pytest.mark.parametrize("open_first", [True, False])
def test_the_verdict_on_late_lines_is_said_before_they_go(
    session: LiveSession, late: int, verdict: str, *, open_first: bool
) -> None:
    write(session, 6)
    session.writing.close(STEP)
    if open_first:
        session.writing.open_together(STEP)
    session.writing.open(STEP, promise_said=True)
    for n in range(late):
        session.writing.give_turn(Turn((f"late {n}",)))
    session.writing.close(STEP)
    assert view_of(session).verdict == verdict
    assert view_of(session).can_open


@pytest.mark.parametrize(
    ("ways", "with_break", "words"),
    [
        ((Way.CORNER, Way.CARDS), True, "Offer cards as well, or let writing go on through"),
        ((Way.CORNER, Way.CARDS), False, "at one keyboard. Offer cards as well."),
        ((Way.CORNER,), True, "Let writing go on through the break."),
        ((Way.CORNER,), False, "Give this step more time."),
        ((Way.CARDS,), False, "Give this step more time."),
    ],
)
def test_when_it_will_not_fit_cards_or_the_break_are_proposed(
    tmp_path: Path, clock: FakeClock, ways: tuple[Way, ...], *, with_break: bool, words: str
) -> None:
    plan = with_gather(ways=ways, with_break=with_break, length=timedelta(minutes=4))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.steps.jump(STEP)
    assert words in view_of(session).fits
    write(session, 0)
    assert words in view_of(session).fits
    session.close()


def test_while_it_fits_nothing_is_proposed_and_later_it_is(
    session: LiveSession, clock: FakeClock
) -> None:
    assert view_of(session).fits == ""
    session.time.start()
    clock.advance(minutes=10)
    assert view_of(session).fits
    write(session, 11)
    assert view_of(session).fits == ""
    session.writing.close(STEP)
    assert view_of(session).fits == ""


def test_a_break_that_was_dropped_is_not_proposed(tmp_path: Path, clock: FakeClock) -> None:
    rest = Step(StepId("rest"), StepKind.BREAK, OPEN.title, timedelta(minutes=10), may_drop=True)
    plan = with_gather(ways=(Way.CORNER,), with_break=False, length=timedelta(minutes=4))
    session = a_session(tmp_path, plan=replace(plan, steps=(*plan.steps, rest)), clock=clock)
    session.steps.jump(STEP)
    assert "through the break" in view_of(session).fits
    session.steps.drop(rest.id)
    assert session.workshop.agenda.run_of(rest.id).standing is Standing.DROPPED
    assert "more time" in view_of(session).fits
    session.close()


@pytest.mark.parametrize("standing", [Standing.SKIPPED, Standing.DONE])
def test_a_break_that_is_over_or_was_skipped_is_not_proposed(
    tmp_path: Path, clock: FakeClock, standing: Standing
) -> None:
    """It follows the gathering after somebody jumped to it and came back."""
    rest = Step(StepId("rest"), StepKind.BREAK, OPEN.title, timedelta(minutes=10))
    plan = with_gather(ways=(Way.CORNER,), with_break=False, length=timedelta(minutes=4))
    gather = next(step for step in plan.steps if step.id == STEP)
    after = replace(gather, id=StepId("after"), title=OPEN.title)
    session = a_session(tmp_path, plan=replace(plan, steps=(gather, rest, after)), clock=clock)
    session.steps.jump(rest.id)
    if standing is Standing.SKIPPED:
        session.steps.skip()
    else:
        session.steps.jump(after.id)
    assert session.workshop.agenda.run_of(rest.id).standing is standing
    session.steps.jump(STEP)
    assert "more time" in view_of(session).fits
    session.close()


def test_the_promise_on_the_console_is_that_of_the_board(session: LiveSession) -> None:
    words = [sentence.in_(ENGLISH) for sentence in promise_of(session.workshop)]
    assert view_of(session).promise.split("\n") == words
    assert not view_of(session).in_charge
    session.setup.set(replace(SETUP, in_charge=True))
    assert view_of(session).in_charge
    assert "not in charge here" in view_of(session).promise


def test_serious_risk_and_nothing_else_is_named_before_closing(session: LiveSession) -> None:
    write(session, 6)
    session.writing.close(STEP)
    first, second = session.workshop.gathering(STEP).contributions[:2]
    session.writing.set_aside(STEP, first.id, SetAside.PERSON)
    assert not session.desk().record.risk
    session.writing.set_aside(STEP, second.id, SetAside.RISK)
    assert session.desk().record.risk
    session.writing.let_through(STEP, second.id)
    assert not session.desk().record.risk


def test_a_line_that_was_mixed_away_is_not_mistaken_for_another(session: LiveSession) -> None:
    write(session, 6)
    session.writing.close(STEP)
    line = session.workshop.gathering(STEP).contributions[0]
    session.writing.mix(STEP)
    for act in (
        lambda: session.writing.take_out(STEP, line.id),
        lambda: session.writing.set_aside(STEP, line.id, SetAside.ATTACK),
        lambda: session.writing.set_in_record(STEP, line.id, in_record=False),
    ):
        with pytest.raises(NotAllowedNowError, match="mixed anew"):
            act()
    assert len(session.workshop.gathering(STEP).ready) == 6


@pytest.mark.parametrize("late", [0, 1])
def test_after_a_crash_too_the_verdict_does_not_tell_whether_anybody_came_late(
    tmp_path: Path, clock: FakeClock, late: int
) -> None:
    session = a_session(tmp_path, clock=clock)
    session.steps.jump(STEP)
    write(session, 6)
    session.writing.close(STEP)
    assert view_of(session).verdict == "Safe to open: enough people took part."
    session.writing.open(STEP, promise_said=True)
    for _ in range(late):
        session.writing.give_turn(Turn(("late",)))
    session.writing.close(STEP)
    session.close()
    again = reopened(tmp_path, clock)
    assert view_of(again).verdict == "Too few late lines wait. They will be deleted, not opened."
    again.close()


def test_each_look_is_in_an_order_of_its_own(session: LiveSession) -> None:
    write(session, 8)
    session.writing.close(STEP)
    orders = set()
    for _ in range(5):
        session.writing.mix(STEP)
        orders.add(tuple(row.text for row in view_of(session).rows))
    assert len(orders) > 2


def test_an_overview_is_a_choice_after_the_opening_and_never_the_first_view(
    session: LiveSession,
) -> None:
    with pytest.raises(NotAllowedNowError):
        session.board.overview()
    opened(session)
    whole = session.picture().content
    assert isinstance(whole, NotesPage)
    assert not whole.overview
    session.board.overview()
    assert showing(session) is Showing.OVERVIEW
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert content.overview
    assert content.notes == whole.notes
    assert session.page_count() == 1
    assert view_of(session).showing
    session.board.overview()
    assert showing(session) is Showing.LINES
    session.board.one_line(STEP)
    session.board.overview()
    session.board.lines(STEP)
    assert showing(session) is Showing.STEP


def test_lines_are_shown_one_at_a_time_and_all_of_a_page_again(session: LiveSession) -> None:
    with pytest.raises(NotAllowedNowError):
        session.board.one_line(STEP)
    opened(session)
    whole = session.picture().content
    assert isinstance(whole, NotesPage)
    session.board.one_line(STEP)
    assert showing(session) is Showing.ONE
    assert session.page_count() == 6
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert content.notes == whole.notes
    sheets = lay_out(content, session.workshop.languages, session.picture().spec, FixedRuler())
    for note, sheet in zip(content.notes, sheets, strict=True):
        drawn = repr(sheet)
        assert [note.letter for note in content.notes if note.text in drawn] == [note.letter]
    assert view_of(session).showing
    session.board.one_line(STEP)
    assert showing(session) is Showing.LINES


def test_the_time_for_reading_stands_on_the_board_once_it_is_started(
    session: LiveSession, clock: FakeClock
) -> None:
    opened(session)
    session.steps.jump(OPEN.id)
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert content.time is None
    session.time.start()
    clock.advance(minutes=2)
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert content.time is not None
    assert content.time.minutes == 4
    sheets = lay_out(content, session.workshop.languages, session.picture().spec, FixedRuler())
    assert all("4 min" in repr(sheet) for sheet in sheets)


def test_lines_that_come_back_with_a_step_have_the_same_letters(session: LiveSession) -> None:
    opened(session, lines=12)
    pages = []
    for _ in range(3):
        for step in (OPEN.id, StepId("slack"), STEP):
            session.steps.jump(step)
            content = session.picture().content
            pages += [content.notes] if isinstance(content, NotesPage) else []
    assert len(pages) == 6
    assert len(set(pages)) == 1


def test_writing_is_open_in_one_gathering_at_a_time(session: LiveSession) -> None:
    write(session, 1)
    with pytest.raises(NotAllowedNowError, match="writing already"):
        session.writing.open(STEP, promise_said=True)
    session.writing.close(STEP)
    with pytest.raises(NotAllowedNowError, match="not open"):
        session.writing.give_turn(Turn())


def test_a_step_whose_lines_stay_out_of_the_record_keeps_them_out(
    tmp_path: Path, clock: FakeClock
) -> None:
    session = a_session(tmp_path, plan=with_gather(record_default=False), clock=clock)
    session.steps.jump(STEP)
    opened(session)
    assert session.workshop.gathering(STEP).state is GatheringState.OPENED
    assert not [line for line in session.workshop.gathering(STEP).ready if line.in_record]
    session.close()
