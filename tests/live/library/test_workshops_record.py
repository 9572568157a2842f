"""A record that fails, or is replaced while it is written, leaves no word behind."""

import os
import resource
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from errno import EBADF, EINVAL, ENOTSUP
from pathlib import Path

import pytest

from facilitator.domain.summary import SessionSummary
from facilitator.errors import StoreUnavailableError
from facilitator.live.library.record_file import record_is_whole, write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.store.record_files import json_beside
from tests.helpers.agreements import AGREEING, agree, suggested
from tests.helpers.folder import left_of
from tests.helpers.programs import begun, started, workshop_files
from tests.helpers.read_only import modes_hold
from tests.helpers.records import texts_in
from tests.helpers.sessions import SETUP

CANARY = "We got through winter"


@contextmanager
def disk_fills_up(room: int) -> Iterator[None]:
    """Let no file grow past ``room`` bytes: the system refuses the rest."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def left_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def closing_of(
    workshops: Workshops, session: LiveSession, folder: Path
) -> tuple[SessionSummary, Path]:
    return workshops.begin_closing(session.workshop, folder / "records")


def without_it(session: LiveSession) -> None:
    """Take the canary out, as somebody in the room asked."""
    session.said.remove(session.workshop.said[0].id)


def no_pdf(_summary: SessionSummary) -> bytes:
    raise StoreUnavailableError("The disk is full.")


def test_a_record_that_failed_leaves_no_file(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        with pytest.raises(StoreUnavailableError):
            write_record(*closing_of(workshops, session, tmp_path), no_pdf)
        session.close()
    assert left_in(tmp_path / "records") == []


def test_a_second_try_that_failed_takes_the_first_with_it(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        write_record(summary, record)
        assert record_is_whole(record)
        with pytest.raises(StoreUnavailableError):
            write_record(summary, record, no_pdf)
        session.close()
    assert left_in(record.parent) == []


@pytest.mark.parametrize("room", [0, 64, 1000])
def test_a_disk_that_fills_up_leaves_nothing_unfinished(tmp_path: Path, room: int) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        with disk_fills_up(room), pytest.raises(StoreUnavailableError):
            write_record(summary, record, lambda _summary: CANARY.encode() * 100)
        session.close()
    assert left_in(record.parent) == []


def test_a_disk_that_reaches_nothing_safely_leaves_nothing_unfinished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_file: int) -> None:
        raise OSError(5, "Input/output error")

    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        with monkeypatch.context() as machine:
            machine.setattr(os, "fsync", broken)
            with pytest.raises(StoreUnavailableError):
                write_record(summary, record)
        session.close()
    assert left_in(record.parent) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps names by itself")
@pytest.mark.parametrize("refusal", [EINVAL, ENOTSUP, EBADF])
def test_a_file_system_that_syncs_no_folder_holds_a_record_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    sync = os.fsync

    def of_files_alone(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(refusal, "not of a folder")
        sync(file)

    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        with monkeypatch.context() as machine:
            machine.setattr(os, "fsync", of_files_alone)
            write_record(summary, record)
        session.close()
    assert record_is_whole(record)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_may_be_written_and_not_listed_holds_a_record(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        record.parent.mkdir(mode=0o300)
        with modes_hold():
            write_record(summary, record)
        session.close()
    assert record_is_whole(record)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_cannot_be_read_any_more_is_reported_as_the_machine_s_fault(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        write_record(summary, record)
        record.parent.chmod(0o000)
        try:
            with modes_hold():
                assert not record_is_whole(record)
                with pytest.raises(StoreUnavailableError):
                    workshops.abandon_closing(session.workshop.id)
        finally:
            record.parent.chmod(0o700)
        session.close()


def killed_while_writing(record: Path) -> None:
    """Leave what a kill in the middle of the two files leaves."""
    record.parent.mkdir(parents=True)
    for path in (record, json_beside(record)):
        path.with_name(f"{path.name}.part").write_text(CANARY, encoding="utf-8")


def test_what_a_kill_left_unfinished_goes_when_the_workshop_is_deleted(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        _summary, record = closing_of(workshops, session, tmp_path)
        killed_while_writing(record)
        session.close()
        workshops.delete(session.workshop.id)
    assert left_in(record.parent) == []


def test_a_workshop_deleted_while_it_was_closing_leaves_no_record(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()
    assert left_in(record.parent) == []


def test_what_a_kill_left_unfinished_goes_when_the_closing_is_given_up(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        _summary, record = closing_of(workshops, session, tmp_path)
        killed_while_writing(record)
        workshops.abandon_closing(session.workshop.id)
        session.close()
    assert left_in(record.parent) == []


def test_what_a_kill_left_unfinished_goes_when_the_closing_is_finished(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        _summary, record = closing_of(workshops, session, tmp_path)
        killed_while_writing(record)
        session.close()
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted().records == (record,)
    assert left_in(record.parent) == sorted((record.name, json_beside(record).name))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_record_is_for_this_user_alone(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        write_record(summary, record)
        session.close()
    for path in (record, json_beside(record)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_line_taken_out_while_the_record_was_made_stays_out_after_a_crash(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as workshops:
        session = begun(workshops)
        summary, record = closing_of(workshops, session, tmp_path)
        write_record(summary, record)
        without_it(session)
        session.close()
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted().records == (record,)
    assert workshop_files(tmp_path) == []
    assert CANARY not in " ".join(texts_in(record.read_bytes()))
    assert CANARY not in json_beside(record).read_text(encoding="utf-8")


# What the library knows afterwards.


def closed(workshops: Workshops, session: LiveSession, folder: Path) -> None:
    """Make the record, outside the data folder, and forget."""
    ended = session.workshop
    write_record(*workshops.begin_closing(ended, folder / "records"))
    session.close()
    workshops.finish_closing(ended.id, ended)


def test_once_a_workshop_is_closed_nothing_says_where_its_file_was(tmp_path: Path) -> None:
    data, stick = tmp_path / "data", tmp_path / "the stick of Ninian"
    data.mkdir()
    stick.mkdir()
    with started(data) as workshops:
        session = begun(workshops)
        workshops.save_elsewhere(session, stick)
        assert left_of(data, [stick.name])
        closed(workshops, session, tmp_path)
        assert [entry.file for entry in workshops.entries()] == [""]
        assert not workshops.list.needs_finishing()
    assert left_of(data, [stick.name]) == {}
    assert left_in(stick) == []


def test_closing_and_deleting_a_closed_workshop_again_touch_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with started(data) as workshops:
        session = begun(workshops)
        closed(workshops, session, tmp_path)
        record = workshops.finish_closing(session.workshop.id)
        workshops.delete(session.workshop.id)
        assert workshops.entries() == ()
    assert record_is_whole(record)
    assert "library.db" in left_in(data)


def test_what_the_room_said_after_the_disk_failed_decides_what_the_group_keeps(
    tmp_path: Path,
) -> None:
    data, texts = tmp_path / "data", ("One voice at a time", "It is fine to pass")
    data.mkdir()
    with started(data) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, group="St Ninian Street"))
        session.board.step()
        agree(session, *suggested(session, *texts))
        session.agreements.keep_for_next(yes=True)
        with disk_fills_up(0):
            session.agreements.keep_for_next(yes=False)
        assert not session.is_saved
        closed(workshops, session, tmp_path)
    assert left_of(data, texts) == {}
