"""Finishing on time: the proposal in words, to be made with one command and undone with one."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.agenda import Agenda
from facilitator.domain.clock import Moment
from facilitator.domain.finishing import Change, Proposal, Undo, applied, proposal_for, undone
from facilitator.domain.minutes import in_minutes, minutes_between, minutes_of_steps
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.advice import language_of
from facilitator.live.board import BoardPart
from facilitator.live.desk_view import FinishView
from facilitator.live.keeping import Keeping
from facilitator.live.pace import Pace, pace_of, time_of_day
from facilitator.wording import _, ngettext


class Finishing:
    """The commands that win time back. Undo restores the changed steps exactly."""

    def __init__(self, keeping: Keeping, board: BoardPart) -> None:
        self._keeping = keeping
        self._board = board

    @property
    def proposal(self) -> Proposal:
        """What would win the present delay back; nothing while it is under a minute."""
        return _proposal(self._keeping.workshop, self._keeping.now)

    @property
    def can_undo(self) -> bool:
        """Whether the last proposal that was made can be undone."""
        return self._keeping.workshop.shortened is not None

    def apply(self) -> None:
        """Make the proposal. Raises ``NotAllowedNowError`` when there is nothing to change."""
        proposal = self.proposal
        if not proposal.changes:
            raise NotAllowedNowError(
                _("There is nothing that could be shorter."), _("Ask the group how to go on.")
            )
        self._keep(*applied(self._keeping.workshop.agenda, proposal))

    def undo(self) -> None:
        """Take the last proposal back. Raises ``NotAllowedNowError`` when none was made."""
        workshop = self._keeping.workshop
        if workshop.shortened is None:
            raise NotAllowedNowError(_("Nothing was changed to finish on time."))
        self._keep(undone(workshop.agenda, workshop.shortened), None)

    def ask(self) -> None:
        """Ask the room how to use the time, on the board; or take the question away."""
        pace = pace_of(self._keeping.workshop, self._keeping.now)
        self._board.ask(max(pace.late, 0))

    def view(self) -> FinishView:
        """Return what the console shows of it."""
        return finish_view(self._keeping.workshop, self._keeping.now)

    def _keep(self, agenda: Agenda, undo: Undo | None) -> None:
        self._keeping.keep(replace(self._keeping.workshop, agenda=agenda, shortened=undo))


def finish_view(workshop: Workshop, now: Moment) -> FinishView:
    """Return the proposal for this moment in words."""
    pace, proposal = pace_of(workshop, now), _proposal(workshop, now)
    return FinishView(
        heading=_heading(pace),
        changes=tuple(_change_in_words(workshop, change) for change in proposal.changes),
        verdict=_verdict(pace, proposal),
        can_apply=bool(proposal.changes),
        can_undo=workshop.shortened is not None,
    )


def _proposal(workshop: Workshop, now: Moment) -> Proposal:
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
    kept = _("Breaks, protected steps and the ending stay as they are.")
    late = minutes_between(pace.due, pace.due + proposal.late)
    if not late:
        return _("Then it ends at {due}. {kept}").format(due=time_of_day(pace.due), kept=kept)
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
    return words.format(minutes=late, time=ends, kept=kept)
