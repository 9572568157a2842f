"""*What happens today*: the parts of the day in their order, with rough times.

It has no notes, no count, and nothing of what was dropped or skipped. Spare time is not announced.
"""

from datetime import datetime, timedelta

from facilitator.domain.agenda.agenda import Standing, StepRun
from facilitator.domain.agenda.day import day_of
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import DayPart, PartMark, TodayPage
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

ROUGH = timedelta(minutes=5)  # times are rounded to a multiple of it
MARKS = {Standing.DONE: PartMark.DONE, Standing.NOW: PartMark.NOW}


def today_page(workshop: Workshop, now: Moment) -> TodayPage:
    """Return the parts of the day as they are expected at this moment."""
    languages, agenda = workshop.languages, workshop.agenda
    begins, end = day_of(agenda, workshop.setup.starts_at, now)
    parts = [
        DayPart(
            _rough(begins[run.step.id]),
            run.step.title,
            MARKS.get(run.standing, PartMark.COMING),
            is_break=run.step.is_break,
        )
        for run in agenda.runs
        if run.step.id in begins and _is_announced(run)
    ]
    return TodayPage(
        heading=say_in(languages, Key.TODAY_TITLE),
        parts=(*parts, DayPart(_rough(end), say_in(languages, Key.TODAY_FINISH))),
        foot=say_in(languages, Key.TODAY_FOOT),
    )


def _is_announced(run: StepRun) -> bool:
    """Return whether a step is a part of the day: spare time is one only while it is used."""
    return run.standing is Standing.NOW or not run.step.has(Trait.BUFFER)


def _rough(time: datetime) -> str:
    """Return the nearest multiple of five minutes; every zone is off by a multiple of it."""
    past = timedelta(minutes=time.minute % 5, seconds=time.second, microseconds=time.microsecond)
    return time_of_day(time - past + (ROUGH if past >= ROUGH / 2 else timedelta()))
