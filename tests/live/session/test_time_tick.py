"""A tick rebuilds only what depends on the clock; other changes are shown at once."""

from pathlib import Path

import pytest

from facilitator.domain.contribution import SetAside, Turn
from facilitator.domain.ids import StepId
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import DeskView, GatheringView
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import a_session

GATHER = StepId("gather")


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, clock=clock)
    session.steps.jump(GATHER)
    session.writing.open(GATHER, promise_said=True)
    for n in range(6):
        session.writing.give_turn(Turn((f"line {n}",)))
    session.writing.close(GATHER)
    session.time.start()
    return session


def gathering(desk: DeskView) -> GatheringView:
    assert desk.gathering is not None
    return desk.gathering


def test_while_only_time_goes_by_the_lines_are_not_gone_through_again(
    session: LiveSession, clock: FakeClock
) -> None:
    session.tick()
    before = session.desk()
    clock.advance(milliseconds=1200)
    session.tick()
    after = session.desk()
    assert after.clock.face != before.clock.face
    assert gathering(after).rows is gathering(before).rows
    assert after.record is before.record
    assert after.agreement is before.agreement


def test_what_changes_shows_at_once(session: LiveSession) -> None:
    row = gathering(session.desk()).rows[0]
    session.writing.set_aside(GATHER, row.id, SetAside.PERSON)
    set_aside_by_id = {row.id: row.set_aside for row in gathering(session.desk()).rows}
    assert set_aside_by_id[row.id] is SetAside.PERSON
    session.writing.open_together(GATHER)
    session.tick()
    lines = session.desk().record.rows
    session.choice.take_out(lines[0])
    assert lines[0].text not in repr(session.desk())
    session.agreements.suggest("We listen.")
    assert [row.text for row in session.desk().agreement.rows] == ["We listen."]
