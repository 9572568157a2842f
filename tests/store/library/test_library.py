"""The library: settings, and the data it saves about workshops."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.workshop import Stage
from facilitator.store.database import Store, transaction
from facilitator.store.library.file import library_in_memory, open_library
from facilitator.store.library.settings import save_setting, setting
from facilitator.store.library.workshops import (
    Entry,
    add_workshop,
    has_run_a_real_workshop,
    remove_workshop,
    save_workshop,
    workshops,
)
from tests.helpers.folder import left_of


def an_entry(name: str = "one", *, day: int = 1, title: str = "A title") -> Entry:
    """Return a workshop that runs."""
    return Entry(
        id=WorkshopId(name),
        title=title,
        group="A group",
        date=date(2030, 1, day),
        plan_id=PlanId("three-q-30"),
        plan_title="Three-question reflection",
        planned=timedelta(minutes=30),
        stage=Stage.RUNNING,
        file=f"{name}.workshop",
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    with closing(open_library(tmp_path)) as store:
        yield store


def add(library: Store, *entries: Entry) -> None:
    """Put them on the list."""
    for entry in entries:
        with transaction(library):
            add_workshop(library, entry)


def test_a_setting_is_its_default_until_chosen(library: Store) -> None:
    assert setting(library, "language", "en") == "en"
    for chosen in ("cy", {"size": 1.5}, None, True):
        with transaction(library):
            save_setting(library, "language", chosen)
        assert setting(library, "language", "en") == chosen


def test_the_newest_workshop_comes_first(library: Store) -> None:
    old, new = an_entry("old", day=1), an_entry("new", day=2)
    add(library, old, new)
    assert workshops(library) == (new, old)


def test_a_workshop_is_kept_as_it_is_now(library: Store) -> None:
    add(library, an_entry(), an_entry("two"))
    closed = replace(an_entry(), title="Other", stage=Stage.CLOSED, record=Path("/a/record.pdf"))
    with transaction(library):
        save_workshop(library, closed)
    assert set(workshops(library)) == {closed, an_entry("two")}


def test_a_workshop_taken_off_the_list_leaves_no_word(library: Store, tmp_path: Path) -> None:
    named = [an_entry(f"id{n}", title=f"Title of the workshop {n:04}" * 9) for n in range(60)]
    add(library, *named)
    for entry in named[::2]:
        with transaction(library):
            remove_workshop(library, entry.id)
    assert set(workshops(library)) == set(named[1::2])
    for place, entry in enumerate(named):
        assert bool(left_of(tmp_path, [entry.title])) == bool(place % 2)


def test_the_library_knows_that_a_real_workshop_was_run_even_once_it_is_deleted(
    library: Store,
) -> None:
    assert not has_run_a_real_workshop(library)
    add(library, an_entry())
    with transaction(library):
        remove_workshop(library, an_entry().id)
    assert has_run_a_real_workshop(library)


def test_a_library_in_memory_is_a_library() -> None:
    with closing(library_in_memory()) as store:
        add(store, an_entry())
        assert workshops(store) == (an_entry(),)
