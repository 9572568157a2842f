"""The agreement is saved for the group's next workshop only if the room says yes."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import LineState
from facilitator.live.library.record_file import write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import AGREEING, agree, suggested
from tests.helpers.folder import left_of
from tests.helpers.programs import started
from tests.helpers.sessions import PLAN, SETUP

NINIAN = replace(SETUP, group="St Ninian Street")
TEXTS = ("One voice at a time", "It is fine to pass", "Be nice to everyone", "Perhaps a line")


def agreed(workshops: Workshops, group: str = "St Ninian Street") -> LiveSession:
    """Begin a workshop; two lines are agreed, one is dropped, one is still proposed."""
    session = workshops.begin(AGREEING, replace(SETUP, group=group))
    session.board.step()
    first, second, let_go, _proposed = suggested(session, *TEXTS)
    agree(session, first, second)
    session.agreements.steer(let_go, LineState.LET_GO)
    return session


def close(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    """Make the record, outside the data folder, and forget."""
    summary, record = workshops.begin_closing(session.workshop, folder.parent / "records")
    write_record(summary, record)
    session.close()
    workshops.finish_closing(session.workshop.id)


def test_with_a_yes_the_agreed_lines_alone_wait_for_the_group(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        session = agreed(workshops)
        session.agreements.keep_for_next(yes=True)
        close(workshops, session, data)
        again = workshops.begin(AGREEING, replace(NINIAN, group="st  ninian STREET"))
        assert again.agreements.last_time == TEXTS[:2]
        assert again.desk().agreement.last_time == 2
        again.agreements.take_up_last()
        lines = again.workshop.agreement.lines
        assert [(line.text, line.state) for line in lines] == [
            (text, LineState.SUGGESTED) for text in TEXTS[:2]
        ]
        assert again.desk().agreement.last_time == 0
        workshops_of_others = workshops.begin(AGREEING, replace(SETUP, group="Others"))
        assert workshops_of_others.agreements.last_time == ()
        for meeting in (again, workshops_of_others):
            meeting.close()
            workshops.delete(meeting.workshop.id)
    assert set(left_of(data, TEXTS)) == set(TEXTS[:2])


def test_without_a_yes_no_line_is_left_in_the_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        close(workshops, agreed(workshops), data)
        assert left_of(data, TEXTS) == {}


def test_a_later_no_forgets_an_earlier_yes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        first = agreed(workshops)
        first.agreements.keep_for_next(yes=True)
        close(workshops, first, data)
        close(workshops, agreed(workshops), data)
        assert left_of(data, TEXTS) == {}


def test_a_workshop_without_an_agreement_leaves_the_earlier_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        first = agreed(workshops)
        first.agreements.keep_for_next(yes=True)
        close(workshops, first, data)
        close(workshops, workshops.begin(PLAN, NINIAN), data)
        after = workshops.begin(PLAN, NINIAN)
        assert after.agreements.last_time == TEXTS[:2]
        after.close()


def kept_once(workshops: Workshops, data: Path) -> LiveSession:
    """Keep two lines, close, and begin the group's next workshop with them taken up."""
    first = agreed(workshops)
    first.agreements.keep_for_next(yes=True)
    close(workshops, first, data)
    again = workshops.begin(AGREEING, NINIAN)
    again.agreements.take_up_last()
    return again


@pytest.mark.parametrize("goes", ["taken out", "let go"])
def test_a_kept_line_that_went_the_next_time_is_kept_no_more(tmp_path: Path, goes: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        again = kept_once(workshops, data)
        line = again.workshop.agreement.lines[0].id
        if goes == "taken out":
            again.agreements.take_out(line)
        else:
            again.agreements.steer(line, LineState.LET_GO)
        again.close()
        again = workshops.carry_on(again.workshop.id)
        close(workshops, again, data)
        assert set(left_of(data, TEXTS)) == {TEXTS[1]}


def test_taking_up_and_undoing_it_leaves_what_was_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        again = kept_once(workshops, data)
        again.agreements.undo()
        again.agreements.undo()
        close(workshops, again, data)
        assert set(left_of(data, TEXTS)) == set(TEXTS[:2])


def test_a_group_that_is_on_the_list_no_more_has_kept_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        close(workshops, kept_once(workshops, data), data)
        entry, other = workshops.entries()
        workshops.remove(entry.id)
        assert set(left_of(data, TEXTS)) == set(TEXTS[:2])
        workshops.remove(other.id)
        assert left_of(data, TEXTS) == {}


def test_a_line_that_one_voice_left_out_is_not_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        session = agreed(workshops)
        session.agreements.keep_for_next(yes=True)
        session.choice.leave_out(session.desk().record.rows[0])
        close(workshops, session, data)
        assert set(left_of(data, TEXTS)) == {TEXTS[1]}


def test_nobody_named_a_group_so_nothing_is_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        session = agreed(workshops, group="")
        session.agreements.keep_for_next(yes=True)
        close(workshops, session, data)
        assert left_of(data, TEXTS) == {}


def test_a_crash_while_closing_changes_neither_yes_nor_no(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        session = agreed(workshops)
        session.agreements.keep_for_next(yes=True)
        workshops.begin_closing(session.workshop, tmp_path / "records")
        session.close()
    with started(data) as workshops:
        workshops.finish_interrupted()
        assert set(left_of(data, TEXTS)) == set(TEXTS[:2])
