"""A step is changed on the day: its minutes, its place, its title, a question of one's own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.domain.agenda.agenda import Standing
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.forms import Shape
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.live.session.step_changes import StepTexts
from facilitator.live.views.desk_view import NextIs
from facilitator.room.pages.picture import StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, OPEN, PLAN, SAID, TALK, a_session, reopened

MINUTE = timedelta(minutes=1)
OWN = StepTexts(("Look back",), ("What surprised you?",))


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, clock=clock)
    session.board.toggle_curtain()
    yield session
    session.close()


@pytest.fixture
def bilingual(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, languages=(WELSH, ENGLISH)), clock=clock)
    session.board.toggle_curtain()
    yield session
    session.close()


def question(session: LiveSession) -> Words:
    content = session.picture().content
    assert isinstance(content, StepPage)
    return content.question


def test_a_question_of_ones_own_reaches_the_board_and_the_record_and_survives_a_restart(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.changes.set(SAID.id, OWN)
    session.steps.jump(SAID.id)
    assert question(session).first == "What surprised you?"
    assert session.desk().now.title == "Look back"
    session.said.add("We got through winter")
    (recorded,) = session.summary(date(2030, 1, 1)).steps
    assert (recorded.title.first, recorded.question.first) == OWN.titles + OWN.questions
    changed = session.workshop
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop == changed
    again.close()


def test_minutes_are_shared_out_over_the_parts(session: LiveSession) -> None:
    session.steps.add("Two of us", 8 * MINUTE, Shape.PAIRS)
    added = session.workshop.agenda.runs[1].step
    session.changes.set(added.id, StepTexts(("Two of us",)), 4 * MINUTE)
    rounds = session.workshop.agenda.run_of(added.id).rounds
    assert [part.length / MINUTE for part in rounds] == [1.5, 1.5, 1]
    assert session.desk().agenda.rows[1].minutes == 4


def test_once_its_time_has_begun_a_step_keeps_its_minutes(
    session: LiveSession, clock: FakeClock
) -> None:
    texts = StepTexts((TALK.title.first,), (TALK.question.first,))
    with pytest.raises(NotAllowedNowError, match="has begun"):
        session.changes.set(TALK.id, texts, 20 * MINUTE)
    session.time.start()
    clock.advance(minutes=1)
    session.steps.jump(SAID.id)
    session.steps.back()
    session.steps.jump(SAID.id)
    assert session.workshop.agenda.run_of(TALK.id).standing is Standing.DONE
    with pytest.raises(NotAllowedNowError, match="is over"):
        session.changes.set(TALK.id, texts, 20 * MINUTE)


@pytest.mark.parametrize("minutes", [0, 481])
def test_a_length_that_does_not_fit_is_refused(session: LiveSession, minutes: int) -> None:
    with pytest.raises(NotAllowedNowError, match="does not fit"):
        session.changes.set(SAID.id, OWN, minutes * MINUTE)
    assert session.workshop.agenda.run_of(SAID.id).step == SAID


def with_a_said_line(session: LiveSession) -> StepId:
    session.steps.jump(SAID.id)
    session.said.add("We got through winter")
    return SAID.id


def opened(session: LiveSession) -> StepId:
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    return GATHER.id


def written(session: LiveSession) -> StepId:
    opened(session)
    session.writing.give_turn(Turn(("A line",)))
    session.writing.close(GATHER.id)
    session.steps.back()
    return GATHER.id


@pytest.mark.parametrize("answered", [with_a_said_line, opened, written])
def test_a_question_stays_with_what_people_gave_to_it(
    session: LiveSession, answered: Callable[[LiveSession], StepId]
) -> None:
    step_id = answered(session)
    step = session.workshop.agenda.run_of(step_id).step
    with pytest.raises(NotAllowedNowError, match="have answered this question"):
        session.changes.set(step_id, StepTexts((step.title.first,), ("Another?",)))
    session.changes.set(step_id, StepTexts(("Only the title",), (step.question.first,)))
    assert session.workshop.agenda.run_of(step_id).step.title.first == "Only the title"


def test_steps_to_come_change_places(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.changes.move(CHOICE.id, -1)
    ids = [row.step_id for row in session.desk().agenda.rows]
    assert ids.index(CHOICE.id) == ids.index(OPEN.id) - 1
    changed = session.workshop
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop == changed
    again.changes.move(CHOICE.id, 1)
    assert [run.step.id for run in again.workshop.agenda.runs] == [s.id for s in PLAN.steps]
    again.close()


@pytest.mark.parametrize(
    ("step_id", "places", "why"),
    [
        (OPEN.id, -1, "needs what is written in"),
        (GATHER.id, 1, "needs what is written in"),
        (SAID.id, -1, "right after the present one"),
        (TALK.id, 1, "to come"),
        (StepId("slack"), 1, "the last already"),
    ],
)
def test_a_step_stays_after_what_it_needs_and_among_what_is_to_come(
    session: LiveSession, step_id: StepId, places: int, why: str
) -> None:
    before = session.workshop
    with pytest.raises(NotAllowedNowError, match=why):
        session.changes.move(step_id, places)
    assert session.workshop == before


def test_undoing_finish_on_time_leaves_what_was_changed_by_hand_since(
    tmp_path: Path, clock: FakeClock
) -> None:
    said_step = replace(SAID, trim_to=3 * MINUTE)
    plan = replace(PLAN, steps=(TALK, said_step, *PLAN.steps[2:]))
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.time.start()
    clock.advance(minutes=12)
    session.finishing.apply()
    assert session.workshop.agenda.run_of(SAID.id).length < 6 * MINUTE
    session.changes.set(SAID.id, StepTexts(("Celebrate",), (SAID.question.first,)), 9 * MINUTE)
    if session.finishing.can_undo:
        session.finishing.undo()
    assert session.workshop.agenda.run_of(SAID.id).length == 9 * MINUTE
    session.close()


def test_a_question_is_in_each_of_the_rooms_languages_or_in_none(bilingual: LiveSession) -> None:
    with pytest.raises(NotAllowedNowError, match="each of its languages"):
        bilingual.changes.set(SAID.id, StepTexts(("Edrych yn ôl", "Look back"), ("", "What?")))
    texts = StepTexts(("Edrych yn ôl", "Look back"), ("Beth?", "What?"))
    bilingual.changes.set(SAID.id, texts)
    bilingual.steps.jump(SAID.id)
    assert question(bilingual).in_(WELSH) == "Beth?"
    assert question(bilingual).in_(ENGLISH) == "What?"


def test_an_added_step_has_a_question_in_each_language(bilingual: LiveSession) -> None:
    bilingual.steps.add(StepTexts(("Edrych yn ôl", "Look back"), ("Beth?", "What?")), 5 * MINUTE)
    bilingual.steps.jump(bilingual.workshop.agenda.runs[1].step.id)
    assert question(bilingual).texts == ((WELSH, "Beth?"), (ENGLISH, "What?"))


def test_going_to_a_step_asks_as_next_does(session: LiveSession, clock: FakeClock) -> None:
    session.steps.ask_to_go(OPEN.id)
    now = session.desk().now
    assert now.step_id == TALK.id
    assert (now.next.to, now.next.asked) == (NextIs.STEP, True)
    assert now.next.label == "Go on to: Read, then listen"
    session.steps.back()
    assert not session.desk().now.next.asked
    session.steps.ask_to_go(OPEN.id)
    session.steps.ask_to_go(CHOICE.id)
    clock.advance(seconds=61)
    session.steps.ask_to_go(CHOICE.id)
    assert session.desk().now.step_id == TALK.id
    session.steps.next()
    assert session.desk().now.step_id == CHOICE.id


def test_a_question_about_going_on_does_not_outlive_the_page_it_was_asked_over(
    session: LiveSession,
) -> None:
    session.steps.ask_to_go(OPEN.id)
    session.board.agreement()
    assert not session.desk().now.next.asked
    session.steps.next()
    assert session.desk().now.step_id == TALK.id
