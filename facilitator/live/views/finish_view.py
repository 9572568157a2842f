"""Words for whether the workshop finishes on time, and for the proposal that would help."""

from datetime import timedelta

from facilitator.domain.agenda.finishing import Change, Proposal, proposal_for
from facilitator.domain.agenda.fixed import Appointment, appointments
from facilitator.domain.agenda.minutes import in_minutes, minutes_between, minutes_of_steps
from facilitator.domain.text.language import ENGLISH
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.dates import time_of_day
from facilitator.domain.workshop import Workshop
from facilitator.live.views.advice import language_of
from facilitator.live.views.desk_view import FinishView
from facilitator.live.views.pace import Pace, pace_of
from facilitator.wording import _, ngettext


def finish_view(workshop: Workshop, now: Moment) -> FinishView:
    """Return the proposal for this moment in words."""
    pace, proposal = pace_of(workshop, now), late_proposal(workshop, now)
    return FinishView(
        heading=_heading(pace),
        changes=tuple(_change_in_words(workshop, change) for change in proposal.changes),
        verdict=_verdict(pace, proposal),
        can_apply=bool(proposal.changes),
        can_undo=workshop.shortened is not None,
        can_ask=workshop.agenda.next is not None,
    )


def late_proposal(workshop: Workshop, now: Moment) -> Proposal:
    """Return the proposal that regains the present delay; ``None`` under a minute."""
    pace = pace_of(workshop, now)
    delay = timedelta(minutes=pace.to_regain)
    if pace.appointment is not None and pace.over >= 1:
        return proposal_for(workshop.agenda, now, delay, pace.appointment.before)
    _coming, after_the_last = appointments(workshop.agenda, now)
    return proposal_for(workshop.agenda, now, delay, after_the_last)


def _heading(pace: Pace) -> str:
    ends = time_of_day(pace.ends_at)
    if pace.appointment is not None and (pace.over >= 1 or pace.over <= -2):
        return _appointment(pace, pace.appointment)
    if pace.due is None:
        return _("As it goes, this ends at {time}. Nobody said when it was to begin.").format(
            time=ends
        )
    due = time_of_day(pace.due)
    if pace.behind:
        return ngettext(
            "As it goes, this ends at {time}: {minutes} minute later than {due}.",
            "As it goes, this ends at {time}: {minutes} minutes later than {due}.",
            pace.late,
        ).format(time=ends, minutes=pace.late, due=due)
    if pace.early:
        return _("As it goes, this ends at {time}, {minutes} minutes ahead.").format(
            time=ends, minutes=pace.early
        )
    return _("As it goes, this ends on time, at {time}.").format(time=ends)


def _appointment(pace: Pace, fixed: Appointment) -> str:
    """Return by how much the steps before a step fixed to the clock are too long or too short."""
    minutes, at = abs(pace.over), time_of_day(fixed.at)
    if pace.over >= 1:
        text = ngettext(
            "“{step}” is at {at}, and {minutes} minute too many comes before it.",
            "“{step}” is at {at}, and {minutes} minutes too many come before it.",
            minutes,
        )
    else:
        text = ngettext(
            "“{step}” is at {at}, with {minutes} minute to spare before it.",
            "“{step}” is at {at}, with {minutes} minutes to spare before it.",
            minutes,
        )
    return text.format(step=fixed.step.title.in_(ENGLISH), at=at, minutes=minutes)


def _before_appointment(fixed: Appointment, proposal: Proposal) -> str:
    """Return whether a proposal is enough for a step fixed to the clock."""
    at, late = time_of_day(fixed.at), in_minutes(proposal.late)
    if not late:
        return _("Then there is time for all of it before {at}.").format(at=at)
    return ngettext(
        "That is not enough: {minutes} minute too many remains before {at}.",
        "That is not enough: {minutes} minutes too many remain before {at}.",
        late,
    ).format(minutes=late, at=at)


def _change_in_words(workshop: Workshop, change: Change) -> str:
    agenda = workshop.agenda
    title = agenda.run_of(change.step_id).step.title.in_(language_of(workshop))
    minutes = minutes_of_steps(agenda.runs)[agenda.place_of(change.step_id)]
    if change.to is None:
        return _("Drop “{step}”: {minutes} min.").format(step=title, minutes=minutes)
    return _("Shorten “{step}” from {minutes} to {shorter} min.").format(
        step=title, minutes=minutes, shorter=max(1, in_minutes(change.to))
    )


def _verdict(pace: Pace, proposal: Proposal) -> str:
    if pace.appointment is not None and pace.over >= 1:
        return _before_appointment(pace.appointment, proposal)
    if pace.due is None or not pace.behind:
        return _("Nothing has to change.")
    unchanged = _("Breaks, protected steps and the ending stay as they are.")
    late = minutes_between(pace.due, pace.due + proposal.late)
    if not late:
        return _("Then it ends at {due}. {kept}").format(due=time_of_day(pace.due), kept=unchanged)
    ends = time_of_day(pace.due + proposal.late)
    if proposal.changes:
        words = ngettext(
            "That is not enough: it still ends {minutes} minute late, at {time}. {kept}",
            "That is not enough: it still ends {minutes} minutes late, at {time}. {kept}",
            late,
        )
    else:
        words = ngettext(
            "Nothing later can be shortened: it ends {minutes} minute late, at {time}. {kept}",
            "Nothing later can be shortened: it ends {minutes} minutes late, at {time}. {kept}",
            late,
        )
    return words.format(minutes=late, time=ends, kept=unchanged)
