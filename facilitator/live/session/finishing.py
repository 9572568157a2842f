"""Finishing on time: one command applies the proposal, one undoes it."""

from dataclasses import replace

from facilitator.domain.agenda.agenda import Agenda
from facilitator.domain.agenda.finishing import Proposal, Undo, applied, undone
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.board import BoardPart
from facilitator.live.session.saving import Saving
from facilitator.live.views.finish_view import late_proposal
from facilitator.live.views.pace import pace_of
from facilitator.wording import _


class Finishing:
    """The commands that regain time. Undo restores the changed steps exactly."""

    def __init__(self, saving: Saving, board: BoardPart) -> None:
        self._saving = saving
        self._board = board

    @property
    def proposal(self) -> Proposal:
        """The changes that regain the present delay; ``None`` while it is under a minute."""
        return late_proposal(self._saving.workshop, self._saving.now)

    @property
    def can_undo(self) -> bool:
        """Whether the last applied proposal can be undone."""
        return self._saving.workshop.shortened is not None

    def apply(self) -> None:
        """Apply the proposal. Raises ``NotAllowedNowError`` when there is nothing to change."""
        proposal = self.proposal
        if not proposal.changes:
            raise NotAllowedNowError(
                _("There is nothing that could be shorter."), _("Ask the group how to go on.")
            )
        self._save(*applied(self._saving.workshop.agenda, proposal))

    def undo(self) -> None:
        """Undo the last proposal. Raises ``NotAllowedNowError`` when none was applied."""
        workshop = self._saving.workshop
        if workshop.shortened is None:
            raise NotAllowedNowError(_("Nothing was changed to finish on time."))
        self._save(undone(workshop.agenda, workshop.shortened), None)

    def ask(self) -> None:
        """Ask the room on the board how to use the time, or remove the question.

        Raises ``NotAllowedNowError`` in the last step, where there is one way to go on.
        """
        workshop = self._saving.workshop
        if workshop.agenda.next is None and workshop.board.showing is not Showing.ASK:
            raise NotAllowedNowError(
                _("This is the last step, so there is nothing to choose between."),
                _("Ask aloud whether to stay a little longer."),
            )
        pace = pace_of(self._saving.workshop, self._saving.now)
        self._board.ask(pace.to_regain)

    def _save(self, agenda: Agenda, undo: Undo | None) -> None:
        self._saving.save(replace(self._saving.workshop, agenda=agenda, shortened=undo))
