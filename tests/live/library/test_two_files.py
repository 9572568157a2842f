"""A second file of a workshop takes the place of the first only when somebody says so."""

from pathlib import Path

import pytest

from facilitator.domain.ids import WorkshopId
from facilitator.domain.workshop import Stage
from facilitator.errors import AnotherFileError, NotAllowedNowError, WorkshopInUseError
from facilitator.live.library.workshops import Finished, Workshops
from tests.helpers.folder import left_of
from tests.helpers.programs import begun, started, workshop_files
from tests.helpers.sticks import STICK, close, locked, opened

SAID = "We got through winter"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Give a folder on a first stick."""
    folder = tmp_path / "first stick"
    folder.mkdir()
    return folder


def place(workshops: Workshops) -> Path:
    (entry,) = workshops.entries()
    return workshops.list.path_of(entry)


def saved_elsewhere(workshops: Workshops, folder: Path) -> Path:
    """Leave a workshop in a file in another folder."""
    session = begun(workshops)
    workshops.save_elsewhere(session, folder)
    session.close()
    return place(workshops)


def copied(path: Path, to: Path) -> Path:
    to.write_bytes(path.read_bytes())
    return to


def taken_instead(workshops: Workshops, copy: Path) -> WorkshopId:
    """Take a copy for the workshop's file, on the facilitator's word."""
    with pytest.raises(AnotherFileError):
        workshops.files.take_in(copy)
    return workshops.files.take_in(copy, instead=True)


def test_the_list_keeps_the_file_it_knows_until_the_facilitator_has_chosen(
    data: Path, first: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        copy = copied(listed, tmp_path / STICK)
        with pytest.raises(AnotherFileError) as told:
            workshops.files.take_in(copy)
        assert told.value.other == listed
        assert str(listed) in str(told.value)
        assert place(workshops) == listed
        workshops.files.take_in(copy, instead=True)
        assert place(workshops) == copy
    with started(data) as workshops:
        assert workshops.finish_interrupted() == Finished()
        assert place(workshops) == copy
    assert listed.exists(), "it is not forgotten while the workshop goes on"


@pytest.mark.parametrize("end", ["close", "delete"])
def test_the_file_that_was_not_chosen_goes_with_the_end_of_the_workshop(
    data: Path, first: Path, tmp_path: Path, end: str
) -> None:
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        copy = copied(listed, tmp_path / STICK)
        taken = taken_instead(workshops, copy)
        if end == "close":
            close(workshops, workshops.carry_on(taken), tmp_path / "records")
        else:
            workshops.delete(taken)
    assert not copy.exists()
    assert not listed.exists()
    assert left_of(data, [SAID]) == {}


def test_a_stick_that_is_not_there_at_the_end_loses_its_words_when_it_is_back(
    data: Path, first: Path, tmp_path: Path
) -> None:
    pulled = tmp_path / "pulled"
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        copy = copied(listed, tmp_path / STICK)
        first.rename(pulled)
        taken = taken_instead(workshops, copy)
        close(workshops, workshops.carry_on(taken), tmp_path / "records")
    with started(data) as workshops:
        workshops.finish_interrupted()
    assert (pulled / listed.name).exists()
    pulled.rename(first)
    with started(data) as workshops:
        assert workshops.list.needs_finishing()
        workshops.finish_interrupted()
        assert not workshops.list.needs_finishing()
    assert workshop_files(first) == []


@pytest.mark.parametrize("end", ["close", "delete"])
def test_a_stick_pulled_at_the_very_end_loses_its_words_when_it_is_back(
    data: Path, first: Path, tmp_path: Path, end: str
) -> None:
    pulled = tmp_path / "pulled"
    with started(data) as workshops:
        saved_elsewhere(workshops, first)
        (entry,) = workshops.entries()
        session = workshops.carry_on(entry.id)
        first.rename(pulled)
        if end == "close":
            close(workshops, session, tmp_path / "records")
        else:
            session.close()
            workshops.delete(entry.id)
    pulled.rename(first)
    with started(data) as workshops:
        workshops.finish_interrupted()
    assert workshop_files(first) == []


def test_who_changes_their_mind_keeps_the_first_file(
    data: Path, first: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        copy = copied(listed, tmp_path / STICK)
        taken_instead(workshops, copy)
        taken = taken_instead(workshops, listed)
        session = workshops.carry_on(taken)
        session.close()
        assert place(workshops) == listed
    with started(data) as workshops:
        workshops.finish_interrupted()
        assert listed.exists()
        workshops.delete(taken)
    assert not listed.exists()
    assert not copy.exists()


def test_another_workshop_that_lies_there_by_now_is_left_alone(
    data: Path, first: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        taken = taken_instead(workshops, copied(listed, tmp_path / STICK))
        (other := tmp_path / "other laptop").mkdir()
        with started(other, seed=8) as others:
            listed.write_bytes(saved_elsewhere(others, other).read_bytes())
        workshops.delete(taken)
        workshops.finish_interrupted()
    assert listed.exists()


def test_a_workshop_that_is_being_closed_goes_on_from_no_copy(data: Path, tmp_path: Path) -> None:
    with started(data) as workshops:
        session = begun(workshops)
        listed = place(workshops)
        copy = copied(listed, tmp_path / STICK)
        session.said.remove(session.workshop.said[0].id)
        workshops.begin_closing(session.workshop, tmp_path / "records")
        session.close()
    with started(data) as workshops:
        for instead in (False, True):
            with pytest.raises(NotAllowedNowError, match="record"):
                workshops.files.take_in(copy, instead=instead)
        assert place(workshops) == listed
        (record,) = workshops.finish_interrupted().records
    assert copy.exists()
    assert left_of(record.parent, [SAID]) == {}


def test_while_another_program_works_with_the_file_no_copy_takes_its_place(
    data: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        session = begun(workshops)
        listed = place(workshops)
        copy = copied(listed, tmp_path / STICK)
        with started(data, seed=9) as others:
            for instead in (False, True):
                with pytest.raises(WorkshopInUseError):
                    others.files.take_in(copy, instead=instead)
            assert place(others) == listed
        session.close()


def test_a_file_that_was_moved_by_hand_is_no_second_one(data: Path, tmp_path: Path) -> None:
    with started(data) as workshops:
        begun(workshops).close()
        moved = place(workshops).rename(tmp_path / STICK)
        opened(workshops, moved).close()
        assert place(workshops) == moved


def test_a_folder_by_another_name_holds_the_same_file(data: Path, tmp_path: Path) -> None:
    (link := tmp_path / "link").symlink_to(data)
    with started(data) as workshops:
        begun(workshops).close()
        listed = place(workshops)
        opened(workshops, link / listed.name).close()
        assert place(workshops) == listed
        assert not workshops.list.needs_finishing()


def test_a_data_folder_by_another_name_has_no_strays(data: Path, tmp_path: Path) -> None:
    (link := tmp_path / "link").symlink_to(data)
    with started(data) as workshops:
        begun(workshops).close()
        stray = place(workshops)
    (data / "library.db").unlink()
    with started(link) as workshops:
        opened(workshops, stray).close()
        assert workshops.list.strays() == []
        assert workshops.entries()[0].file == stray.name


def test_a_relative_name_means_the_file_where_it_is_now(
    data: Path, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (other := tmp_path / "other laptop").mkdir()
    with started(other) as others:
        listed = saved_elsewhere(others, first)
    with started(data) as workshops:
        monkeypatch.chdir(first)
        opened(workshops, Path(listed.name)).close()
        monkeypatch.chdir(tmp_path)
        assert place(workshops) == listed


def test_a_choice_that_could_not_be_written_is_written_with_the_next_change(
    data: Path, first: Path, tmp_path: Path
) -> None:
    with started(data) as workshops:
        listed = saved_elsewhere(workshops, first)
        copy = copied(listed, tmp_path / STICK)
        with locked(data):
            taken = taken_instead(workshops, copy)
        assert not workshops.list.is_written(taken)
        close(workshops, workshops.carry_on(taken), tmp_path / "records")
        assert workshops.entries()[0].stage is Stage.CLOSED
    assert not listed.exists()
    assert not copy.exists()
