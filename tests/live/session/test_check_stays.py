"""A check that may have answers ends only when it is closed or left, by no other act."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.ids import LineId
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.consent import at_step
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import HandsPage
from tests.helpers.agreements import AGREEMENT, FIST, THUMBS, suggested
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, PLAN, SAID, TALK, a_session, reopened
from tests.kinds.consent_check.test_session import CONSENT, LATER

CORNER = HandsWay.CORNER
STEPS = (AGREEMENT, TALK, SAID, CONSENT, GATHER, LATER, CHOICE)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.board.toggle_curtain()
    yield session
    session.close()


def answered(session: LiveSession, *places: int | None) -> LineId:
    """Check a line at the corner, with n answers in it."""
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, CORNER)
    for place in places:
        session.holding.hand_in(place)
    return line


def begin_again(session: LiveSession) -> None:
    lines = tuple(line.id for line in session.workshop.agreement.top_lines)
    session.holding.begin(lines, THUMBS, HandsWay.HANDS)


ACTS: dict[str, Callable[[LiveSession], None]] = {
    "undo": lambda session: session.agreements.undo(),
    "redo": lambda session: session.agreements.redo(),
    "begin": begin_again,
    "again": lambda session: session.holding.again(HandsWay.HANDS),
    "begin of step": lambda session: session.holding.begin_of_step(),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("places", [(), (0, 0, 5, 1, 2, None)], ids=["nobody yet", "six"])
def test_no_other_act_loses_a_check_at_the_corner_or_tells_whether_anybody_was_there(
    session: LiveSession, act: str, places: tuple[int | None, ...]
) -> None:
    answered(session, *places)
    before = session.workshop.agreement
    with pytest.raises(NotAllowedNowError):
        ACTS[act](session)
    assert session.workshop.agreement is before
    assert session.corner() is not None


@pytest.mark.parametrize("act", ACTS)
def test_no_other_act_loses_hands_that_were_counted(session: LiveSession, act: str) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS, HandsWay.HANDS)
    session.holding.count(0, 3)
    with pytest.raises(NotAllowedNowError):
        ACTS[act](session)
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.counts == (3, 0, 0)


def test_a_check_that_nobody_answered_gives_way(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS, HandsWay.HANDS)
    session.holding.begin((line,), FIST, HandsWay.HANDS)
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.check == FIST
    session.agreements.undo()
    assert session.workshop.agreement.checking is None


def of_said(session: LiveSession, way: HandsWay) -> LineId:
    """Check what was said last, in the consent step, and answer."""
    session.steps.jump(SAID.id)
    session.said.add("Try stand-ups")
    session.steps.jump(CONSENT.id)
    if way is CORNER:
        session.holding.again(way)
        session.holding.hand_in(0)
    else:
        session.holding.count(0, 3)
    return session.workshop.said[-1].id


@pytest.mark.parametrize("way", [CORNER, HandsWay.HANDS])
def test_a_said_line_that_is_taken_out_takes_its_check_with_it(
    session: LiveSession, way: HandsWay
) -> None:
    session.said.remove(of_said(session, way))
    assert session.workshop.agreement.checking is None
    assert session.corner() is None
    assert session.workshop.board.showing is Showing.STEP
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.close(GATHER.id)
    session.steps.jump(LATER.id)
    assert isinstance(session.picture().content, HandsPage)
    assert session.desk().agreement.check is not None


def test_line_and_check_leave_the_file_together(tmp_path: Path, session: LiveSession) -> None:
    session.said.remove(of_said(session, CORNER))
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert (again.workshop.agreement.checking, again.workshop.said) == (None, ())
    assert again.workshop.board.showing is Showing.STEP
    again.close()


def test_another_line_that_is_taken_out_leaves_the_check_as_it_is(session: LiveSession) -> None:
    session.steps.jump(SAID.id)
    session.said.add("Tea first")
    first = session.workshop.said[0].id
    of_said(session, CORNER)
    before = session.workshop.agreement.checking
    session.said.correct(first, "Tea at three")
    session.said.remove(first)
    assert session.workshop.agreement.checking == before


@pytest.mark.parametrize("way", [CORNER, HandsWay.HANDS])
def test_a_said_line_is_not_corrected_while_it_is_checked(
    session: LiveSession, way: HandsWay
) -> None:
    line = of_said(session, way)
    with pytest.raises(NotAllowedNowError, match="checked as it stands") as refused:
        session.said.correct(line, "Try no stand-ups")
    assert "leave it" in refused.value.remedy
    assert session.workshop.said_line(line).text == "Try stand-ups"
    session.holding.leave()
    session.said.correct(line, "Try no stand-ups")


def test_what_was_agreed_is_not_shown_in_other_words(session: LiveSession) -> None:
    line = of_said(session, HandsWay.HANDS)
    session.holding.close()
    session.said.correct(line, "Try no stand-ups")
    assert session.workshop.agreement.checking is None
    assert session.workshop.board.showing is Showing.STEP


def test_a_check_whose_line_is_gone_goes_when_the_next_step_begins(
    session: LiveSession,
) -> None:
    """A file written before the check was deleted with its line has this."""
    of_said(session, CORNER)
    workshop = session.workshop
    assert at_step(workshop).agreement.checking == workshop.agreement.checking
    assert at_step(replace(workshop, said=())).agreement.checking != workshop.agreement.checking
