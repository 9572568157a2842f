"""*What happens today*: rough times of the live agenda, and nothing for the facilitator alone."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.ids import StepId, WorkshopId
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import DayPart, PartMark, TodayPage
from facilitator.room.pages.today import today_page
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import CHOICE, GATHER, MINUTE, PLAN, SAID, SETUP, SLACK, TALK

TEA = Step(StepId("tea"), StepKind.BREAK, Words.of("Tea"), 10 * MINUTE)
STEPS = (
    replace(SAID, length=10 * MINUTE),
    replace(TALK, segments=(), length=15 * MINUTE),
    TEA,
    SLACK,
    replace(CHOICE, length=5 * MINUTE),
)
STARTS = FakeClock().moment().wall


@pytest.fixture
def workshop() -> Workshop:
    plan = replace(PLAN, steps=STEPS)
    return Workshop.of(WorkshopId("w"), plan, replace(SETUP, starts_at=STARTS), practice=False)


def with_agenda(workshop: Workshop, agenda: Agenda) -> Workshop:
    return replace(workshop, agenda=agenda)


def rows(page: TodayPage) -> list[tuple[str, str, PartMark]]:
    return [(part.time, part.title.first, part.mark) for part in page.parts]


def at(minutes: int) -> str:
    return time_of_day(STARTS + minutes * MINUTE)


def moment(minutes: float) -> Moment:
    passed = timedelta(minutes=minutes)
    return Moment(passed, STARTS + passed, "boot")


def test_before_the_start_it_has_the_planned_times_and_when_we_finish(workshop: Workshop) -> None:
    page = today_page(workshop, moment(-20))
    assert rows(page) == [
        (at(0), "Celebrate", PartMark.NOW),
        (at(10), "What made it hard?", PartMark.COMING),
        (at(25), "Tea", PartMark.COMING),
        (at(40), "What goes in the record", PartMark.COMING),
        (at(45), "We finish", PartMark.COMING),
    ]
    assert page.foot.first == "Times are rough. You can always pass."
    assert [part.is_break for part in page.parts] == [False, False, True, False, False]


def test_done_parts_have_a_tick_and_coming_ones_follow_the_live_agenda(workshop: Workshop) -> None:
    agenda = workshop.agenda
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(moment(0))))
    agenda = agenda.moved_to(TALK.id, moment(20))
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(moment(20))))
    assert rows(today_page(with_agenda(workshop, agenda), moment(22))) == [
        (at(0), "Celebrate", PartMark.DONE),
        (at(20), "What made it hard?", PartMark.NOW),
        (at(35), "Tea", PartMark.COMING),
        (at(50), "What goes in the record", PartMark.COMING),
        (at(55), "We finish", PartMark.COMING),
    ]


def test_while_time_runs_the_times_stay_as_they_are(workshop: Workshop) -> None:
    agenda = workshop.agenda
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(moment(1.3))))
    running = with_agenda(workshop, agenda)
    before = today_page(running, moment(1.3))
    assert all(today_page(running, moment(part / 10)) == before for part in range(14, 112))
    assert today_page(running, moment(25)) != before, "it runs over"


def test_dropped_and_skipped_steps_and_spare_time_are_not_on_it(workshop: Workshop) -> None:
    agenda = workshop.agenda.dropped(TEA.id)
    page = today_page(with_agenda(workshop, agenda), moment(0))
    titles = [part.title.first for part in page.parts]
    assert "Tea" not in titles
    assert "Breathing space" not in titles
    agenda = workshop.agenda.moved_to(SLACK.id, moment(5))
    now = today_page(with_agenda(workshop, agenda), moment(5))
    assert ("Breathing space", PartMark.NOW) in [row[1:] for row in rows(now)]


def test_no_time_is_before_the_one_above_it(workshop: Workshop) -> None:
    agenda = workshop.agenda
    for place, minutes in enumerate((3, 4, 40, 41)):
        agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(moment(minutes))))
        agenda = agenda.moved_to(STEPS[place + 1].id, moment(minutes + 9))
        page = today_page(with_agenda(workshop, agenda), moment(minutes + 10))
        clocks = [part.time for part in page.parts]
        assert clocks == sorted(clocks)


def test_notes_of_the_facilitator_and_marks_are_not_on_it(workshop: Workshop) -> None:
    marked = tuple(
        replace(step, say="a private word", do="a private note", materials="cards", protect=True)
        for step in STEPS
    )
    plan = replace(PLAN, steps=marked)
    private = Workshop.of(WorkshopId("w"), plan, replace(SETUP, starts_at=STARTS), practice=False)
    assert today_page(private, moment(0)) == today_page(workshop, moment(0))
    assert {field.name for field in fields(DayPart)} == {"time", "title", "mark", "is_break"}


def test_it_speaks_both_languages(workshop: Workshop) -> None:
    both = replace(workshop, languages=(WELSH, ENGLISH))
    page = today_page(both, moment(0))
    assert [language for language, _text in page.heading.texts] == [WELSH, ENGLISH]
    assert page.parts[-1].title.in_(WELSH) != page.parts[-1].title.in_(ENGLISH)


def test_tea_in_which_people_write_is_a_break_too() -> None:
    plan = replace(PLAN, steps=(SAID, GATHER))
    page = today_page(Workshop.of(WorkshopId("w"), plan, SETUP, practice=False), moment(0))
    assert [part.is_break for part in page.parts] == [False, True, False]
