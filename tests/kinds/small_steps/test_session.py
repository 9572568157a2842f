"""Small steps through the session: offered, looked after, checked, parked, taken out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import Checking
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.plan.step import Reveal, Step, StepKind
from facilitator.domain.said import SaidLine
from facilitator.domain.summary import SessionSummary
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError, StoreDamagedError
from facilitator.kinds.small_steps.commands import (
    Change,
    CheckSteps,
    LookAgain,
    Move,
    Offer,
    SetStage,
    TakeOut,
    Undo,
)
from facilitator.kinds.small_steps.state import SmallStep, SmallSteps, Stage
from facilitator.live.kinds import PanelIs
from facilitator.live.session.session import LiveSession
from facilitator.live.views.desk_view import RecordRow
from facilitator.room.pages.picture import HandsPage, StepCard, StepPage, StepsPage
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.sessions import CHOICE, PLAN, TALK, a_session, reopened, state_in

TRY = Step(
    StepId("try"),
    StepKind.SMALL_STEPS,
    Words.of("One small thing to try"),
    TALK.length,
    question=Words.of("What could we try in the next month?"),
    reveal=Reveal.CAPTURE,
)
CHECK = replace(
    CHOICE, id=StepId("check"), kind=StepKind.CONSENT_CHECK, reveal=Reveal.COUNTS, question=Words()
)
STEPS = (TALK, TRY, CHECK, CHOICE)
QUESTIONS, MINUTE, AWAY = "Send the questions out", "Begin with a quiet minute", "A day away"
DAY, AGAIN = date(2026, 12, 7), date(2027, 1, 14)
TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.board.step()
    session.board.toggle_curtain()
    session.steps.jump(TRY.id)
    yield session
    session.close()


def do(session: LiveSession, *acts: object) -> None:
    for act in acts:
        session.own.do(TRY.id, act)


def small_steps(session: LiveSession) -> SmallSteps:
    return state_in(session, TRY.id, SmallSteps)


def called(session: LiveSession, text: str) -> SmallStep:
    return next(step for step in small_steps(session).steps if step.text == text)


def offer(session: LiveSession) -> tuple[SmallStep, ...]:
    do(session, Offer((QUESTIONS, MINUTE, AWAY)))
    return small_steps(session).steps


def texts(session: LiveSession) -> list[str]:
    return [step.text for step in small_steps(session).steps]


def board(session: LiveSession) -> StepsPage:
    content = session.picture().content
    assert isinstance(content, StepsPage)
    return content


def check(session: LiveSession, *texts: str, place: int = 0) -> None:
    """Check steps: everybody shows the same thumb, the first is up."""
    do(session, CheckSteps(tuple(called(session, text).id for text in texts)))
    while session.desk().board.page < session.desk().board.pages - 1:
        session.steps.next()
    for _hand in range(session.workshop.setup.people):
        session.holding.count(place)
    session.holding.close()


def summary(session: LiveSession) -> SessionSummary:
    return session.summary(TODAY)


def rows(session: LiveSession) -> list[RecordRow]:
    return [row for row in session.desk().record.rows if row.of_kind]


def row_of(session: LiveSession, text: str) -> RecordRow:
    """Return the row of a line in the choice of lines for the record."""
    session.steps.jump(CHOICE.id)
    return next(row for row in rows(session) if row.text == text)


def test_the_question_is_on_the_board_until_somebody_offers_a_step(session: LiveSession) -> None:
    assert isinstance(session.picture().content, StepPage)
    do(session, Offer((f"  {QUESTIONS} ",)))
    assert board(session).steps == (StepCard(QUESTIONS),)


def test_each_card_says_who_looks_after_it_and_by_when(session: LiveSession) -> None:
    questions, minute, _away = offer(session)
    do(
        session,
        Change(questions.id, QUESTIONS, "Tom and Priya", by_day=DAY),
        Change(minute.id, MINUTE, everyone=True, by="from next week"),
        LookAgain(AGAIN),
    )
    first, second, third = board(session).steps
    assert first == StepCard(QUESTIONS, Words.of("Tom and Priya"), by=Words.of("by 7 December"))
    assert second == StepCard(
        MINUTE, Words.of("Everyone"), everyone=True, by=Words.of("from next week")
    )
    assert third == StepCard(AWAY), "nobody has to look after it"
    assert board(session).foot.first == "We look again on 14 January"


def test_in_two_languages_days_are_in_both_welsh_first(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=STEPS, languages=(WELSH, ENGLISH))
    session = a_session(tmp_path, plan=plan)
    session.steps.jump(TRY.id)
    session.board.toggle_curtain()
    do(session, Offer((QUESTIONS,)))
    do(session, Change(small_steps(session).steps[0].id, QUESTIONS, "Sam", by_day=DAY))
    (card,) = board(session).steps
    assert card.by.texts == ((WELSH, "erbyn 7 Rhagfyr"), (ENGLISH, "by 7 December"))
    assert card.who.first == "Sam"
    session.close()


def test_parked_steps_are_ideas_on_their_own_page_and_what_is_let_go_is_nowhere(
    session: LiveSession,
) -> None:
    questions, minute, away = offer(session)
    do(session, SetStage(away.id, Stage.PARKED), SetStage(minute.id, Stage.LET_GO))
    assert [card.text for card in board(session).steps] == [QUESTIONS]
    assert board(session).ideas == (AWAY,)
    assert session.page_count() == 2
    assert MINUTE not in repr(session.picture())
    assert MINUTE not in repr(summary(session))
    assert questions.id


def test_only_a_check_makes_a_step_agreed(session: LiveSession) -> None:
    questions, *_others = offer(session)
    with pytest.raises(NotAllowedNowError):
        do(session, SetStage(questions.id, Stage.AGREED))
    check(session, QUESTIONS)
    assert called(session, QUESTIONS).stage is Stage.AGREED
    assert called(session, MINUTE).stage is Stage.OFFERED


def test_the_board_has_the_legend_before_a_hand_is_raised(session: LiveSession) -> None:
    offer(session)
    do(session, CheckSteps((called(session, QUESTIONS).id,)))
    content = session.picture().content
    assert isinstance(content, HandsPage)
    assert content.line == QUESTIONS
    assert content.label.first == "Good enough for now, safe enough to try?"
    assert [words.first for _mark, words in content.legend] == [
        "I support it",
        "I can live with it",
        "It needs a change",
    ]
    assert session.desk().now.panel is PanelIs.AGREEMENT


def test_a_thumb_down_leaves_a_step_offered_and_counts_stay_with_nobody(
    session: LiveSession,
) -> None:
    offer(session)
    check(session, QUESTIONS, place=2)
    assert called(session, QUESTIONS).stage is Stage.OFFERED
    session.holding.leave()
    assert isinstance(session.picture().content, StepsPage)
    assert session.desk().now.panel is PanelIs.NOW


def test_next_after_the_result_leads_back_to_the_steps(session: LiveSession) -> None:
    offer(session)
    check(session, QUESTIONS)
    assert session.desk().now.panel is PanelIs.AGREEMENT
    session.steps.next()
    assert isinstance(session.picture().content, StepsPage)
    assert session.desk().now.panel is PanelIs.NOW


def test_all_steps_are_checked_together(session: LiveSession) -> None:
    offer(session)
    check(session, QUESTIONS, MINUTE)
    assert [step.stage for step in small_steps(session).steps] == [
        Stage.AGREED,
        Stage.AGREED,
        Stage.OFFERED,
    ]


def test_all_of_them_stay_as_they_were_where_not_everybody_can_live_with_them(
    session: LiveSession,
) -> None:
    offer(session)
    check(session, QUESTIONS)
    session.holding.leave()
    check(session, QUESTIONS, MINUTE, place=2)
    assert called(session, QUESTIONS).stage is Stage.AGREED, "the room says which needs a change"


def test_the_consent_check_after_the_step_is_about_its_offers(session: LiveSession) -> None:
    offer(session)
    session.steps.jump(CHECK.id)
    checking = session.workshop.agreement.checking
    assert isinstance(checking, Checking)
    assert checking.own == tuple(step.id for step in small_steps(session).steps)


def test_other_words_need_another_check(session: LiveSession) -> None:
    offer(session)
    check(session, QUESTIONS)
    session.holding.leave()
    step = called(session, QUESTIONS)
    do(session, Change(step.id, QUESTIONS, "Tom"))
    assert called(session, QUESTIONS).stage is Stage.AGREED, "a name changes nothing"
    do(session, Change(step.id, "Send two questions out", "Tom"))
    assert called(session, "Send two questions out").stage is Stage.OFFERED


def test_a_step_that_is_being_checked_does_not_change(session: LiveSession) -> None:
    offer(session)
    step = called(session, QUESTIONS)
    do(session, CheckSteps((step.id,)))
    for act in (Change(step.id, "Other"), SetStage(step.id, Stage.PARKED)):
        with pytest.raises(NotAllowedNowError):
            do(session, act)


def test_steps_move_among_those_of_the_board(session: LiveSession) -> None:
    questions, minute, away = offer(session)
    do(session, SetStage(minute.id, Stage.PARKED), Move(away.id, -1))
    assert [card.text for card in board(session).steps] == [AWAY, QUESTIONS]
    do(session, Move(away.id, -1))
    assert [card.text for card in board(session).steps] == [AWAY, QUESTIONS]
    do(session, Move(away.id, 1))
    assert texts(session) == [QUESTIONS, MINUTE, AWAY]
    assert questions.id


def test_moves_are_undone_one_after_another_over_a_restart_too(
    tmp_path: Path, session: LiveSession
) -> None:
    _questions, minute, away = offer(session)
    do(session, SetStage(minute.id, Stage.LET_GO), Move(away.id, -1))
    session.close()
    again = reopened(tmp_path, FakeClock())
    do(again, Undo(), Undo())
    assert texts(again) == [QUESTIONS, MINUTE, AWAY]
    assert called(again, MINUTE).stage is Stage.OFFERED
    with pytest.raises(NotAllowedNowError):
        do(again, Undo())
    again.close()


def test_nothing_brings_back_an_agreement_to_other_words(session: LiveSession) -> None:
    offer(session)
    check(session, QUESTIONS)
    session.holding.leave()
    step = called(session, QUESTIONS)
    do(session, SetStage(step.id, Stage.PARKED), Change(step.id, "Other words"))
    with pytest.raises(NotAllowedNowError):
        do(session, Undo())


def test_the_record_has_agreed_steps_with_who_and_when_then_the_others(
    session: LiveSession,
) -> None:
    questions, minute, away = offer(session)
    do(
        session,
        Change(questions.id, QUESTIONS, "Tom and Priya", by_day=DAY),
        LookAgain(AGAIN),
        SetStage(away.id, Stage.PARKED),
    )
    check(session, QUESTIONS)
    record = summary(session)
    assert record.next_steps == (
        f"{QUESTIONS}\nby 7 December 2026\nLooked after by: Tom and Priya",
    )
    (step,) = record.steps
    assert [(block.heading.first, block.lines) for block in step.blocks] == [
        ("Offered, and not agreed yet", (MINUTE,)),
        ("Ideas for later", (AWAY,)),
        ("When we look at them again", ("14 January 2027",)),
    ]
    assert minute.id


def test_without_a_check_all_offers_are_next_steps(session: LiveSession) -> None:
    offer(session)
    assert summary(session).next_steps == (QUESTIONS, MINUTE, AWAY)


def test_one_voice_takes_a_step_out_of_the_record_and_its_name_goes_with_it(
    session: LiveSession,
) -> None:
    questions, *_others = offer(session)
    do(session, Change(questions.id, QUESTIONS, "Tom"))
    session.steps.jump(CHOICE.id)
    first, second, *_rest = rows(session)
    assert (first.text, second.text) == (QUESTIONS, "Looked after by: Tom")
    session.choice.leave_out(first)
    assert not rows(session)[1].in_record
    assert summary(session).next_steps == (MINUTE, AWAY)


def test_a_name_is_taken_out_alone(session: LiveSession) -> None:
    questions, *_others = offer(session)
    do(session, Change(questions.id, QUESTIONS, "Tom"))
    session.steps.jump(CHOICE.id)
    name = rows(session)[1]
    session.choice.leave_out(name)
    assert summary(session).next_steps == (QUESTIONS, MINUTE, AWAY)
    session.choice.take_out(name)
    assert called(session, QUESTIONS).who == ""
    assert not session.workshop.left_out


def test_what_was_left_out_stays_left_out_when_another_step_is_taken_out(
    session: LiveSession,
) -> None:
    _questions, minute, _away = offer(session)
    session.choice.leave_out(row_of(session, MINUTE))
    do(session, SetStage(minute.id, Stage.LET_GO))
    session.choice.take_out(row_of(session, QUESTIONS))
    do(session, SetStage(minute.id, Stage.OFFERED))
    assert summary(session).next_steps == (AWAY,)


def test_a_step_that_is_taken_out_takes_its_words_out_of_what_was_left_out(
    session: LiveSession,
) -> None:
    questions, *_others = offer(session)
    do(session, Change(questions.id, QUESTIONS, "Tom"))
    session.steps.jump(CHOICE.id)
    first, name, *_rest = rows(session)
    for row in (first, name):
        session.choice.leave_out(row)
    session.choice.take_out(first)
    assert not session.workshop.left_out


def test_a_step_that_is_taken_out_takes_its_check_and_its_moves_along(
    session: LiveSession,
) -> None:
    questions, minute, _away = offer(session)
    do(session, Move(minute.id, -1), CheckSteps((questions.id,)), TakeOut(questions.id))
    assert session.workshop.agreement.checking is None
    assert isinstance(session.picture().content, StepsPage)
    assert questions.id not in repr(session.workshop)
    do(session, Undo())
    assert texts(session) == [MINUTE, AWAY]


def test_the_step_that_was_typed_is_on_the_page_of_the_board(session: LiveSession) -> None:
    do(session, Offer(tuple(f"Step number {n} of this long evening" for n in range(12))))
    assert session.picture().page == session.page_count() - 1


def test_a_file_of_an_older_version_has_said_lines_which_are_steps_now(tmp_path: Path) -> None:
    old = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    lines = (
        SaidLine(LineId("first"), TRY.id, QUESTIONS),
        SaidLine(LineId("second"), TRY.id, MINUTE, in_record=False),
    )
    workshop = replace(old.workshop, said=lines)
    old.close()
    (tmp_path / "w.workshop").unlink()
    create_workshop(tmp_path / "w.workshop", workshop).close()
    session = reopened(tmp_path, FakeClock())
    session.steps.jump(TRY.id)
    session.board.toggle_curtain()
    assert summary(session).next_steps == (QUESTIONS,)
    assert [card.text for card in board(session).steps] == [QUESTIONS, MINUTE]
    do(session, Change(LineId("first"), QUESTIONS, "Tom"), Offer((AWAY,)))
    assert not session.workshop.said
    assert summary(session).next_steps == (f"{QUESTIONS}\nLooked after by: Tom", AWAY)
    session.close()


def test_where_nothing_is_typed_the_step_has_no_panel(tmp_path: Path) -> None:
    quiet = replace(TRY, reveal=Reveal.NONE)
    session = a_session(tmp_path, plan=replace(PLAN, steps=(TALK, quiet, CHOICE)))
    session.steps.jump(TRY.id)
    assert session.desk().own is None
    with pytest.raises(NotAllowedNowError):
        do(session, Offer((QUESTIONS,)))
    session.close()


def test_no_said_line_is_typed_beside_the_steps(session: LiveSession) -> None:
    assert session.desk().said is None
    with pytest.raises(NotAllowedNowError):
        session.said.add(QUESTIONS)


@pytest.mark.parametrize(
    "broken",
    [
        '"who":"Tom","everyone":true',
        '"by":"soon","by_day":"2026-12-07"',
        '"by_day":"2026-13-07"',
        '"by_day":"1200-01-01"',
        '"stage":"won"',
    ],
)
def test_a_file_that_no_room_can_have_written_is_refused(
    tmp_path: Path, session: LiveSession, broken: str
) -> None:
    do(session, Offer((QUESTIONS,)))
    session.close()
    line = '{"id":"a","text":"b",' + broken + "}"
    content = f'{{"version":1,"fields":{{"step_id":"try","steps":[{line}]}}}}'
    db = open_workshop(tmp_path / "w.workshop")
    db.execute("UPDATE step_state SET content = ?", (content,))
    db.commit()
    db.close()
    with pytest.raises(StoreDamagedError):
        read_whole(open_workshop(tmp_path / "w.workshop"))
