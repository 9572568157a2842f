"""Acts of one kind of step, from its own panel or corner page."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Page, Showing, Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.kinds import CommandPart, LiveKinds
from facilitator.live.session.saving import Saving
from facilitator.wording import _


class OwnActs:
    """Passes an act to the kind of the shown step, and saves the result."""

    def __init__(
        self,
        saving: Saving,
        kinds: LiveKinds,
        page_of: Callable[[str], int | None],
        first_of: Callable[[Workshop, int], int],
    ) -> None:
        self._saving = saving
        self._first_of = first_of  # the first sheet of a section of what will be on the board
        self._kinds = kinds
        self._page_of = page_of

    def do(self, step_id: StepId, act: object) -> None:
        """Do an act of the facilitator. Raises ``NotAllowedNowError``."""
        part = self._part(step_id)
        workshop, shuffler = self._saving.workshop, self._saving.shuffler
        changed = part.do(workshop, step_id, act, shuffler)
        section = part.section(changed, step_id, act) if part.section is not None else None
        self._saving.save(changed if section is None else self._turned_to(changed, section))
        self._turn_to(part.turns_to(self._saving.workshop, step_id, act), step_id)

    def _turn_to(self, line: str, step_id: StepId) -> None:
        """Turn to the page of a line, while the step is on the board."""
        workshop = self._saving.workshop
        board, now = workshop.board, workshop.agenda.now.step
        if not line or board.showing is not Showing.STEP or now.id != step_id:
            return
        page = self._page_of(line)
        if page not in (None, board.page):
            self._saving.save(replace(workshop, board=replace(board, page=page)))

    def _turned_to(self, workshop: Workshop, section: int) -> Workshop:
        """Return the workshop with a section of the step's page on the board, or under a pause."""
        board = workshop.board
        at_step = replace(board.at_step, quiet=False)
        page = Page(page=self._first_of(replace(workshop, board=at_step), section))
        if board.before_care is None:
            return replace(workshop, board=at_step.turned_to(page))
        paused = replace(board.uncovered, before_care=page)
        return replace(workshop, board=paused)

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
