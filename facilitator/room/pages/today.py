"""*What happens today*: the parts of the day in their order, with rough times.

It has no notes, no count, and nothing of what was dropped or skipped. Spare time is not announced.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.room.pages.picture import DayPart, PartMark, TodayPage
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

ROUGH = timedelta(minutes=5)  # times are rounded to a multiple of it
MARKS = {Standing.DONE: PartMark.DONE, Standing.NOW: PartMark.NOW}


def today_page(workshop: Workshop, now: Moment) -> TodayPage:
    """Return the parts of the day as they are expected at this moment."""
    languages = workshop.languages
    *begins, end = _rough(_times(workshop, now))
    agenda = workshop.agenda
    runs = (*_done(agenda), agenda.now, *agenda.ahead)
    parts = [
        DayPart(
            begin,
            run.step.title,
            MARKS.get(run.standing, PartMark.COMING),
            is_break=run.step.is_break,
        )
        for run, begin in zip(runs, begins, strict=True)
        if run.standing is Standing.NOW or not run.step.has(Trait.BUFFER)
    ]
    return TodayPage(
        heading=say_in(languages, Key.TODAY_TITLE),
        parts=(*parts, DayPart(end, say_in(languages, Key.TODAY_FINISH))),
        foot=say_in(languages, Key.TODAY_FOOT),
    )


def _done(agenda: Agenda) -> tuple[StepRun, ...]:
    return tuple(run for run in agenda.runs if run.standing is Standing.DONE)


def _times(workshop: Workshop, now: Moment) -> Iterator[datetime]:
    """Yield when each part of the day begins, and when the day ends.

    Earlier parts follow one another from the start; nobody noted when each began.
    """
    agenda, starts_at = workshop.agenda, workshop.setup.starts_at
    begun = _begun(agenda.now, now)
    if agenda.is_before_start and starts_at is not None:
        begun = max(begun, starts_at)
    done = _done(agenda)
    at = starts_at or begun - sum((run.spent(now) for run in done), timedelta())
    for run in done:
        yield min(at, begun)
        at += run.spent(now)
    yield begun
    at = max(begun, _ends(agenda, begun, now))
    for run in agenda.ahead:
        yield at
        at += run.rest(now)
    yield at


def _begun(run: StepRun, now: Moment) -> datetime:
    """Return when the present step began: exact while its time runs, else from the time it took."""
    earlier = sum((part.length for part in run.rounds[: run.segment]), timedelta())
    due = run.round.due
    if due is not None:
        return due - run.round.length - earlier
    return now.wall - run.used(now)


def _ends(agenda: Agenda, begun: datetime, now: Moment) -> datetime:
    """Return when the present step is expected to end; later once it runs over."""
    run = agenda.now
    if run.round.state is RoundState.READY and run.segment == 0:
        return begun + run.length
    rest = sum((part.length for part in run.rounds[run.segment + 1 :]), timedelta())
    if run.round.due is not None and run.round.due > now.wall:
        return run.round.due + rest
    return now.wall + run.left(now)


def _rough(times: Iterator[datetime]) -> tuple[str, ...]:
    """Return times of day, rounded to five minutes; none is before the one above it."""
    return tuple(time_of_day(_rounded(time)) for time in times)


def _rounded(time: datetime) -> datetime:
    """Return the nearest multiple of five minutes; every zone is off by a multiple of it."""
    past = timedelta(minutes=time.minute % 5, seconds=time.second, microseconds=time.microsecond)
    return time - past + (ROUGH if past >= ROUGH / 2 else timedelta())
