"""Whether the workshop is on plan, and when it will end. The console's alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor

from facilitator.domain.agenda import StepRun
from facilitator.domain.clock import Moment
from facilitator.domain.minutes import MINUTE, whole_minutes
from facilitator.domain.workshop import Workshop
from facilitator.live.advice import language_of
from facilitator.room.strip import before_break
from facilitator.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Pace:
    """``delay`` is how much later than planned it will end; ``None`` when nothing was planned."""

    ends_at: datetime
    delay: timedelta | None

    @property
    def behind(self) -> bool:
        """Whether it will end later than planned by a minute or more."""
        return self.delay is not None and self.delay >= MINUTE


def pace_of(workshop: Workshop, now: Moment) -> Pace:
    """Return when the workshop will end if every step ahead takes its time."""
    agenda = workshop.agenda
    ahead = sum((run.rest(now) for run in agenda.ahead), timedelta())
    ends_at = now.wall + agenda.now.left(now) + ahead
    if workshop.setup.starts_at is None:
        return Pace(ends_at, None)
    return Pace(ends_at, ends_at - (workshop.setup.starts_at + workshop.planned))


def time_of_day(moment: datetime) -> str:
    """Return hours and minutes where this laptop is."""
    return f"{moment.astimezone():%H:%M}"


def pace_text(pace: Pace) -> str:
    """Return the pace in words, such as "4 min behind · ends 15:34"."""
    ends = time_of_day(pace.ends_at)
    if pace.delay is None:
        return _("Ends {time}").format(time=ends)
    if pace.behind:
        late = floor(pace.delay / MINUTE)
        text = ngettext(
            "{minutes} min behind · ends {time}", "{minutes} min behind · ends {time}", late
        )
        return text.format(minutes=late, time=ends)
    early = ceil(pace.delay / MINUTE)
    if early <= -2:
        return _("{minutes} min ahead · ends {time}").format(minutes=-early, time=ends)
    return _("On plan · ends {time}").format(time=ends)


def step_ends_at(workshop: Workshop) -> str:
    """Return the time of day at which the present step ends, as the room is told; else nothing.

    The room is told when a break is over once its time runs. Holding it, running over and ending
    it leave that as it is; time that is added or taken, or a step begun anew, tells it anew.
    """
    run = workshop.agenda.now
    if run.round.due is None:
        return ""
    rest = sum((one.length for one in run.rounds[run.segment + 1 :]), timedelta())
    return time_of_day(run.round.due + rest)


def next_ends_at(workshop: Workshop, following: StepRun, now: Moment) -> str:
    """Return when the next step would end if it were begun as soon as the present one is over."""
    begins_at = now.wall + workshop.agenda.now.left(now)
    return time_of_day(begins_at + following.rest(now))


def break_begins_at(workshop: Workshop, now: Moment) -> datetime | None:
    """Return when the next break begins if every step takes its time; ``None`` without one."""
    waiting = before_break(workshop.agenda)
    if waiting is None:
        return None
    ahead = sum((run.rest(now) for run in waiting), timedelta())
    return now.wall + workshop.agenda.now.left(now) + ahead


def minutes_taken(workshop: Workshop, now: Moment, held: timedelta) -> tuple[str, ...]:
    """Return planned and actual minutes of each step, and of all, in words; they add up.

    Nothing where no clock was used. ``held`` is how long no time ran since the first step began.
    """
    runs = workshop.agenda.runs
    took = whole_minutes([*(run.spent(now) for run in runs), held])
    if not any(run.spent(now) for run in runs):
        return ()
    language = language_of(workshop)
    words = _("{step} – {planned} min planned, {took} min taken")
    lines = [
        words.format(step=run.step.title.in_(language), planned=planned, took=minutes)
        for run, planned, minutes in zip(runs, _planned(workshop), took, strict=False)
        if planned or minutes
    ]
    between = _("Between steps, held, or in a pause for care – {took} min").format(took=took[-1])
    planned = round(workshop.planned / MINUTE)
    whole = words.format(step=_("The whole workshop"), planned=planned, took=sum(took))
    return (*lines, *([between] if took[-1] else []), whole)


def _planned(workshop: Workshop) -> tuple[int, ...]:
    """Return each step's minutes as planned: none for what was added on the day."""
    steps = [run.step for run in workshop.agenda.runs]
    return whole_minutes([timedelta() if one.was_added else one.length for one in steps])
