"""Works out whether the workshop is on plan, and when it will end. Console only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.agenda.day import day_of
from facilitator.domain.agenda.fixed import (
    Appointment,
    appointments,
    arrivals,
    begins_ahead,
    fixed_at,
)
from facilitator.domain.agenda.minutes import (
    MINUTE,
    in_minutes,
    minutes_between,
    planned_minutes,
    taken_minutes,
)
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Workshop
from facilitator.live.views.advice import language_of
from facilitator.room.pages.strip import before_break
from facilitator.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Pace:
    """The expected and the planned end; ``due`` is ``None`` when no end was planned."""

    ends_at: datetime
    due: datetime | None
    appointment: Appointment | None = None  # with a step fixed to the clock: the first that is late

    @property
    def late(self) -> int:
        """Minutes by which it will end late, from both times as a clock shows them."""
        return 0 if self.due is None else minutes_between(self.due, self.ends_at)

    @property
    def over(self) -> int:
        """Minutes by which the steps before the appointment are too long; negative if too short."""
        if self.appointment is None:
            return 0
        at = self.appointment.at
        return minutes_between(at, at + self.appointment.over)

    @property
    def to_regain(self) -> int:
        """Minutes to regain before the appointment, or else before the end."""
        return max(self.over, 0) or max(self.late, 0)

    @property
    def behind(self) -> bool:
        """Whether there is a minute or more to regain."""
        return self.to_regain >= 1

    @property
    def early(self) -> int:
        """Minutes by which it is ahead; a single minute still counts as on plan."""
        return -self.late if self.late <= -2 else 0


def pace_of(workshop: Workshop, now: Moment) -> Pace:
    """Return when the workshop will end if every coming step takes its planned time."""
    agenda = workshop.agenda
    _begins, ends_at = begins_ahead(agenda, now.wall + agenda.now.left(now), now)
    coming, _rest = appointments(agenda, now)
    late = next((each for each in coming if each.over >= MINUTE), None)
    return Pace(ends_at, _planned_end(workshop), late or next(iter(coming), None))


def _planned_end(workshop: Workshop) -> datetime | None:
    """Return when the plan ends, with what it waits for steps that are fixed to the clock."""
    starts_at = workshop.setup.starts_at
    steps = [step for step in workshop.agenda.steps if not step.was_added]
    if starts_at is None or all(step.at is None for step in steps):
        return None if starts_at is None else starts_at + workshop.planned
    planned = ((step, step.length) for step in steps)
    step, _arrival, begins = tuple(arrivals(planned, starts_at, starts_at))[-1]
    return begins + step.length


def pace_text(pace: Pace) -> str:
    """Return the pace in words, such as "4 min behind · ends 15:34"."""
    ends = time_of_day(pace.ends_at)
    if pace.appointment is not None and (pace.over >= 1 or pace.over <= -2):
        text = (
            _("{minutes} min too many before {at} · ends {time}")
            if pace.over >= 1
            else _("{minutes} min to spare before {at} · ends {time}")
        )
        at = time_of_day(pace.appointment.at)
        return text.format(minutes=abs(pace.over), at=at, time=ends)
    if pace.due is None:
        return _("Ends {time}").format(time=ends)
    if pace.behind:
        text = ngettext(
            "{minutes} min behind · ends {time}", "{minutes} min behind · ends {time}", pace.late
        )
        return text.format(minutes=pace.late, time=ends)
    if pace.early:
        return _("{minutes} min ahead · ends {time}").format(minutes=pace.early, time=ends)
    return _("On plan · ends {time}").format(time=ends)


def step_ends_at(workshop: Workshop) -> str:
    """Return the time of day at which the room sees that the present step ends, if it does.

    The board shows when a break is over once its time runs. Holding it, running over and ending
    it do not change that time; adding or taking time, or a restart, does.
    """
    run = workshop.agenda.now
    if run.round.due is None:
        return ""
    rest = sum((part.length for part in run.rounds[run.segment + 1 :]), timedelta())
    return time_of_day(run.round.due + rest)


def next_ends_at(workshop: Workshop, following: StepRun, now: Moment) -> str:
    """Return when the next step would end if it began as soon as the present one is over."""
    start = now.wall + workshop.agenda.now.left(now)
    fixed = fixed_at(following.step, start)
    begins_at = fixed if fixed is not None and fixed >= now.wall else start
    return time_of_day(begins_at + following.rest(now))


def steps_begin_at(workshop: Workshop, now: Moment) -> tuple[str, ...]:
    """Return when each step began or is expected to, "" for a step that is left out."""
    begins, _end = day_of(workshop.agenda, workshop.setup.starts_at, now)
    return tuple(
        time_of_day(begins[run.step.id]) if run.step.id in begins else ""
        for run in workshop.agenda.runs
    )


def break_begins_at(workshop: Workshop, now: Moment) -> datetime | None:
    """Return when the next break begins if every step takes its planned time, if there is one."""
    agenda = workshop.agenda
    waiting = before_break(agenda)
    if waiting is None:
        return None
    begins, _end = begins_ahead(agenda, now.wall + agenda.now.left(now), now)
    return begins[agenda.ahead[len(waiting)].step.id]


def minutes_taken(workshop: Workshop, held: timedelta) -> tuple[str, ...]:
    """Return planned and actual minutes of each step and in total, in words; they add up.

    The same minutes as in the record, as far as that is written; nothing where no clock was used.
    ``held`` is how long no time ran since the first step began; it is not in the record.
    """
    runs = workshop.agenda.runs
    if not any(run.written for run in runs):
        return ()
    language = language_of(workshop)
    planned, took = planned_minutes(runs), taken_minutes(runs)
    words = _("{step} – {planned} min planned, {took} min taken")
    lines = [
        words.format(step=run.step.title.in_(language), planned=minutes, took=taken)
        for run, minutes, taken in zip(runs, planned, took, strict=True)
        if minutes or taken
    ]
    whole = words.format(step=_("The whole workshop"), planned=sum(planned), took=sum(took))
    idle = in_minutes(held)
    between = _("Besides, between steps, held, or in a pause for care – {took} min")
    return (*lines, whole, *([between.format(took=idle)] if idle else []))
