"""A consent step starts its check of the lines from the step before, and ends it, by itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.agreement.line import LineState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import StepPage
from tests.helpers.agreements import AGREEMENT, BREAK, FIST, agree, suggested
from tests.helpers.boards import hands_page
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, PLAN, SAID, SETUP, TALK, a_session, reopened

CONSENT = replace(
    TALK,
    id=StepId("consent"),
    kind=StepKind.CONSENT_CHECK,
    title=Words.of("Good enough, safe enough?"),
    question=Words.of("Can you live with trying this for a month?"),
    segments=(),
    scale=(
        Words.of("Down: I need a change first"),
        Words.of("Sideways: I can live with it"),
        Words.of("Up: I am happy to try it"),
    ),
)
LATER = replace(CONSENT, id=StepId("later"))
STEPS = (AGREEMENT, BREAK, CONSENT, TALK, SAID, LATER, CHOICE)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.board.toggle_curtain()
    yield session
    session.close()


def test_all_that_is_proposed_is_on_the_board_with_the_steps_own_scale(
    session: LiveSession,
) -> None:
    suggested(session, "One voice", "Pass")
    session.steps.jump(CONSENT.id)
    page = hands_page(session)
    assert [line.text for line in page.lines] == ["One voice", "Pass"]
    assert page.label.first == "Can you live with trying this for a month?"
    assert [mark.first for mark, _words in page.legend] == ["Up", "Sideways", "Down"]
    assert page.text.first == "Agreed for now when nobody is under Sideways."
    assert session.workshop.agreement.checking is not None


def test_next_shows_beforehand_what_the_step_will_show(session: LiveSession) -> None:
    suggested(session, "One voice")
    session.steps.jump(BREAK.id)
    ahead = session.desk().board.next
    session.steps.jump(CONSENT.id)
    assert ahead is not None
    assert ahead.content == session.picture().content
    assert hands_page(session).line == "One voice"


def test_eleven_up_and_one_down_are_not_yet_and_the_lines_wait(session: LiveSession) -> None:
    first, second = suggested(session, "One voice", "Pass")
    session.steps.jump(CONSENT.id)
    session.holding.count(0, 11)
    session.holding.count(2)
    session.holding.close()
    assert hands_page(session).label.first == "Not yet"
    assert not hands_page(session).text
    states = {session.workshop.agreement.line(line_id).state for line_id in (first, second)}
    assert states == {LineState.READY}
    session.holding.leave()
    assert session.workshop.board.showing is Showing.STEP
    assert isinstance(session.picture().content, StepPage)


def test_what_was_said_last_is_asked_about_where_the_step_before_took_lines(
    session: LiveSession,
) -> None:
    agree(session, *suggested(session, "One voice"))
    session.steps.jump(SAID.id)
    session.said.add("A walk each Tuesday")
    session.said.add("A box for questions")
    session.steps.jump(LATER.id)
    assert hands_page(session).line == "A box for questions"
    session.holding.count(0, 12)
    done = session.workshop.agreement.done
    session.holding.close()
    assert hands_page(session).label.first == "Agreed for now"
    assert hands_page(session).foot.first == "For now. We look at it again."
    assert session.workshop.agreement.done == done


def test_another_of_the_lines_said_can_be_asked_about_while_nobody_has_shown_a_hand(
    session: LiveSession,
) -> None:
    session.steps.jump(SAID.id)
    for text in ("A walk each Tuesday", "A box for questions", "Tea first"):
        session.said.add(text)
    session.steps.jump(LATER.id)
    seen = []
    for _time in range(4):
        seen.append(hands_page(session).line)
        session.holding.of_other_line()
    assert seen == ["Tea first", "A box for questions", "A walk each Tuesday", "Tea first"]
    session.holding.count(0)
    with pytest.raises(NotAllowedNowError):
        session.holding.of_other_line()


def test_there_is_no_other_line_in_a_check_of_the_agreement(session: LiveSession) -> None:
    suggested(session, "One voice", "Pass")
    session.steps.jump(CONSENT.id)
    with pytest.raises(NotAllowedNowError):
        session.holding.of_other_line()
    check = session.desk().agreement.check
    assert check is not None
    assert not check.others


def test_where_nothing_was_made_the_question_is_what_is_asked(session: LiveSession) -> None:
    session.steps.jump(LATER.id)
    page = hands_page(session)
    assert (page.line, page.lines, page.whole.first) == ("", (), "")
    assert page.legend
    session.holding.count(0, 12)
    session.holding.close()
    assert hands_page(session).label.first == "Agreed for now"


def test_what_is_agreed_already_is_asked_about_again(session: LiveSession) -> None:
    agree(session, *suggested(session, "One voice"))
    session.steps.jump(CONSENT.id)
    assert hands_page(session).line == "One voice"


def test_going_on_leaves_no_check_open_that_nobody_answered(session: LiveSession) -> None:
    suggested(session, "One voice")
    session.steps.jump(CONSENT.id)
    session.steps.jump(TALK.id)
    assert session.workshop.agreement.checking is None
    assert session.desk().agreement.check is None


def test_a_check_that_is_being_answered_stays_when_the_step_is_left(
    session: LiveSession,
) -> None:
    suggested(session, "One voice")
    session.steps.jump(CONSENT.id)
    session.holding.again(HandsWay.CORNER)
    session.holding.hand_in(0)
    before = session.workshop.agreement.checking
    session.steps.jump(LATER.id)
    assert session.workshop.agreement.checking == before
    assert session.corner() is not None


def test_nothing_on_the_console_tells_whether_anybody_was_at_the_corner(
    session: LiveSession,
) -> None:
    (line,) = suggested(session, "One voice")
    session.steps.jump(BREAK.id)
    session.holding.begin((line,), FIST, HandsWay.CORNER)
    before = session.desk()
    session.holding.hand_in(0)
    assert session.desk() == before
    assert before.board.next is not None


def test_it_begins_again_when_asked_and_nowhere_else(session: LiveSession) -> None:
    suggested(session, "One voice")
    with pytest.raises(NotAllowedNowError):
        session.holding.begin_of_step()
    session.steps.jump(CONSENT.id)
    session.holding.leave()
    assert session.desk().agreement.of_step
    session.holding.begin_of_step()
    assert hands_page(session).line == "One voice"
    assert not session.desk().agreement.of_step


def test_heads_go_down_by_themselves_where_somebody_is_in_charge(tmp_path: Path) -> None:
    setup = replace(SETUP, in_charge=True)
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS), setup=setup)
    session.board.toggle_curtain()
    session.steps.jump(CONSENT.id)
    assert hands_page(session).foot.first.startswith("Heads down")
    session.close()


def test_a_check_of_something_said_is_held_after_a_crash(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=replace(PLAN, steps=STEPS))
    session.board.toggle_curtain()
    session.steps.jump(SAID.id)
    session.said.add("A box for questions")
    session.steps.jump(LATER.id)
    session.holding.count(0, 3)
    before = session.workshop.agreement.checking
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.workshop.agreement.checking == before
    assert hands_page(again).line == "A box for questions"
    again.close()


def test_a_line_that_one_voice_took_out_is_asked_about_no_more(session: LiveSession) -> None:
    session.steps.jump(SAID.id)
    session.said.add("Ask Sam every week")
    session.steps.jump(LATER.id)
    (line,) = session.workshop.said
    session.said.remove(line.id)
    assert "Sam" not in repr(session.picture())
    assert session.desk().agreement.check is None


def test_the_usual_check_is_consent_where_the_plan_has_no_scale(tmp_path: Path) -> None:
    plain = replace(CONSENT, scale=())
    session = a_session(tmp_path, plan=replace(PLAN, steps=(AGREEMENT, plain, CHOICE)))
    session.board.toggle_curtain()
    session.steps.jump(plain.id)
    marks = [mark.first for mark, _words in hands_page(session).legend]
    assert marks == ["No objection", "Objection"]
    assert session.workshop.agreement.checking is not None
    assert session.workshop.agreement.checking.tally.check == CheckId("step consent")
    session.close()
