"""When the machine fails before a workshop has a file: it runs in memory, and says so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Stage
from facilitator.errors import StoreUnavailableError, WorkshopInUseError
from facilitator.kinds.registry import LIVE
from facilitator.live.library.workshops import Finished, Workshops
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.store.library.file import library_in_memory
from tests.helpers.clock import FakeClock
from tests.helpers.folder import bytes_in, left_of
from tests.helpers.programs import WRITTEN, begun, full_disk, started, workshop_files, written
from tests.helpers.read_only import read_only
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import GATHER
from tests.helpers.sticks import close, locked, opened

SAID = "We got through winter"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def unkept(workshops: Workshops) -> LiveSession:
    """Begin a workshop on a full disk, up to its opened lines."""
    with full_disk():
        return written(begun(workshops))


def test_a_workshop_begins_on_a_full_disk_and_is_not_kept(data: Path) -> None:
    with started(data) as workshops:
        session = unkept(workshops)
        assert not session.is_saved
        banner = session.desk().header.banner
        assert "not being kept" in banner
        assert "save it elsewhere" in banner
        assert len(session.workshop.gathering(GATHER.id).contributions) == len(WRITTEN)
        assert not workshops.list.is_written(session.workshop.id)
        session.close()
    assert workshop_files(data) == []
    assert left_of(data, [*WRITTEN, SAID]) == {}


def test_it_is_kept_from_the_moment_it_is_saved_elsewhere(data: Path, tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    with started(data) as workshops:
        session = unkept(workshops)
        workshops.save_elsewhere(session, stick)
        assert session.is_saved
        assert session.desk().header.banner == ""
        session.steps.jump(StepId("said"))
        session.said.add("Nobody gave up")
        session.close()
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
        (entry,) = workshops.entries()
        session = workshops.carry_on(entry.id)
        assert [line.text for line in session.workshop.said] == [SAID, "Nobody gave up"]
        session.close()


def test_its_record_is_made_and_nothing_else_stays(data: Path, tmp_path: Path) -> None:
    with started(data) as workshops:
        session = unkept(workshops)
        record = close(workshops, session, tmp_path / "records")
        (entry,) = workshops.entries()
        assert (entry.stage, entry.record, entry.file) == (Stage.CLOSED, record, "")
    assert left_of(data, [*WRITTEN, SAID]) == {}
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
        assert [entry.record for entry in workshops.entries()] == [record]


def test_it_is_deleted_and_nothing_stays(data: Path) -> None:
    with started(data) as workshops:
        session = unkept(workshops)
        session.close()
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()
    assert workshop_files(data) == []


def test_a_workshop_begins_in_its_file_where_only_the_list_cannot_be_written(data: Path) -> None:
    with started(data) as workshops:
        with locked(data):
            session = begun(workshops)
        assert session.is_saved
        assert not workshops.list.is_written(session.workshop.id)
        session.close()
    with started(data) as workshops:
        workshops.finish_interrupted()
        (entry,) = workshops.entries()
        session = workshops.carry_on(entry.id)
        assert [line.text for line in session.workshop.said] == [SAID]
        session.close()


def test_a_list_in_memory_knows_workshops_and_never_says_that_it_keeps_them(data: Path) -> None:
    with closing(library_in_memory()) as library:
        clock, shuffler = FakeClock(), SeededShuffler(3)
        workshops = Workshops(data, library, clock, shuffler, FixedRuler, LIVE)
        session = begun(workshops)
        assert session.is_saved, "its own file can be written"
        assert not workshops.list.is_written(session.workshop.id)
        session.close()
    with started(data) as workshops:
        workshops.finish_interrupted()
        assert len(workshops.entries()) == 1


# A file that can be read, and not written.


def left_on_a_stick(data: Path, stick: Path) -> Path:
    """Leave a workshop in a file on a stick."""
    stick.mkdir()
    with started(data) as workshops:
        session = written(begun(workshops))
        workshops.save_elsewhere(session, stick)
        session.close()
        (entry,) = workshops.entries()
        return workshops.list.path_of(entry)


def test_a_workshop_on_a_stick_that_is_read_only_goes_on_and_is_not_kept(
    data: Path, tmp_path: Path
) -> None:
    stick = left_on_a_stick(data, tmp_path / "stick").parent
    before = bytes_in(stick)
    with started(data) as workshops, read_only(stick):
        (entry,) = workshops.entries()
        session = workshops.carry_on(entry.id)
        assert not session.is_saved
        assert "not being kept" in session.desk().header.banner
        session.steps.jump(StepId("said"))
        session.said.add("Nobody gave up")
        assert [line.text for line in session.workshop.said] == [SAID, "Nobody gave up"]
        session.close()
        assert bytes_in(stick) == before


def test_a_read_only_file_that_is_opened_by_hand_goes_on_and_is_not_kept(
    data: Path, tmp_path: Path
) -> None:
    path = left_on_a_stick(data, tmp_path / "stick")
    (other := tmp_path / "other laptop").mkdir()
    with started(other) as workshops, read_only(path.parent):
        session = opened(workshops, path)
        assert not session.is_saved
        session.close()


def test_a_read_only_file_that_another_program_works_with_is_in_use(
    data: Path, tmp_path: Path
) -> None:
    path = left_on_a_stick(data, tmp_path / "stick")
    with started(data) as workshops, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (entry,) = workshops.entries()
        with read_only(path.parent), pytest.raises(WorkshopInUseError):
            workshops.carry_on(entry.id)


def test_a_read_only_file_is_named_at_the_end_and_goes_when_it_can(
    data: Path, tmp_path: Path
) -> None:
    path = left_on_a_stick(data, tmp_path / "stick")
    with started(data) as workshops:
        (entry,) = workshops.entries()
        with read_only(path.parent):
            session = workshops.carry_on(entry.id)
            session.writing.take_out(
                GATHER.id, session.workshop.gathering(GATHER.id).contributions[0].id
            )
            with pytest.raises(StoreUnavailableError, match="deleted") as told:
                close(workshops, session, tmp_path / "records")
            assert str(path) in str(told.value)
        assert [entry.stage for entry in workshops.entries()] == [Stage.CLOSED]
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
        assert [entry.stage for entry in workshops.entries()] == [Stage.CLOSED]
    assert not path.exists()


def test_a_crash_while_its_record_is_made_makes_none_from_what_the_file_had_before(
    data: Path, tmp_path: Path
) -> None:
    """The file does not know what was taken out since the disk failed."""
    with started(data) as workshops:
        session = begun(workshops)
        with full_disk():
            session.said.remove(session.workshop.said[0].id)
            session.writing.open(GATHER.id, promise_said=True)
            session.writing.give_turn(Turn((WRITTEN[0],)))
        workshops.begin_closing(session.workshop, tmp_path / "records", kept=session.is_saved)
        session.close()  # and here it dies
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
        (entry,) = workshops.entries()
        assert entry.stage is Stage.RUNNING
    assert not (tmp_path / "records").exists()


def test_a_delete_that_cannot_write_the_list_says_that_the_words_are_gone(data: Path) -> None:
    with started(data) as workshops:
        session = written(begun(workshops))
        session.close()
        with locked(data), pytest.raises(StoreUnavailableError, match="is deleted") as told:
            workshops.delete(session.workshop.id)
        assert "delete it there" in told.value.remedy
        assert workshop_files(data) == []
        assert left_of(data, [*WRITTEN, SAID]) == {}
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()


def test_a_workshop_that_is_deleted_unkept_is_off_the_list_or_it_is_said(
    data: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        session = begun(workshops)
        with full_disk():
            session.said.remove(session.workshop.said[0].id)
        workshops.begin_closing(session.workshop, tmp_path / "records", kept=session.is_saved)
        workshops.abandon_closing(session.workshop.id)
        session.close()
        with locked(data), pytest.raises(StoreUnavailableError, match="is deleted"):
            workshops.delete(session.workshop.id)
        workshops.delete(session.workshop.id)
    with started(data) as workshops:
        assert workshops.entries() == ()
    assert workshop_files(data) == []


def test_a_data_folder_that_is_gone_when_a_workshop_begins_is_said(
    data: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        data.rename(tmp_path / "pulled")
        session = written(begun(workshops))
        assert not session.is_saved
        session.close()
        assert not data.exists()
    assert left_of(tmp_path / "pulled", [*WRITTEN, SAID]) == {}
