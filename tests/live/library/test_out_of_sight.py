"""A folder that cannot be read stops nothing else."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.agreements import AGREEING
from tests.helpers.programs import started
from tests.helpers.read_only import modes_hold
from tests.helpers.sessions import SETUP
from tests.helpers.sticks import opened


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_program_starts_though_a_closing_waits_where_nobody_may_look(tmp_path: Path) -> None:
    data, stick = tmp_path / "data", tmp_path / "stick"
    data.mkdir()
    stick.mkdir()
    with started(data) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, group="Ninian"))
        (entry,) = workshops.entries()
        session.close()
        path = workshops.list.path_of(entry).rename(stick / "one.workshop")
        session = opened(workshops, path)
        workshops.begin_closing(session.workshop, tmp_path / "records")
        session.close()
    stick.chmod(0o000)
    try:
        with modes_hold(), started(data) as workshops:
            (problem,) = workshops.finish_interrupted().problems
            assert len(workshops.entries()) == 1
    finally:
        stick.chmod(0o700)
    assert "cannot be read" in problem
    with started(data) as workshops:
        assert len(workshops.finish_interrupted().records) == 1
