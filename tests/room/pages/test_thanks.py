"""The last page: what people need once they have gone home."""

from dataclasses import replace

import pytest

from facilitator.domain.ids import WorkshopId
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import ScenePage
from facilitator.room.pages.thanks import thanks_page, thanks_without_record
from tests.helpers.sessions import PLAN, SETUP


def after(setup: Setup = SETUP) -> Workshop:
    """Return a workshop in two languages."""
    plan = replace(PLAN, languages=(WELSH, ENGLISH))
    return Workshop.of(WorkshopId("w"), plan, setup, practice=False)


def rows(page: ScenePage) -> list[tuple[str, str]]:
    """Return what can be read in English."""
    return [(name.in_(ENGLISH), how.in_(ENGLISH)) for name, how in page.rows]


def test_it_names_the_record_support_and_whom_to_ask() -> None:
    setup = replace(SETUP, facilitator="Sam Okoro.", reach="sam@example.org")
    assert rows(thanks_page(after(setup))) == [
        ("The record", "goes to: all of us"),
        ("Support", "the community house, today or later"),
        ("Take a line out", "ask Sam Okoro (sam@example.org), within 7 days"),
    ]
    assert rows(thanks_page(after()))[-1][1] == "ask the facilitator, within 7 days"


def test_what_nobody_entered_is_not_there() -> None:
    page = thanks_page(after(Setup(people=9, support=" ", recipients="")))
    assert [name for name, _how in rows(page)] == ["Take a line out"]


@pytest.mark.parametrize("deleted", [True, False])
def test_without_a_record_it_promises_none(deleted: bool) -> None:
    page = thanks_without_record(after(), deleted=deleted)
    names = [name for name, _how in rows(page)]
    assert names == (["What you wrote", "Support"] if deleted else ["Support"])


def test_it_speaks_both_languages_of_the_workshop() -> None:
    page = thanks_page(after())
    for words in (page.title, *(part for row in page.rows for part in row)):
        assert words.in_(WELSH)
        assert words.in_(ENGLISH)
        if "house" not in words.in_(ENGLISH):
            assert words.in_(WELSH) != words.in_(ENGLISH)
