"""Acts of one kind of step, from its own panel or corner page."""

from facilitator.domain.ids import StepId
from facilitator.errors import NotAllowedNowError
from facilitator.live.kinds import CommandPart, LiveKinds
from facilitator.live.session.saving import Saving
from facilitator.wording import _


class OwnActs:
    """Passes an act to the kind of the shown step, and saves the result."""

    def __init__(self, saving: Saving, kinds: LiveKinds) -> None:
        self._saving = saving
        self._kinds = kinds

    def do(self, step_id: StepId, act: object) -> None:
        """Do an act of the facilitator. Raises ``NotAllowedNowError``."""
        part = self._part(step_id)
        workshop, shuffler = self._saving.workshop, self._saving.shuffler
        self._saving.save(part.do(workshop, step_id, act, shuffler))

    def hand_in(self, step_id: StepId, answer: object) -> None:
        """Save an answer from the typing corner. Raises ``NotAllowedNowError``."""
        hand_in = self._part(step_id).hand_in
        if hand_in is None:
            raise NotAllowedNowError(_("Nothing is handed in in this step."))
        workshop, shuffler = self._saving.workshop, self._saving.shuffler
        self._saving.save(hand_in(workshop, step_id, answer, shuffler))

    def _part(self, step_id: StepId) -> CommandPart:
        kind = self._saving.workshop.agenda.run_of(step_id).step.kind
        return self._kinds.commands[kind]
