"""Dates are in the form of the language, wherever they are written."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facilitator.app.home_view import Settings, home_view
from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.stage import Stage
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.domain.time.dates import day, own_day, own_moment, weekday
from facilitator.live.library.remembered import remembered_here
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.store.library.file import library_in_memory
from facilitator.store.library.workshops import MINUTE, Entry
from tests.architecture.source import FILES

WHEN = date(2026, 11, 29)
NOON = datetime(2026, 11, 29, 12, 5, tzinfo=UTC)
WRITTEN_ELSEWHERE = re.compile(r"%d[.\- /]%m|%[bB]|dd?[. ]MM")


@pytest.mark.parametrize(
    ("language", "to_the_day", "named"),
    [
        (ENGLISH, "29 November 2026", "Sunday 29 November 2026"),
        (WELSH, "29 Tachwedd 2026", "Dydd Sul 29 Tachwedd 2026"),
        (Language("ar"), "29 November 2026", "Sunday 29 November 2026"),
    ],
)
def test_a_date_is_in_the_form_of_its_language(
    language: Language, to_the_day: str, named: str
) -> None:
    assert (day(language, WHEN), weekday(language, WHEN)) == (to_the_day, named)


def test_the_facilitator_reads_day_and_time_in_words() -> None:
    assert own_day(WHEN) == "29 November 2026"
    assert own_moment(NOON) == "Sunday 29 November 2026, 12:05"


def test_home_and_what_is_remembered_write_one_form(tmp_path: Path) -> None:
    library = library_in_memory()
    listed = WorkshopList(tmp_path, library)
    entry = Entry(
        WorkshopId("w"), "Title", "", WHEN, PlanId("p"), "Plan", MINUTE, Stage.RUNNING, "w.workshop"
    )
    listed.add(entry)
    (tmp_path / "w.workshop").touch()
    os.utime(tmp_path / "w.workshop", (NOON.timestamp(), NOON.timestamp()))
    (row,) = home_view(listed, library, Settings(library)).workshops
    assert (row.when, row.stopped) == ("29 November 2026", own_moment(NOON.astimezone()))
    lines = (line for part in remembered_here(library, tmp_path) for line in part.lines)
    assert any("29 November 2026" in line for line in lines)
    library.close()


def test_no_other_place_has_a_form_of_its_own() -> None:
    names = [
        path.name
        for path in FILES
        if path.name != "dates.py" and WRITTEN_ELSEWHERE.search(path.read_text(encoding="utf-8"))
    ]
    assert names == []
