"""The welcome: what the room may see before the start."""

from dataclasses import replace

from facilitator.domain.ids import WorkshopId
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.registry import LIVE
from facilitator.room.pages.welcome import welcome_page
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import PLAN, SETUP

TITLE = Words(((WELSH, "Sgyrsiau dewr"), (ENGLISH, "Courageous conversations")))
SETTING = replace(SETUP, group="Riverside panel", facilitator="Sam")


def workshop(showing: Showing = Showing.WELCOME, title: str = "") -> Workshop:
    plan = replace(PLAN, title=TITLE, languages=(WELSH, ENGLISH))
    new = Workshop.of(WorkshopId("w"), plan, replace(SETTING, title=title), practice=False)
    return replace(new, board=replace(new.board, showing=showing))


def words(showing: Showing = Showing.WELCOME, title: str = "") -> list[str]:
    page = welcome_page(workshop(showing, title))
    return [part.in_(ENGLISH) for part in (page.label, page.title, *page.texts)]


def test_it_has_the_title_and_when_we_start_in_both_languages() -> None:
    assert SETUP.starts_at is not None
    start = f"We start at {time_of_day(SETUP.starts_at)}"
    assert words() == ["Welcome", "Courageous conversations", start]
    page = welcome_page(workshop())
    for part in (page.label, page.title, *page.texts):
        assert [language for language, _text in part.texts] == [WELSH, ENGLISH]


def test_the_group_is_on_it_only_if_the_facilitator_shows_it() -> None:
    assert "Riverside panel" not in words()
    assert words(Showing.WELCOME_GROUP)[2] == "Riverside panel"
    without = replace(workshop(Showing.WELCOME_GROUP), setup=replace(SETTING, group=""))
    assert len(welcome_page(without).texts) == 1


def test_the_name_of_the_group_is_on_no_other_page() -> None:
    new, now = workshop(), FakeClock().moment()
    others = set(Showing) - {Showing.LINES, Showing.ONE}  # of a gathering
    named = {
        showing
        for showing in others
        for board in [replace(new.board, showing=showing, curtain=False)]
        if "Riverside" in repr(LIVE.room.content_of(replace(new, board=board), now))
    }
    assert named == {Showing.WELCOME_GROUP}


def test_a_title_as_it_was_typed_is_in_no_language_but_a_typed_title_of_the_plan_is() -> None:
    assert welcome_page(workshop(title="An evening")).title == Words.of("An evening", WELSH)
    assert welcome_page(workshop(title="Courageous conversations")).title == TITLE


def test_without_a_start_it_promises_none() -> None:
    new = replace(workshop(), setup=replace(SETTING, starts_at=None))
    assert welcome_page(new).texts == ()
