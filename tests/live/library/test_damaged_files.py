"""A file damaged by a worn stick or disk is called damaged, and stops nothing else."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.workshop import Stage
from facilitator.errors import StoreUnavailableError
from facilitator.live.library.workshops import Finished
from facilitator.store.library.left_files import LeftFile
from facilitator.store.workshop.forgetting import SUFFIX
from tests.helpers import sticks
from tests.helpers.programs import begun, started, workshop_files
from tests.helpers.sessions import PLAN, SETUP, TALK

PAGE = 4096  # bytes

Spoiler = Callable[[Path], None]


def spoil_a_page(file: Path) -> None:
    """Spoil the page that holds a step; the file still opens as one of ours."""
    whole = file.read_bytes()
    start = whole.index(TALK.say.encode()) // PAGE * PAGE
    file.write_bytes(whole[:start] + b"\xa5" * PAGE + whole[start + PAGE :])


def spoil_a_value(file: Path) -> None:
    """Spoil one value, which SQLite does not notice."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("UPDATE step SET standing = 'n\xa5w' WHERE place = 0")


def spoil_a_text(file: Path) -> None:
    """Make of one text what is none."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("UPDATE setup SET title = CAST(x'ff' AS TEXT)")


SPOILERS = pytest.mark.parametrize("spoil", [spoil_a_page, spoil_a_value, spoil_a_text])


@SPOILERS
def test_a_damaged_workshop_is_said_to_be_damaged_when_it_is_carried_on(
    tmp_path: Path, spoil: Spoiler
) -> None:
    with started(tmp_path) as workshops:
        begun(workshops).close()
        (entry,) = workshops.entries()
        spoil(workshops.list.path_of(entry))
        with pytest.raises(StoreUnavailableError, match="damaged"):
            workshops.carry_on(entry.id)


@SPOILERS
def test_a_damaged_file_that_is_on_no_list_keeps_the_program_from_nothing(
    tmp_path: Path, spoil: Spoiler
) -> None:
    stray = tmp_path / f"stray{SUFFIX}"
    with started(tmp_path) as workshops:
        begun(workshops).close()
        (entry,) = workshops.entries()
        workshops.list.path_of(entry).rename(stray)
        workshops.list.remove(entry.id)
    spoil(stray)
    with started(tmp_path) as workshops:
        assert workshops.finish_interrupted() == Finished()
        session = workshops.begin(PLAN, SETUP)
        sticks.close(workshops, session, tmp_path / "records")
        (entry,) = workshops.entries()
        assert entry.stage is Stage.CLOSED
    left = workshop_files(tmp_path)
    assert left == [stray.name], "nobody knows whose words are in it: it is not ours to delete"


@SPOILERS
def test_a_damaged_workshop_can_be_deleted(tmp_path: Path, spoil: Spoiler) -> None:
    with started(tmp_path) as workshops:
        begun(workshops).close()
        (entry,) = workshops.entries()
        spoil(workshops.list.path_of(entry))
        workshops.delete(entry.id)
        assert workshops.entries() == ()
    assert workshop_files(tmp_path) == []


def test_no_list_makes_the_program_erase_what_is_no_workshop(tmp_path: Path) -> None:
    letter = tmp_path / "letter.odt"
    letter.write_bytes(b"Dear Sam" * 30)
    with started(tmp_path) as workshops:
        workshops.list.save_left({LeftFile(str(letter))})
        workshops.files.delete_leftovers()
        assert workshops.list.left() == set()
    assert letter.read_bytes() == b"Dear Sam" * 30
