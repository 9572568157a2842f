"""The words shortly before a part is over: as usual, as the plan says, or as they are typed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import TimeLook
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.layout import lay_out
from facilitator.room.layout.sheet import RingItem
from tests.helpers.boards import step_page
from tests.helpers.clock import FakeClock
from tests.helpers.plans import a_bilingual_plan
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import PLAN, SAID, TALK, a_session, reopened

USUAL = "Start to bring this to a close."
OWN = Words.of("Find your last sentence.")
IN_THIS = Words.of("One more card, then look up.")


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> LiveSession:
    session = a_session(tmp_path, clock=clock)
    session.board.toggle_curtain()
    session.steps.jump(SAID.id)
    return session


def come_to_the_cue(session: LiveSession, clock: FakeClock) -> str:
    """Let the present round run to its cue; return what the board says there."""
    session.time.start()
    clock.advance(seconds=session.workshop.agenda.now.round.left(clock.moment()).seconds - 15)
    session.tick()
    assert session.desk().now.cue == step_page(session).foot.in_(ENGLISH), "said as it is shown"
    return step_page(session).foot.first


def test_usually_it_is_the_usual_sentence(session: LiveSession, clock: FakeClock) -> None:
    assert come_to_the_cue(session, clock) == USUAL


def test_the_plan_has_its_own_words_and_a_step_of_it_others(
    tmp_path: Path, clock: FakeClock
) -> None:
    steps = (TALK, replace(SAID, cue=IN_THIS), *PLAN.steps[2:])
    session = a_session(tmp_path, plan=replace(PLAN, cue=OWN, steps=steps), clock=clock)
    session.board.toggle_curtain()
    assert come_to_the_cue(session, clock) == OWN.first
    session.steps.jump(SAID.id)
    assert come_to_the_cue(session, clock) == IN_THIS.first
    session.close()


def test_typed_words_are_said_in_all_steps_and_kept(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.board.say_at_cue_here("Only here")
    session.board.say_at_cue("  Find your   last sentence. ")
    assert session.desk().board.cue == OWN
    board = session.workshop.board
    assert (board.cue, board.cue_of) == (OWN, ())
    assert come_to_the_cue(session, clock) == OWN.first
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop.board == board
    again.close()


def test_words_for_one_step_are_said_there_alone_and_kept(
    session: LiveSession, tmp_path: Path, clock: FakeClock
) -> None:
    session.board.say_at_cue_here(IN_THIS.first)
    assert come_to_the_cue(session, clock) == IN_THIS.first
    session.close()
    again = reopened(tmp_path, clock)
    assert again.workshop.board.cue_of == ((SAID.id, IN_THIS),)
    again.steps.jump(TALK.id)
    assert come_to_the_cue(again, clock) == USUAL
    again.close()


def test_words_that_nobody_sees_are_the_usual_ones(session: LiveSession) -> None:
    session.board.say_at_cue("\u200b \u200b")
    assert session.desk().board.cue == Words.of(USUAL)


def test_empty_or_usual_words_are_the_usual_ones_again(session: LiveSession) -> None:
    for texts in (("",), (USUAL,)):
        session.board.say_at_cue(OWN.first)
        session.board.say_at_cue(*texts)
        assert session.workshop.board.cue == Words()
        session.board.say_at_cue_here(OWN.first)
        session.board.say_at_cue_here(*texts)
        assert session.workshop.board.cue_of == ()


def test_a_step_can_have_the_usual_words_where_the_others_have_not(session: LiveSession) -> None:
    session.board.say_at_cue(OWN.first)
    session.board.say_at_cue_here("")
    assert session.desk().board.cue == Words.of(USUAL)
    session.steps.jump(TALK.id)
    assert session.desk().board.cue == OWN


def test_words_that_no_board_can_hold_are_refused(session: LiveSession) -> None:
    before = session.workshop
    with pytest.raises(NotAllowedNowError, match="at most 80"):
        session.board.say_at_cue("x" * 81)
    assert session.workshop == before


@pytest.mark.parametrize("stray", ["\x07", "\u202e"])
def test_controls_in_these_words_go(stray: str, session: LiveSession) -> None:
    session.board.say_at_cue(f"To a{stray}n end")
    assert session.desk().board.cue == Words.of("To an end")


def test_in_two_languages_they_are_needed_in_both(tmp_path: Path, clock: FakeClock) -> None:
    session = a_session(tmp_path, plan=a_bilingual_plan(), clock=clock)
    session.board.toggle_curtain()
    with pytest.raises(NotAllowedNowError, match="in both"):
        session.board.say_at_cue("", "Find your last sentence.")
    session.board.say_at_cue_here("Brawddeg olaf.", "Find your last sentence.")
    session.steps.next()
    come_to_the_cue_of_a_part(session, clock)
    foot = step_page(session).foot
    assert foot.texts == ((WELSH, "Brawddeg olaf."), (ENGLISH, "Find your last sentence."))
    assert session.desk().now.cue == "Find your last sentence."
    session.close()


def come_to_the_cue_of_a_part(session: LiveSession, clock: FakeClock) -> None:
    clock.advance(minutes=4)
    session.tick()


def test_the_room_of_long_words_is_kept_before_they_come(
    session: LiveSession, clock: FakeClock
) -> None:
    session.board.say_at_cue(
        "Start to bring this to a close, and find the words that you take home."
    )
    rings = set()
    session.time.start()
    for _look in range(8):
        picture = session.picture()
        sheets = lay_out(picture.content, picture.languages, picture.spec, FixedRuler())
        rings |= {i.area for sheet in sheets for i in sheet.items if isinstance(i, RingItem)}
        clock.advance(minutes=1)
    assert len(rings) == 1, "the ring stays where it is"


def test_the_plan_says_how_time_is_shown_in_all_steps_and_in_one(
    tmp_path: Path, clock: FakeClock
) -> None:
    steps = (TALK, replace(SAID, time_shown=TimeLook.NOTHING), *PLAN.steps[2:])
    plan = replace(PLAN, time_shown=TimeLook.WORDS, steps=steps)
    session = a_session(tmp_path, plan=plan, clock=clock)
    session.board.toggle_curtain()
    time = step_page(session).time
    assert time is not None
    assert time.look is TimeLook.WORDS
    session.steps.jump(SAID.id)
    assert step_page(session).time is None
    session.steps.add("Added", timedelta(minutes=5))
    session.steps.jump(StepId(session.workshop.agenda.ahead[0].step.id))
    time = step_page(session).time
    assert time is not None
    assert time.look is TimeLook.WORDS
    session.close()
