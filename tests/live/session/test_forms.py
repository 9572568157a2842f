"""Steps added on the day, with their form and its parts."""

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.plan.forms import Shape
from facilitator.domain.plan.step import Form, StepKind
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import reopened

MINUTE = timedelta(minutes=1)


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    return session


def test_a_form_brings_its_parts_shared_out_over_the_time(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.steps.add("Two of us", 4 * MINUTE, Shape.PAIRS)
    step = session.workshop.agenda.runs[1].step
    assert step.form is Form.PAIRS
    assert [segment.name.first for segment in step.segments] == [
        "First speaker",
        "Swap",
        "Together",
    ]
    assert [segment.length / MINUTE for segment in step.segments] == [1.5, 1.5, 1]
    changed = session.workshop
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop == changed
    again.close()


def test_typed_parts_make_the_step_and_known_names_speak_every_language(
    session: LiveSession,
) -> None:
    session.steps.add("Hear it", 4 * MINUTE, Shape.ONE_TWO_FOUR_ALL, "Alone 1; At the window 6")
    step = session.workshop.agenda.runs[1].step
    assert step.length == 7 * MINUTE
    assert [segment.name.first for segment in step.segments] == ["Alone", "At the window"]
    assert step.segments[0].name.in_(WELSH) == step.segments[0].name.in_(ENGLISH)
    with pytest.raises(NotAllowedNowError):
        session.steps.add("Hear it", 4 * MINUTE, Shape.PAIRS, "Alone")


def test_a_break_added_on_the_day_is_one(session: LiveSession) -> None:
    session.steps.add("Tea", 10 * MINUTE, Shape.BREAK)
    assert session.workshop.agenda.runs[1].step.kind is StepKind.BREAK


def test_parts_change_words_on_the_board_only_by_an_act(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    seen = []
    for seconds in (0, 121, 60, 600):
        clock.advance(seconds=seconds)
        session.tick()
        page = session.picture().content
        assert isinstance(page, StepPage)
        seen.append((page.hint.first, page.foot.first))
    session.steps.next()
    page = session.picture().content
    assert isinstance(page, StepPage)
    seen.append((page.hint.first, page.foot.first))
    assert seen == [
        ("First speaker", ""),
        ("First speaker", "Start to bring this to a close."),
        ("First speaker", "When you are ready, finish your sentence."),
        ("First speaker", "When you are ready, finish your sentence."),
        ("Swap", ""),
    ]
