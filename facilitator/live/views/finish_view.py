"""Words for whether the workshop finishes on time, and for the proposal that would help."""

from datetime import timedelta

from facilitator.domain.agenda.finishing import Change, Proposal, proposal_for
from facilitator.domain.agenda.minutes import in_minutes, minutes_between, minutes_of_steps
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
    late = max(pace_of(workshop, now).late, 0)
    return proposal_for(workshop.agenda, now, timedelta(minutes=late))


def _heading(pace: Pace) -> str:
    ends = time_of_day(pace.ends_at)
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
