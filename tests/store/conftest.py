"""A workshop file that is open, for the tests of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.store.database import Store
from facilitator.store.workshop.file import create_workshop
from tests.helpers.workshops import a_workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.workshop"


@pytest.fixture
def db(path: Path) -> Iterator[Store]:
    store = create_workshop(path, a_workshop())
    yield store
    store.close()
