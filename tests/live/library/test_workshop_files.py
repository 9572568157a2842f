"""A workshop's file is opened where it lies, also when the list does not know it."""

import sqlite3
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Stage
from facilitator.errors import AnotherFileError, NotAllowedNowError, NotAWorkshopError
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.store.library.workshops import Entry
from tests.helpers.folder import left_of
from tests.helpers.programs import WRITTEN, begun, started, workshop_files, written
from tests.helpers.sticks import opened

STICK = "stick.workshop"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Leave a workshop's file on a stick, from a laptop that is not there any more."""
    other = tmp_path / "other laptop"
    other.mkdir()
    with started(other) as workshops:
        session = begun(workshops)
        written(session)
        (entry,) = workshops.entries()
        session.close()
        taken = tmp_path / STICK
        workshops.list.path_of(entry).rename(taken)
    return taken


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def locked(data: Path) -> sqlite3.Connection:
    """Keep everybody from writing the list, as a full disk would."""
    other = sqlite3.connect(data / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def say(session: LiveSession, words: str) -> None:
    session.steps.jump(StepId("said"))
    session.said.add(words)


def the_entry(workshops: Workshops) -> Entry:
    (entry,) = workshops.entries()
    return entry


def test_a_file_that_no_list_knows_is_carried_on_where_it_lies(stick: Path, data: Path) -> None:
    with started(data) as workshops:
        session = opened(workshops, stick)
        assert {line.text for line in session.workshop.gatherings[0].contributions} == set(WRITTEN)
        say(session, "And one more")
        session.close()
        assert workshops.list.path_of(the_entry(workshops)) == stick
    with started(data) as workshops:
        session = workshops.carry_on(the_entry(workshops).id)
        assert session.workshop.said[-1].text == "And one more"
        session.close()
    assert workshop_files(data) == []


def test_where_the_list_cannot_be_written_it_opens_and_ends_all_the_same(
    stick: Path, data: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        other = locked(data)
        session = opened(workshops, stick)
        assert not workshops.list.is_written(session.workshop.id)
        say(session, "Kept on the stick")
        assert session.is_saved
        _summary, record = workshops.begin_closing(session.workshop, tmp_path / "records")
        record.parent.mkdir()
        record.write_bytes(b"a record")
        session.close()
        workshops.finish_closing(session.workshop.id, session.workshop)
        assert not stick.exists()
        other.close()
    with started(data) as workshops:
        assert workshops.entries() == ()


def test_a_list_that_cannot_be_written_is_no_obstacle_to_opening_again(
    stick: Path, data: Path
) -> None:
    with started(data) as workshops:
        other = locked(data)
        opened(workshops, stick).close()
        other.close()
    with started(data) as workshops:
        opened(workshops, stick).close()
        assert workshops.list.is_written(the_entry(workshops).id)


def test_the_chosen_file_counts_and_the_other_ends_with_it(data: Path, tmp_path: Path) -> None:
    with started(data) as workshops:
        session = begun(workshops)
        session.close()
        here = workshops.list.path_of(the_entry(workshops))
        stick = tmp_path / STICK
        stick.write_bytes(here.read_bytes())
        with pytest.raises(AnotherFileError):
            workshops.files.take_in(stick)
        session = workshops.carry_on(workshops.files.take_in(stick, instead=True))
        say(session, "Said on the stick")
        session.close()
        assert here.exists(), "it is not forgotten while the workshop goes on"
        assert workshops.list.path_of(the_entry(workshops)) == stick
        workshops.delete(session.workshop.id)
        assert not stick.exists()
    assert workshop_files(data) == []
    assert left_of(data, ["We got through winter"]) == {}


def test_a_copy_of_a_closed_workshop_is_not_brought_back(data: Path, tmp_path: Path) -> None:
    with started(data) as workshops:
        session = begun(workshops)
        session.close()
        stick = tmp_path / STICK
        stick.write_bytes(workshops.list.path_of(the_entry(workshops)).read_bytes())
        _summary, record = workshops.begin_closing(session.workshop, data / "records")
        record.parent.mkdir()
        record.write_bytes(b"a record")
        workshops.finish_closing(session.workshop.id, session.workshop)
        with pytest.raises(NotAllowedNowError, match="delete it"):
            workshops.files.take_in(stick)
        assert the_entry(workshops).stage is Stage.CLOSED


@pytest.mark.parametrize("content", [b"", b"no database at all, only words"])
def test_a_file_that_holds_no_workshop_is_refused_and_left_alone(
    data: Path, tmp_path: Path, content: bytes
) -> None:
    other = tmp_path / STICK
    other.write_bytes(content)
    with started(data) as workshops:
        with pytest.raises(NotAWorkshopError):
            workshops.files.take_in(other)
        assert workshops.entries() == ()
    assert other.read_bytes() == content
