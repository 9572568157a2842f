"""The reason of a parked line is on the console alone, unless the room puts it in the record."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import LineState, Parking
from facilitator.domain.ids import LineId
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import agreeing_session, an_agreeing_session, suggested
from tests.helpers.boards import record_page_lines, record_row
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.sessions import reopened
from tests.store.test_old_files import OLD, old_file

TODAY = date(2026, 11, 23)
WHY = "Some need one for care"
LATER = "Samantha is away"


session = pytest.fixture(agreeing_session)


def parked(session: LiveSession) -> tuple[LineId, LineId]:
    """Park two lines, each for a reason; return their ids."""
    phones, breaks = suggested(session, "No phones", "Breaks on time")
    session.agreements.park(phones, Parking(WHY))
    session.agreements.park(breaks, Parking(LATER))
    return phones, breaks


def test_a_reason_is_on_no_page_and_in_no_record_until_it_is_put_there(
    session: LiveSession,
) -> None:
    parked(session)
    assert [text for _letter, _above, text in record_page_lines(session)] == [
        "No phones",
        "Breaks on time",
    ]
    summary = session.summary(TODAY)
    assert (summary.parked, summary.reasons) == (("No phones", "Breaks on time"), ())
    row = record_row(session, WHY)
    assert (row.letter, row.in_record) == ("", False)
    assert row.step_title == "Our agreement: Why it waits"


def test_a_reason_put_in_stands_beneath_its_line_with_a_letter_of_its_own(
    session: LiveSession,
) -> None:
    parked(session)
    session.choice.include(record_row(session, WHY))
    assert record_page_lines(session) == [
        ("A", "Parked, to come back to", "No phones"),
        ("B", "Why it waits", WHY),
        ("C", "Parked, to come back to", "Breaks on time"),
    ]
    assert session.summary(TODAY).reasons == (WHY, "")
    session.choice.leave_out(record_row(session, WHY))
    assert session.summary(TODAY).reasons == ()


def test_the_reason_of_a_line_that_is_left_out_goes_with_it(session: LiveSession) -> None:
    parked(session)
    session.choice.include(record_row(session, WHY))
    session.choice.leave_out(record_row(session, "No phones"))
    assert record_page_lines(session) == [("A", "Parked, to come back to", "Breaks on time")]
    summary = session.summary(TODAY)
    assert (summary.parked, summary.reasons) == (("Breaks on time",), ())
    assert WHY not in [row.text for row in session.desk().record.rows]


def test_the_reason_of_a_line_parked_again_is_left_out_again(session: LiveSession) -> None:
    phones, _breaks = parked(session)
    session.choice.include(record_row(session, WHY))
    session.agreements.steer(phones, LineState.READY)
    assert session.summary(TODAY).reasons == ()
    session.agreements.park(phones, Parking(WHY))
    assert session.summary(TODAY).reasons == ()


def test_a_reason_put_in_is_in_after_a_crash(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    parked(session)
    session.choice.include(record_row(session, WHY))
    session.close()
    again = reopened(tmp_path, FakeClock())
    assert again.summary(TODAY).reasons == (WHY, "")
    again.close()


def test_a_reason_taken_out_leaves_no_byte_in_the_file_and_its_line_waits(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    _phones, breaks = parked(session)
    row = record_row(session, LATER)
    session.choice.take_out(row)
    assert session.workshop.agreement.line(breaks).state is LineState.PARKED
    assert not session.desk().agreement.can_undo
    (told,) = [row.parked for row in session.desk().agreement.rows if row.id == breaks]
    assert told == "We come back to it before we close."
    for act in (session.choice.take_out, session.choice.include):
        with pytest.raises(NotAllowedNowError, match="not there any more"):
            act(row)
    session.close()
    for path in tmp_path.iterdir():
        assert b"Samantha" not in path.read_bytes()
    again = reopened(tmp_path, FakeClock())
    assert again.workshop.agreement.line(breaks).parking == Parking("")
    again.close()


def test_a_reason_from_before_it_could_go_in_stays_out(tmp_path: Path) -> None:
    for name in sorted(path.name for path in OLD.glob("workshop-*.sql")):
        path = old_file(name, tmp_path / f"{name}.workshop")
        with closing(open_workshop(path)) as db:
            (line,) = read_whole(db).agreement.parked
        assert line.parking is not None
        assert not line.parking.in_record
