"""Acts of one kind of step, from its own panel or corner page."""

from dataclasses import replace

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

    def keep_for_next(self, step_id: StepId, *, yes: bool) -> None:
        """Set whether the room lets what a step leaves stay for its next workshop."""
        workshop = self._saving.workshop
        state = workshop.state_of(step_id)
        if state is None:
            raise NotAllowedNowError(_("There is nothing of this step to stay here."))
        self._saving.save(workshop.with_state(replace(state, for_next=yes)))

    def _part(self, step_id: StepId) -> CommandPart:
        kind = self._saving.workshop.agenda.run_of(step_id).step.kind
        return self._kinds.commands[kind]
