"""The agreement in a running workshop: board, console, file and record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import Check, HandsWay
from facilitator.domain.agreement.line import LineState, Parking, When
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.workshop import Showing
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.session.session import LiveSession
from facilitator.record.as_json import json_of
from facilitator.room.checks import checks
from facilitator.room.pages.picture import ListPage, NotesPage, StepPage
from tests.helpers.agreements import (
    AGREE,
    FIST,
    THUMBS,
    agree,
    agreeing_session,
    an_agreeing_session,
    open_five_lines,
    suggested,
)
from tests.helpers.boards import hands_page
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import SETUP, reopened

TODAY = date(2026, 11, 23)


session = pytest.fixture(agreeing_session)


def on_board(session: LiveSession) -> ListPage:
    content = session.picture().content
    assert isinstance(content, ListPage)
    return content


def texts_of(page: ListPage) -> list[str]:
    return [note.text for note in (*page.lines, *page.proposed)]


def test_a_line_comes_to_the_board_as_it_was_typed(session: LiveSession) -> None:
    suggested(session, "no JARGON ,please")
    assert [note.text for note in on_board(session).proposed] == ["no JARGON ,please"]


def test_the_board_turns_to_the_page_of_the_line_that_is_worked_on(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, low_vision=True))
    lines = suggested(
        session, *(f"{place}, " + ("as it was said, " * 3).strip() for place in range(9))
    )
    pages = session.page_count()
    assert pages > 2
    assert session.picture().page == pages - 1
    session.agreements.word(lines[0], "In other words")
    assert session.picture().page == 0
    session.agreements.word(lines[-1], "In other words, and more of them")
    assert session.picture().page == session.page_count() - 1
    session.agreements.join(lines[-2:], "Joined wording")
    assert session.picture().page == session.page_count() - 1
    session.steps.jump(StepId("talk"))
    session.agreements.word(lines[-3], "Not on the board")
    assert session.picture().page == 0
    session.close()


def test_agreed_lines_have_ticks_and_proposed_ones_do_not(session: LiveSession) -> None:
    first, _second = suggested(session, "One voice", "Pass")
    agree(session, first)
    page = on_board(session)
    assert [note.text for note in page.lines] == ["One voice"]
    assert [note.text for note in page.proposed] == ["Pass"]


def test_parked_lines_and_dropped_lines_are_on_the_console_alone(session: LiveSession) -> None:
    first, second, _third = suggested(session, "No phones", "Be nice", "Pass")
    session.agreements.park(first, Parking("Some need one", When.NEXT_TIME))
    session.agreements.steer(second, LineState.LET_GO)
    assert texts_of(on_board(session)) == ["Pass"]
    session.board.agreement()
    assert texts_of(on_board(session)) == ["Pass"]
    rows = {row.text: row for row in session.desk().agreement.rows}
    assert rows["No phones"].parked == "We come back to it next time. Why it waits: Some need one"
    assert rows["Be nice"].state is LineState.LET_GO


def test_the_whole_legend_is_on_the_board_before_any_hand(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    page = hands_page(session)
    assert [mark.first for mark, _words in page.legend] == ["5", "4", "3", "2", "1", "0"]
    assert page.line == "One voice"
    assert page.text.first == "Agreed for now when nobody is under 3."


@pytest.mark.parametrize("hidden", ["toggle_curtain", "agreement"])
def test_no_hand_is_counted_while_the_room_cannot_see_the_legend(
    session: LiveSession, hidden: str
) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    getattr(session.board, hidden)()
    with pytest.raises(NotAllowedNowError):
        session.holding.count(0)
    getattr(session.board, hidden)()
    session.holding.count(0)
    assert session.desk().agreement.check is not None


def test_eleven_fives_and_a_one_are_not_yet_and_no_mean_is_anywhere(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    session.holding.count(0, 11)
    session.holding.count(4)
    session.holding.close()
    page = hands_page(session)
    assert page.label.first == "Not yet"
    assert not page.text
    assert "change for you" in page.foot.first
    assert not page.legend
    everything = f"{page}{session.desk().agreement}"
    assert "4.6" not in everything
    assert "4.7" not in everything
    assert session.workshop.agreement.line(line).state is LineState.NEEDS_CHANGE


@pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))
@pytest.mark.parametrize("way", list(HandsWay))
@pytest.mark.parametrize("agreed", [True, False])
def test_board_say_and_record_tell_whether_a_check_passes_and_nothing_of_who_was_lowest(
    tmp_path: Path, check: Check, way: HandsWay, *, agreed: bool
) -> None:
    """Whatever hands lead to one outcome, room and file get the same."""
    last = len(check.positions) - 1
    lowest = {check.needs, 0} if agreed else {check.needs + 1, last}
    told = set()
    hands_shown = [(high, low) for low in lowest for high in (0, low)]
    for place, (high, low) in enumerate(hands_shown):
        folder = tmp_path / str(place)
        folder.mkdir()
        session = an_agreeing_session(folder)
        (line,) = suggested(session, "One voice")
        session.holding.begin((line,), check.id, way)
        while session.picture().page < session.page_count() - 1:
            session.steps.next()
        show = session.holding.hand_in if way is HandsWay.CORNER else session.holding.count
        for position in (*[high] * 7, low):
            show(position)
        session.holding.close()
        page, desk = hands_page(session), session.desk()
        assert page.label.first == ("Agreed for now" if agreed else "Not yet")
        record = json_of(session.summary(TODAY))
        told.add((page, desk.now.say, desk.now.cue, record))
        session.close()
    assert len(told) == 1


def test_the_board_of_a_result_holds_no_count(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS)
    session.holding.count(0, 9)
    session.holding.count(2, 2)
    session.holding.close()
    page = hands_page(session)
    assert "9" not in f"{page.label}{page.text}{page.foot}"


def test_more_hands_than_people_are_a_slip_of_the_finger(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS)
    session.holding.count(0, 12)
    with pytest.raises(NotAllowedNowError):
        session.holding.count_none()


def test_heads_go_down_where_somebody_is_in_charge(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, in_charge=True))
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), THUMBS)
    assert hands_page(session).foot.first.startswith("Heads down")
    session.close()


def test_a_check_without_names_needs_five_people_and_five_slips(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=5))
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST, HandsWay.SLIPS)
    session.holding.count(0, 4)
    with pytest.raises(FloorError):
        session.holding.close()
    session.holding.leave()
    session.setup.set_people(4)
    with pytest.raises(FloorError):
        session.holding.begin((line,), FIST, HandsWay.SLIPS)
    session.close()


def test_f7_shows_the_agreement_over_a_check_and_the_check_again(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    check = session.picture().content
    session.board.agreement()
    assert texts_of(on_board(session)) == ["One voice"]
    session.board.agreement()
    assert session.picture().content == check


def test_one_agreed_line_stands_at_the_foot_of_other_steps(session: LiveSession) -> None:
    first, second = suggested(session, "One voice", "Pass")
    agree(session, first, second)
    session.steps.jump(StepId("talk"))

    def foot() -> str:
        content = session.picture().content
        assert isinstance(content, StepPage)
        return content.pin

    assert foot() == "One voice"
    session.agreements.put_at_foot(second)
    assert foot() == "Pass"
    session.agreements.put_at_foot(None)
    assert foot() == ""


def test_late_comers_see_what_is_agreed_and_are_asked(session: LiveSession) -> None:
    first, _second = suggested(session, "One voice", "Pass")
    agree(session, first)
    session.board.late()
    page = on_board(session)
    assert texts_of(page) == ["One voice"]
    assert "need" in page.foot.first
    session.board.late()
    assert session.workshop.board.showing is Showing.STEP


def test_the_console_asks_to_look_again_after_a_break_and_before_the_close(
    session: LiveSession,
) -> None:
    agree(session, *suggested(session, "One voice"))
    prompts = {}
    for step in ("agree", "talk", "tea", "after", "choice", "slack"):
        session.steps.jump(StepId(step))
        prompts[step] = session.desk().agreement.prompt
    assert prompts["agree"] == ""
    assert prompts["after"].startswith("After the break")
    assert prompts["choice"].startswith("Before you close")
    session.agreements.answer_prompt()
    assert session.desk().agreement.prompt == ""


def test_a_prompt_never_comes_while_nothing_is_agreed(session: LiveSession) -> None:
    suggested(session, "One voice")
    session.steps.jump(StepId("after"))
    assert session.desk().agreement.prompt == ""


def test_everything_is_there_after_a_crash_but_what_was_undone(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    first, second, third = suggested(session, "One voice", "Pass", "No phones")
    agree(session, first)
    session.agreements.word(first, "One voice at a time", "A hand first")
    session.agreements.join((first, second), "One voice, or pass")
    session.agreements.park(third, Parking("Care"))
    session.agreements.suggest("a slip")
    session.agreements.undo()
    kept = session.workshop.agreement.settled()
    session.close()
    assert b"a slip" not in (tmp_path / "w.workshop").read_bytes()
    again = reopened(tmp_path, FakeClock())
    assert again.workshop.agreement == kept
    assert again.workshop.agreement.lines == kept.lines
    again.close()


def test_a_check_that_was_held_is_held_after_a_crash(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    session.holding.count(1, 3)
    check = session.workshop.agreement.checking
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.workshop.agreement.checking == check
    again.close()


def test_a_line_taken_out_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    first, second = suggested(session, "Tell Samantha nothing", "Pass")
    session.agreements.join((first, second), "Samantha and passing")
    session.agreements.separate(session.workshop.agreement.top_lines[0].id)
    session.agreements.take_out(first)
    session.close()
    for path in tmp_path.iterdir():
        assert b"Samantha" not in path.read_bytes()


def test_lines_come_in_without_names_and_are_taken_over_together(session: LiveSession) -> None:
    open_five_lines(session)
    assert isinstance(session.picture().content, NotesPage)
    before = {line.id for line in session.workshop.gathering(AGREE).contributions}
    session.agreements.take_over_all(AGREE)
    lines = session.workshop.agreement.lines
    assert {line.text for line in lines} == {
        "Quiet first",
        "Pay people",
        "Ask me",
        "Biscuits",
        "Pass",
    }
    assert all(line.unnamed for line in lines)
    assert not {str(line.id) for line in lines} & {str(line_id) for line_id in before}
    assert [line.id for line in lines] == sorted(line.id for line in lines)
    assert not session.workshop.gathering(AGREE).contributions


def test_undoing_never_loses_a_line_that_was_written(session: LiveSession) -> None:
    suggested(session, "One voice")
    open_five_lines(session)
    session.agreements.take_over_all(AGREE)
    session.agreements.undo()
    with pytest.raises(NotAllowedNowError):
        session.agreements.undo()
    assert len(session.workshop.agreement.lines) == 5


def test_nothing_is_taken_over_before_it_is_opened(session: LiveSession) -> None:
    session.agreements.gather()
    session.writing.open(AGREE, promise_said=True)
    session.writing.give_turn(Turn(("Quiet first",)))
    line = session.workshop.gathering(AGREE).contributions[0].id
    with pytest.raises(NotAllowedNowError):
        session.agreements.take_over(AGREE, line)


def test_the_record_has_the_final_wording_how_it_was_agreed_and_what_waits(
    session: LiveSession,
) -> None:
    first, second, third, _fourth = suggested(
        session, "One voice", "No phones", "Be nice", "Perhaps"
    )
    agree(session, first)
    session.agreements.park(second, Parking("Some need one"))
    session.agreements.steer(third, LineState.LET_GO)
    summary = session.summary(TODAY)
    assert summary.agreement == ("One voice",)
    assert summary.agreed_ways == (HandsWay.HANDS,)
    assert summary.parked == ("No phones",)
    assert "Be nice" not in repr(summary)
    assert "Perhaps" not in repr(summary)
    assert "Some need one" not in repr(summary)


def test_one_voice_takes_a_line_of_the_agreement_out_of_the_record(session: LiveSession) -> None:
    first, second = suggested(session, "One voice", "Pass")
    agree(session, first, second)
    row = session.desk().record.rows[0]
    assert row.text == "One voice"
    session.choice.leave_out(row)
    assert session.summary(TODAY).agreement == ("Pass",)
    session.choice.include(row)
    assert session.summary(TODAY).agreement == ("One voice", "Pass")
    session.choice.take_out(row)
    assert session.summary(TODAY).agreement == ("Pass",)
    assert not session.workshop.agreement.has(LineId(row.id))


def test_what_is_said_in_an_agreement_step_is_a_line_of_the_agreement(
    session: LiveSession,
) -> None:
    with pytest.raises(NotAllowedNowError):
        session.said.add("One voice")
    assert session.desk().said is None


def test_a_line_that_went_while_it_was_worked_on_is_refused_in_a_sentence(
    session: LiveSession,
) -> None:
    (line,) = suggested(session, "Pass")
    agree(session, line)
    row = session.desk().record.rows[0]
    session.agreements.take_out(line)
    acts: tuple[Callable[[], None], ...] = (
        lambda: session.agreements.word(line, "Passing is fine"),
        lambda: session.agreements.steer(line, LineState.READY),
        lambda: session.agreements.park(line, Parking("Later")),
        lambda: session.agreements.confirm(line),
        lambda: session.agreements.separate(line),
        lambda: session.agreements.take_out(line),
        lambda: session.agreements.put_at_foot(line),
        lambda: session.agreements.set_in_record(line, in_record=False),
        lambda: session.holding.begin((line,), THUMBS),
        lambda: session.said.correct(line, "Said otherwise"),
        lambda: session.said.remove(line),
        lambda: session.choice.include(row),
        lambda: session.choice.leave_out(row),
        lambda: session.choice.take_out(row),
    )
    for act in acts:
        with pytest.raises(NotAllowedNowError, match="not there any more"):
            act()


def test_no_hand_is_counted_before_the_last_page_of_the_check_was_seen(
    session: LiveSession,
) -> None:
    lines = suggested(session, *(f"Line {place} of what we need here" for place in range(9)))
    session.holding.begin(lines, FIST)
    assert session.page_count() > 1
    with pytest.raises(NotAllowedNowError, match="has not seen"):
        session.holding.count(0)
    while session.workshop.board.page < session.page_count() - 1:
        session.steps.next()
    session.holding.count(0)
    session.steps.back()
    session.holding.count(0)
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.counts[0] == 2


def test_the_board_turns_to_a_new_line_also_where_an_earlier_one_has_its_words(
    session: LiveSession,
) -> None:
    for place in range(12):
        session.agreements.suggest(f"Line {place} of what we need, so that we can be honest here")
    session.agreements.suggest("Line 0 of what we need, so that we can be honest here")
    assert session.page_count() > 1
    assert session.workshop.board.page == session.page_count() - 1
