"""Lowering the number of people does not show how many have taken a turn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.agreement.line import LineState
from facilitator.domain.contribution import Turn
from facilitator.errors import FacilitatorError, NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import AGREEMENT, FIST, suggested
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, PLAN, TALK, a_session, reopened

PEOPLE = 12


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=(AGREEMENT, TALK, GATHER, CHOICE)))
    session.board.toggle_curtain()
    yield session
    session.close()


def choose(session: LiveSession, turns: int) -> None:
    """Hold a check at the corner in which n people have had a turn."""
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, HandsWay.CORNER)
    for _person in range(turns):
        session.holding.hand_in(0)


def write(session: LiveSession, turns: int) -> None:
    """Open writing, and let n people take a turn."""
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    for n in range(turns):
        session.writing.give_turn(Turn((f"line {n}",) if n % 2 else ()))


def answers(session: LiveSession) -> list[str]:
    """Try every number of people below the present one, and return what is said to each."""
    answers = []
    for people in range(session.workshop.setup.people - 1, 0, -1):
        try:
            session.setup.set_people(people)
        except FacilitatorError as refused:
            answers.append(str(refused))
        else:
            answers.append("")
            session.setup.set_people(PEOPLE)
    return answers


@pytest.mark.parametrize("take", [choose, write])
def test_whatever_number_is_tried_the_answer_is_the_same_after_any_number_of_turns(
    tmp_path: Path, take: Callable[[LiveSession, int], None]
) -> None:
    heard = []
    for turns in (0, 1, 5, 11, 12):
        folder = tmp_path / str(turns)
        folder.mkdir()
        session = a_session(folder, plan=replace(PLAN, steps=(AGREEMENT, TALK, GATHER, CHOICE)))
        session.board.toggle_curtain()
        take(session, turns)
        heard.append(answers(session))
        session.close()
    assert all(answer == heard[0] for answer in heard)
    assert all(heard[0])


@pytest.mark.parametrize("turns", [3, 9])
def test_closing_and_opening_what_was_written_tells_no_more(
    session: LiveSession, turns: int
) -> None:
    write(session, turns)
    session.writing.close(GATHER.id)
    closed = answers(session)
    session.writing.open_together(GATHER.id, warned=True)
    assert set(answers(session)) == set(closed) == {closed[0]}


def test_the_number_is_free_before_anybody_may_write_and_once_the_check_is_closed(
    session: LiveSession,
) -> None:
    session.setup.set_people(9)
    choose(session, 6)
    with pytest.raises(NotAllowedNowError):
        session.setup.set_people(8)
    session.holding.close()
    session.setup.set_people(8)


def test_a_number_that_was_raised_by_mistake_can_be_put_right(session: LiveSession) -> None:
    write(session, 4)
    session.setup.set_people(99)
    session.setup.set_people(PEOPLE)
    with pytest.raises(NotAllowedNowError):
        session.setup.set_people(PEOPLE - 1)


def test_where_it_was_raised_it_is_put_right_whatever_turns_were_taken(
    session: LiveSession,
) -> None:
    """A refusal at the number of turns would tell it; fewer people ask for more before opening."""
    write(session, PEOPLE + 2)
    session.setup.set_people(PEOPLE + 5)
    for people in (PEOPLE + 2, PEOPLE + 1, PEOPLE):
        session.setup.set_people(people)
    with pytest.raises(NotAllowedNowError, match="A lower number"):
        session.setup.set_people(PEOPLE - 1)


def test_it_is_not_lowered_after_a_crash_either(tmp_path: Path, session: LiveSession) -> None:
    write(session, 4)
    session.close()
    again = reopened(tmp_path, FakeClock())
    with pytest.raises(NotAllowedNowError):
        again.setup.set_people(PEOPLE - 1)
    again.close()


def test_more_turns_at_the_corner_than_people_are_reported_with_a_remedy(
    session: LiveSession,
) -> None:
    session.setup.set_people(6)
    choose(session, 7)
    with pytest.raises(NotAllowedNowError) as refused:
        session.holding.close()
    assert refused.value.message == (
        "There are 6 people in the room, and more turns than that were taken."
    )
    assert refused.value.remedy == "Raise the number of people, at the top, then close the check."
    session.setup.set_people(7)
    session.holding.close()
    (line,) = session.workshop.agreement.lines
    assert line.state is LineState.AGREED
