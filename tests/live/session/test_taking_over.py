"""Written lines are added to the agreement in one act: all of them, or none."""

import pytest

from facilitator.live.session.events import DeskChanged, Event
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import agreeing_session, open_five_lines

session = pytest.fixture(agreeing_session)


def lines_told(session: LiveSession) -> list[int]:
    """Return how many lines the agreement has at each event of the console, from now on."""
    told: list[int] = []

    def hear(event: Event) -> None:
        if isinstance(event, DeskChanged):
            told.append(len(session.workshop.agreement.lines))

    session.subscribe(hear)
    return told


def test_lines_that_are_taken_over_come_in_one_act(session: LiveSession) -> None:
    open_five_lines(session)
    told = lines_told(session)
    session.agreements.take_over_opened()
    assert set(told) == {5}


def test_lines_of_last_time_are_taken_up_in_one_act(session: LiveSession) -> None:
    session.agreements.last_time = ("One voice", "Pass", "Listen to the end")
    told = lines_told(session)
    session.agreements.take_up_last()
    assert set(told) == {3}
    assert [line.text for line in session.workshop.agreement.lines] == list(
        session.agreements.last_time
    )
