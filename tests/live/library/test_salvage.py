"""What can be read of a damaged file is saved to a new one; floors hold, and nothing is shown."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.contribution import GatheringState, Turn
from facilitator.domain.ids import WorkshopId
from facilitator.domain.stage import Stage
from facilitator.errors import FloorError, NotAllowedNowError, StoreDamagedError
from facilitator.live.library.record_file import record_is_whole
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from tests.helpers import sticks
from tests.helpers.broken_files import in_bytes, put, sql, view
from tests.helpers.files import open_workshop
from tests.helpers.programs import GATHER, WRITTEN, begun, started, written
from tests.helpers.sessions import PLAN, SETUP
from tests.live.library.test_damaged_files import spoil_a_page, spoil_a_text, spoil_a_value

SAID = "We got through winter"
NO_GATHERING = sql("PRAGMA foreign_keys = OFF", "DELETE FROM gathering")
TWO_OF_A_LETTER = "UPDATE contribution SET letter = 0"
Harm = Callable[[Path], None]


def a_damaged_file(workshops: Workshops, harm: Harm) -> Path:
    """Leave a workshop whose lines were opened, and harm its file."""
    written(begun(workshops)).close()
    (entry,) = workshops.entries()
    path = workshops.list.path_of(entry)
    harm(path)
    return path


def salvaged(workshops: Workshops, path: Path) -> LiveSession:
    """Save what can be read of it, and go on with that."""
    with pytest.raises(StoreDamagedError):
        workshops.carry_on(workshops.files.take_in(path))
    return workshops.carry_on(workshops.salvage(path))


def lines_in(session: LiveSession) -> set[str]:
    """Return what people wrote."""
    return {
        line.text for gathering in session.workshop.gatherings for line in gathering.contributions
    }


@pytest.mark.parametrize("harm", [spoil_a_page, spoil_a_value, spoil_a_text])
def test_what_people_wrote_and_said_goes_on_in_a_new_file(tmp_path: Path, harm: Harm) -> None:
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, harm)
        before = path.read_bytes()
        session = salvaged(workshops, path)
        assert lines_in(session) == set(WRITTEN)
        assert [line.text for line in session.workshop.said] == [SAID]
        assert session.workshop.gathering(GATHER).state is GatheringState.OPENED
        assert session.is_saved
        assert session.workshop.board.curtain
        (entry,) = workshops.entries()
        assert workshops.list.path_of(entry) != path
        assert path.read_bytes() == before
        session.close()
        open_workshop(workshops.list.path_of(entry)).close()


def test_lines_keep_their_letters_or_all_get_others_where_two_have_the_same(
    tmp_path: Path,
) -> None:
    for name, harm in (("kept", "UPDATE setup SET people = -3"), ("two", TWO_OF_A_LETTER)):
        folder = tmp_path / name
        folder.mkdir()
        with started(folder) as workshops:
            session = salvaged(workshops, a_damaged_file(workshops, sql(harm)))
            letters = {line.letter for line in session.workshop.gathering(GATHER).ready}
            assert letters == {*range(len(WRITTEN))}
            session.close()


def test_the_damaged_file_is_forgotten_with_the_workshop(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, spoil_a_value)
        session = salvaged(workshops, path)
        sticks.close(workshops, session, tmp_path / "records")
        workshops.files.delete_leftovers()
    assert list(tmp_path.glob("*.workshop")) == []


def test_lines_whose_gathering_is_lost_are_closed_until_their_floor_is_reached(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as workshops:
        session = salvaged(workshops, a_damaged_file(workshops, NO_GATHERING))
        gathering = session.workshop.gathering(GATHER)
        assert gathering.state is GatheringState.CLOSED
        assert (gathering.turns, gathering.was_opened) == (len(WRITTEN), False)
        session.writing.open_together(GATHER)
        assert lines_in(session) == set(WRITTEN)
        session.close()


def test_two_lines_whose_gathering_is_lost_are_never_opened(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        session.writing.open(GATHER, promise_said=True)
        for text in ("Kestrel", "Heron"):
            session.writing.give_turn(Turn((text,)))
        session.close()
        (entry,) = workshops.entries()
        NO_GATHERING(workshops.list.path_of(entry))
        session = salvaged(workshops, workshops.list.path_of(entry))
        view = session.desk().gathering
        assert view is not None
        assert not view.rows
        assert not view.can_open
        for warned in (False, True):
            with pytest.raises(FloorError):
                session.writing.open_together(GATHER, warned=warned)
        session.close()


@pytest.mark.parametrize("harm", [view("contribution"), sql("DROP TABLE contribution")])
def test_a_table_that_is_not_ours_is_not_read(tmp_path: Path, harm: Harm) -> None:
    with started(tmp_path) as workshops:
        session = salvaged(workshops, a_damaged_file(workshops, harm))
        assert lines_in(session) == set()
        assert [line.text for line in session.workshop.said] == [SAID]
        session.close()


def test_a_line_whose_reason_for_being_aside_is_lost_stays_aside(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, put("contribution", "set_aside", "?"))
        session = salvaged(workshops, path)
        assert lines_in(session) == set(WRITTEN)
        assert session.workshop.gathering(GATHER).ready == ()
        session.close()


def test_a_check_of_another_kind_is_left_out(tmp_path: Path) -> None:
    tally = '[[], ["3-consent", [1, 1, 1, 1, 1, 1, 1, 1, 1], 8, 0, "hands"], true]'
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, put("agreement", "checking", tally))
        session = salvaged(workshops, path)
        assert session.workshop.agreement.checking is None
        assert lines_in(session) == set(WRITTEN)
        session.close()


def test_a_damaged_copy_does_not_replace_the_file_on_the_list(tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "a.workshop"
    copy.parent.mkdir()
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, lambda _path: None)
        copy.write_bytes(path.read_bytes())
        spoil_a_value(copy)
        with pytest.raises(NotAllowedNowError, match="another file"):
            workshops.salvage(copy)
        (entry,) = workshops.entries()
        assert workshops.list.path_of(entry) == path


def test_a_damaged_file_from_elsewhere_is_salvaged_and_goes_with_its_workshop(
    tmp_path: Path,
) -> None:
    stick = tmp_path / "stick.workshop"
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    with started(tmp_path / "there") as workshops:
        a_damaged_file(workshops, spoil_a_value).rename(stick)
    with started(tmp_path / "here") as workshops:
        session = salvaged(workshops, stick)
        sticks.close(workshops, session, tmp_path / "records")
        workshops.files.delete_leftovers()
    assert not stick.exists()


def test_a_file_without_anything_to_read_is_refused(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, in_bytes(100, bytes(3996)))
        assert not workshops.files.can_be_salvaged(path)
        with pytest.raises(StoreDamagedError):
            workshops.salvage(path)
        assert workshops.entries()[0].file == path.name


def test_whose_file_it_was_is_lost_gets_a_new_name_on_the_list(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        path = a_damaged_file(workshops, put("workshop", "id", ""))
        workshops.list.remove(workshops.entries()[0].id)
        workshop_id: WorkshopId = workshops.salvage(path)
        with closing(workshops.carry_on(workshop_id)) as session:
            assert lines_in(session) == set(WRITTEN)
            assert session.workshop.setup.title == SETUP.title
            assert session.workshop.agenda.steps == PLAN.steps


def a_damaged_closing(folder: Path) -> Path:
    """Leave a workshop whose closing a crash interrupted before its record; harm its file."""
    with started(folder) as workshops:
        session = written(begun(workshops))
        workshops.begin_closing(session.workshop, folder / "records")
        session.close()
        (entry,) = workshops.entries()
        path = workshops.list.path_of(entry)
    spoil_a_value(path)
    return path


def test_a_file_that_was_damaged_while_its_closing_is_unfinished_goes_on(tmp_path: Path) -> None:
    path = a_damaged_closing(tmp_path)
    with started(tmp_path) as workshops:
        (problem,) = workshops.finish_interrupted().problems
        assert "damaged" in problem
        session = salvaged(workshops, path)
        assert lines_in(session) == set(WRITTEN)
        (entry,) = workshops.entries()
        assert (entry.stage, entry.record) == (Stage.RUNNING, None)
        record = sticks.close(workshops, session, tmp_path / "records")
        assert record_is_whole(record)
        assert not path.exists()


def test_a_half_made_record_goes_when_its_workshop_is_salvaged(tmp_path: Path) -> None:
    path = a_damaged_closing(tmp_path)
    with started(tmp_path) as workshops:
        (entry,) = workshops.entries()
        assert entry.record is not None
        entry.record.parent.mkdir()
        entry.record.write_bytes(b"%PDF-1.7 half")
        salvaged(workshops, path).close()
        assert not entry.record.exists()


@pytest.mark.parametrize("ends", ["runs", "closing", "closed"])
def test_a_damaged_copy_is_not_offered_to_be_salvaged(tmp_path: Path, ends: str) -> None:
    copy = tmp_path / "copy.workshop"
    (tmp_path / "data").mkdir()
    with started(tmp_path / "data") as workshops:
        session = written(begun(workshops))
        (entry,) = workshops.entries()
        copy.write_bytes(workshops.list.path_of(entry).read_bytes())
        spoil_a_value(copy)
        if ends == "closed":
            sticks.close(workshops, session, tmp_path / "records")
        elif ends == "closing":
            workshops.begin_closing(session.workshop, tmp_path / "records")
        with pytest.raises(NotAllowedNowError) as refused:
            workshops.files.can_be_salvaged(copy)
        assert ("delete it" in refused.value.remedy) == (ends == "closed")
        session.close()
