"""The agreement's lines where the room decides about the record, also after a restart."""

from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import LineState, Parking
from facilitator.domain.ids import LineId
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import agree, agreeing_session, an_agreeing_session, suggested
from tests.helpers.boards import record_page_lines, record_row
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import reopened

TODAY = date(2026, 11, 23)


session = pytest.fixture(agreeing_session)


def agreed_again(session: LiveSession) -> LineId:
    """Agree a line, propose another wording, agree a third; return the line's id."""
    line, other, waits = suggested(session, "One voice", "Pass", "No phones")
    agree(session, line, other)
    session.agreements.word(line, "One voice, no cutting in")
    session.agreements.word(line, "One voice at a time")
    agree(session, line)
    session.agreements.park(waits, Parking("Some need one"))
    return line


def test_what_waits_and_earlier_wordings_stand_last_under_their_names(
    session: LiveSession,
) -> None:
    agreed_again(session)
    assert record_page_lines(session) == [
        ("A", "Our agreement", "One voice at a time"),
        ("B", "", "Pass"),
        ("C", "Parked, to come back to", "No phones"),
        ("D", "Agreed before, in other words", "One voice"),
    ]


def test_the_console_letters_the_lines_as_the_board_does(session: LiveSession) -> None:
    agreed_again(session)
    lettered = [(letter, text) for letter, _above, text in record_page_lines(session)]
    rows = session.desk().record.rows
    assert [(row.letter, row.text) for row in rows if row.in_record] == lettered
    title = record_row(session, "One voice").step_title
    assert title == "Our agreement: Agreed before, in other words"


def test_one_voice_leaves_an_earlier_wording_out_and_takes_it_out(session: LiveSession) -> None:
    agreed_again(session)
    earlier = record_row(session, "One voice")
    session.choice.leave_out(earlier)
    assert session.summary(TODAY).earlier == ()
    assert session.summary(TODAY).agreement == ("One voice at a time", "Pass")
    session.choice.include(earlier)
    assert session.summary(TODAY).earlier == (("One voice",), ())
    session.choice.take_out(earlier)
    assert session.summary(TODAY).earlier == ()
    assert session.summary(TODAY).agreement == ("One voice at a time", "Pass")
    for act in (session.choice.take_out, session.choice.leave_out):
        with pytest.raises(NotAllowedNowError, match="not there any more"):
            act(earlier)


def test_a_wording_taken_out_leaves_the_letters_of_the_others(session: LiveSession) -> None:
    line, other = suggested(session, "It names Bob", "Another")
    agree(session, line, other)
    for text in ("Softer", "Only proposed", "Softer still", "Now"):
        session.agreements.word(line, text)
        if text != "Only proposed":
            agree(session, line)
    session.board.record()
    before = {row.text: row.letter for row in session.desk().record.rows}
    named, softer = record_row(session, "It names Bob"), record_row(session, "Softer")
    session.choice.take_out(named)
    session.agreements.take_out(other)
    after = {row.text: row.letter for row in session.desk().record.rows}
    assert after.items() <= before.items()
    assert set(before) - set(after) == {"It names Bob", "Another"}
    with pytest.raises(NotAllowedNowError, match="not there any more"):
        session.choice.leave_out(named)
    session.choice.leave_out(softer)  # as it was chosen before the others went
    assert session.summary(TODAY).earlier == (("Softer still",),)


def test_a_dropped_line_never_comes_back_in_the_record(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "Nobody shouts like Bob")
    agree(session, line)
    session.agreements.steer(line, LineState.LET_GO)
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.agreements.steer(line, LineState.SUGGESTED)
    again.agreements.word(line, "We speak softly")
    agree(again, line)
    assert again.summary(TODAY).agreement == ("We speak softly",)
    assert again.summary(TODAY).earlier == ()
    assert [text for _letter, _above, text in record_page_lines(again)] == ["We speak softly"]
    again.close()


def test_letting_go_can_be_undone_after_the_program_was_closed(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    line = agreed_again(session)
    session.agreements.steer(line, LineState.LET_GO)
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.agreements.undo()
    assert again.summary(TODAY).earlier == (("One voice",), ())
    again.close()


def test_an_earlier_wording_taken_out_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "Nothing to Samantha")
    agree(session, line)
    session.agreements.word(line, "Names stay here")
    agree(session, line)
    session.choice.take_out(record_row(session, "Nothing to Samantha"))
    session.close()
    for path in tmp_path.iterdir():
        assert b"Samantha" not in path.read_bytes()


def test_the_earlier_wordings_of_a_line_that_is_left_out_are_not_hinted_at(
    session: LiveSession,
) -> None:
    agreed_again(session)
    session.choice.leave_out(record_row(session, "One voice at a time"))
    assert session.summary(TODAY).earlier == ()
    assert "One voice" not in [text for _letter, _above, text in record_page_lines(session)]


def test_a_wording_left_out_is_left_out_after_a_crash(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    agreed_again(session)
    session.choice.leave_out(record_row(session, "One voice"))
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert not record_row(again, "One voice").in_record
    again.close()


def test_moves_can_be_undone_after_the_program_was_closed(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    line, other = suggested(session, "One voice", "Pass")
    agree(session, line)
    session.agreements.steer(other, LineState.LET_GO)
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.desk().agreement.can_undo
    again.agreements.undo()
    assert again.workshop.agreement.line(other).state is LineState.SUGGESTED
    again.agreements.undo()
    assert again.workshop.agreement.line(line).state is LineState.SUGGESTED
    again.agreements.redo()
    assert again.workshop.agreement.line(line).state is LineState.AGREED
    again.close()


def test_what_was_undone_can_be_redone_after_the_program_was_closed(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    line, other = suggested(session, "One voice", "Pass")
    agree(session, line)
    session.agreements.steer(other, LineState.LET_GO)
    session.agreements.undo()
    session.agreements.undo()
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.desk().agreement.can_redo
    again.agreements.redo()
    assert again.workshop.agreement.line(line).state is LineState.AGREED
    again.agreements.redo()
    assert again.workshop.agreement.line(other).state is LineState.LET_GO
    again.agreements.undo()
    again.agreements.steer(other, LineState.CLARIFYING)
    assert not again.desk().agreement.can_redo
    again.close()


def test_taking_up_again_is_undone_after_the_program_was_closed(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    line = agreed_again(session)
    session.agreements.park(line, Parking("It waits"))
    session.agreements.steer(line, LineState.SUGGESTED)
    session.close()
    again = reopened(tmp_path, FakeClock())
    again.agreements.undo()
    assert again.workshop.agreement.line(line).parking == Parking("It waits")
    again.agreements.undo()
    assert again.workshop.agreement.line(line).state is LineState.AGREED
    assert again.workshop.agreement.line(line).text == "One voice at a time"
    again.close()


def test_what_would_need_a_wording_that_is_gone_is_not_undone_but_reached_by_hand(
    tmp_path: Path,
) -> None:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "a slip")
    session.agreements.word(line, "One voice")
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert not again.desk().agreement.can_undo
    again.agreements.word(line, "a slip")
    assert again.workshop.agreement.line(line).text == "a slip"
    again.close()


STATES = (
    LineState.SUGGESTED,
    LineState.CLARIFYING,
    LineState.READY,
    LineState.NEEDS_CHANGE,
    LineState.LET_GO,
    LineState.PARKED,
    LineState.AGREED,
)


def bring(session: LiveSession, line: LineId, state: LineState) -> None:
    """Bring a line to a state by the acts that the console has for it."""
    if state is LineState.PARKED:
        session.agreements.park(line, Parking("It waits"))
    elif state is LineState.AGREED:
        session.agreements.steer(line, LineState.READY)
        agree(session, line)
    else:
        session.agreements.steer(line, state)


@pytest.mark.parametrize("last", STATES)
def test_from_every_state_every_other_is_reached_by_an_act_after_a_restart(
    tmp_path: Path, last: LineState
) -> None:
    session = an_agreeing_session(tmp_path)
    (line,) = suggested(session, "One voice")
    bring(session, line, last)
    session.close()
    for state in STATES:
        again = reopened(tmp_path, FakeClock())
        bring(again, line, state)
        assert again.workshop.agreement.line(line).state is state
        bring(again, line, last)
        again.close()
