"""A workshop that could not be added to the list ends as every other does."""

from pathlib import Path

import pytest

from facilitator.domain.workshop import Stage
from facilitator.errors import FacilitatorError, StoreUnavailableError
from facilitator.live.library.workshops import Finished
from facilitator.store.library.agreements import saved_agreement
from facilitator.store.library.file import open_library
from tests.helpers.folder import left_of
from tests.helpers.programs import begun, started
from tests.helpers.sticks import AGREED, GROUP, agreed_on_a_stick, close, locked, opened


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def kept(data: Path) -> tuple[str, ...]:
    """Return the agreement saved for the group, as another program reads it."""
    library = open_library(data)
    try:
        return saved_agreement(library, GROUP)
    finally:
        library.close()


def test_where_the_yes_of_the_room_cannot_be_kept_the_words_go_all_the_same(
    data: Path, tmp_path: Path
) -> None:
    stick = agreed_on_a_stick(tmp_path)
    with started(data) as workshops:
        with locked(data):
            session = opened(workshops, stick)
            with pytest.raises(StoreUnavailableError, match="said yes to") as told:
                close(workshops, session, tmp_path / "records")
        assert "deleted" in told.value.message
        (entry,) = workshops.entries()
        assert entry.stage is Stage.CLOSED
    assert not stick.exists()
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
    assert left_of(data, [AGREED]) == {}


def test_without_an_agreement_to_save_a_locked_list_stops_no_closing(
    data: Path, tmp_path: Path
) -> None:
    stick = agreed_on_a_stick(tmp_path, yes=False)
    with started(data) as workshops, locked(data):
        close(workshops, opened(workshops, stick), tmp_path / "records")
    assert not stick.exists()
    assert kept(data) == ()


def test_a_no_that_cannot_delete_what_an_earlier_yes_saved_says_so(
    data: Path, tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    earlier = agreed_on_a_stick(tmp_path / "first")
    stick = agreed_on_a_stick(tmp_path / "second", yes=False, seed=5)
    with started(data) as workshops:
        close(workshops, opened(workshops, earlier), tmp_path / "records")
        with locked(data):
            session = opened(workshops, stick)
            with pytest.raises(StoreUnavailableError, match="earlier workshop"):
                close(workshops, session, tmp_path / "records")
    assert not stick.exists()
    assert kept(data) == (AGREED,)


def test_a_list_that_can_be_written_again_gets_the_workshop_with_the_next_change(
    data: Path, tmp_path: Path
) -> None:
    stick = agreed_on_a_stick(tmp_path)
    with started(data) as workshops:
        with locked(data):
            session = opened(workshops, stick)
        assert not workshops.list.is_written(session.workshop.id)
        record = close(workshops, session, tmp_path / "records")
        assert workshops.list.is_written(session.workshop.id)
    assert kept(data) == (AGREED,)
    with started(data) as workshops:
        (entry,) = workshops.entries()
        assert (entry.stage, entry.record, entry.group) == (Stage.CLOSED, record, GROUP)
        workshops.remove(entry.id)
    assert kept(data) == ()


def test_another_program_that_took_it_in_meanwhile_makes_it_no_second_one(
    data: Path, tmp_path: Path
) -> None:
    stick = agreed_on_a_stick(tmp_path)
    with started(data) as workshops:
        with locked(data):
            opened(workshops, stick).close()
        with started(data) as others:
            opened(others, stick).close()
        (entry,) = workshops.entries()
        close(workshops, workshops.carry_on(entry.id), tmp_path / "records")
    with started(data) as workshops:
        (entry,) = workshops.entries()
        assert entry.stage is Stage.CLOSED


def test_a_loop_of_links_in_the_data_folder_keeps_no_workshop_from_being_found(
    tmp_path: Path,
) -> None:
    here, other = tmp_path / "here.workshop", tmp_path / "there.workshop"
    here.symlink_to(other)
    other.symlink_to(here)
    with started(tmp_path) as workshops:
        session = begun(workshops)
        session.close()
        workshops.finish_interrupted()
        assert [entry.id for entry in workshops.entries()] == [session.workshop.id]
        with pytest.raises(FacilitatorError):
            workshops.files.take_in(here)
