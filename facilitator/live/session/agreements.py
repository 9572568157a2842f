"""The group's agreement while the workshop runs: captures, rewords, joins, parks, drops lines."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement, taken_out
from facilitator.domain.agreement.line import AgreementLine, LineState, Parking, Wording
from facilitator.domain.agreement.reasons import with_reason_recorded, without_reason
from facilitator.domain.agreement.versions import with_version_recorded, without_version
from facilitator.domain.contribution import Contribution, Gathering, GatheringState
from facilitator.domain.ids import ContributionId, LineId, StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.text.language import Language, in_order
from facilitator.domain.text.text import clean_line
from facilitator.domain.workshop import Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.live.views.agreement_prompts import opened_of
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from facilitator.wording import _


class Agreements:
    """The commands for the agreement's lines. Nothing corrects or tidies anybody's words."""

    def __init__(self, saving: Saving, page_of: Callable[[str], int | None]) -> None:
        self._saving = saving
        self._page_of = page_of
        self.last_time: tuple[str, ...] = ()  # saved from this group's last workshop
        self.answered: set[StepId] = set()  # steps in which the prompt to look again was answered

    @property
    def _now(self) -> Agreement:
        return self._saving.workshop.agreement

    def suggest(self, text: str, example: str = "") -> None:
        """Capture a line as it was said."""
        line = AgreementLine(self._new_id(), (Wording(text, example),))
        self._save(self._now.suggest(line))
        self._show(clean_line(text))

    def suggest_all(self, texts: tuple[str, ...]) -> None:
        """Capture the lines of a list, in their order."""
        for text in texts:
            self.suggest(text)

    def word(self, line_id: LineId, text: str, example: str = "") -> None:
        """Change a line's wording; an agreed line is then checked again, alone."""
        self._save(self._now.word(line_id, Wording(text, example)))
        self._show(clean_line(text))

    def steer(self, line_id: LineId, state: LineState) -> None:
        """Move a line by hand: to be clarified, ready to check, dropped, taken up again."""
        self._save(self._now.steer(line_id, state))

    def park(self, line_id: LineId, parking: Parking) -> None:
        """Park a line, with the reason and when the group comes back to it."""
        self._save(self._now.park(line_id, parking))

    def join(self, lines: tuple[LineId, ...], text: str) -> None:
        """Join lines under one wording, which is proposed until it is confirmed."""
        self._save(self._now.join(self._new_id(), lines, Wording(text)))
        self._show(text)

    def confirm(self, line_id: LineId) -> None:
        """Confirm a joined line: the people whose lines it joins said yes."""
        self._save(self._now.confirm(line_id))

    def separate(self, line_id: LineId) -> None:
        """Separate a joined line; the originals return as they were."""
        first = self._now.line(line_id).joins[:1]
        self._save(self._now.separate(line_id))
        self._show(self._now.line(first[0]).text)

    def take_out(self, line_id: LineId) -> None:
        """Delete a line everywhere, for good; clears what can be undone."""
        self._save(taken_out(self._now, line_id))

    def undo(self) -> None:
        """Undo the last move."""
        back = self._now.undo()
        texts = {line.text for line in back.lines}
        self._save(replace(back, taken_up=back.taken_up and bool(texts & set(self.last_time))))

    def redo(self) -> None:
        """Redo the last undone move."""
        again = self._now.redo()
        texts = {line.text for line in again.lines}
        self._save(replace(again, taken_up=again.taken_up or bool(texts & set(self.last_time))))

    def put_at_foot(self, line_id: LineId | None) -> None:
        """Choose the line at the foot of other pages; ``None`` empties the foot."""
        has_line = line_id is not None
        if line_id is not None and self._now.line(line_id) not in self._now.agreed:
            raise NotAllowedNowError(
                _("Only an agreed line can be shown at the bottom of every page."),
                _("Check it with the group first."),
            )
        self._save(replace(self._now, foot=line_id, foot_shown=has_line))

    def set_in_record(self, line_id: LineId, *, in_record: bool) -> None:
        """Include a line in the record, or leave it out."""
        line = replace(self._now.line(line_id), in_record=in_record)
        self._save(self._now.with_line(line))

    def set_version_in_record(self, line_id: LineId, number: int, *, in_record: bool) -> None:
        """Include an earlier wording of a line in the record, or leave it out."""
        self._save(with_version_recorded(self._now, line_id, number, in_record=in_record))

    def take_version_out(self, line_id: LineId, number: int) -> None:
        """Delete an earlier wording for good; clears what can be undone."""
        self._save(without_version(self._now, line_id, number))

    def set_reason_in_record(self, line_id: LineId, *, in_record: bool) -> None:
        """Include the reason why a line is parked in the record, or leave it out."""
        self._save(with_reason_recorded(self._now, line_id, in_record=in_record))

    def take_reason_out(self, line_id: LineId) -> None:
        """Delete the reason of a parked line for good; clears what can be undone."""
        self._save(without_reason(self._now, line_id))

    def keep_for_next(self, *, yes: bool) -> None:
        """Set whether the room lets the agreement stay for its next workshop."""
        self._save(replace(self._now, for_next=yes))

    def take_up_last(self) -> None:
        """Suggest the lines from this group's last workshop: to keep, to change, to add to."""
        texts = {line.text for line in self._now.lines}
        new = [text for text in self.last_time if text not in texts]
        agreement = replace(self._now, taken_up=True)
        for text in new:
            agreement = agreement.suggest(AgreementLine(self._new_id(), (Wording(text),)))
        self._save(agreement)
        if new:
            self._show(new[-1])

    def answer_prompt(self) -> None:
        """Dismiss the prompt to look at the agreement again, for this step."""
        self.answered.add(self._saving.workshop.agenda.now.step.id)
        self._saving.publish()

    def gather(self) -> None:
        """Let people write lines for the agreement without names, in the present step."""
        workshop = self._saving.workshop
        step = workshop.agenda.now.step
        if not step.has(Trait.AGREES):
            raise NotAllowedNowError(_("Lines are written for the agreement in its own step."))
        if any(gathering.step_id == step.id for gathering in workshop.gatherings):
            return
        gatherings = (*workshop.gatherings, Gathering(step.id))
        self._saving.save(replace(workshop, gatherings=gatherings))

    def take_over(self, step_id: StepId, contribution: ContributionId) -> None:
        """Move an opened line from its gathering to the suggestions, with a new id."""
        workshop = self._saving.workshop
        self._take_over({step_id: (workshop.gathering(step_id).of(contribution),)})

    def take_over_all(self, step_id: StepId) -> None:
        """Move every opened line to the suggestions, so that none is lost."""
        self._take_over({step_id: self._saving.workshop.gathering(step_id).ready})

    def take_over_opened(self) -> None:
        """Take over the lines opened in any agreement step, also after that step."""
        self._take_over(
            {gathering.step_id: gathering.ready for gathering in opened_of(self._saving.workshop)}
        )

    def _take_over(self, taken: dict[StepId, tuple[Contribution, ...]]) -> None:
        """Take lines over, all in one write or none at all."""
        changed, agreement = self._saving.workshop, self._now
        for step_id, lines in taken.items():
            left = changed.gathering(step_id)
            if left.state is not GatheringState.OPENED:
                raise NotAllowedNowError(
                    _("These lines have not been opened yet."), _("Open them together first.")
                )
            for contribution in lines:
                agreement = agreement.suggest(self._taken_over(contribution))
                left = left.without(contribution.id)
            changed = changed.with_gathering(left)
        # Cannot be undone: the lines have left the gathering, and would be lost.
        agreement = replace(agreement, done=self._now.done)
        self._saving.save(replace(changed, agreement=agreement))

    @property
    def _first_language(self) -> Language:
        return in_order(self._saving.workshop.languages)[0]

    def _taken_over(self, contribution: Contribution) -> AgreementLine:
        return AgreementLine(
            self._new_id(),
            (Wording(contribution.text or say(self._first_language, Key.DRAWING)),),
            unnamed=True,
            in_record=contribution.in_record,
        )

    def _show(self, line: str) -> None:
        """Turn to the page of a line, while the agreement is on the board."""
        workshop = self._saving.workshop
        board, step = workshop.board, workshop.agenda.now.step
        is_agreement_step = step.has(Trait.AGREES) and board.showing is Showing.STEP
        page = (
            self._page_of(line) if is_agreement_step or board.showing is Showing.AGREEMENT else None
        )
        if page not in (None, board.page):
            self._saving.save(replace(workshop, board=replace(board, page=page)))

    def _new_id(self) -> LineId:
        return LineId(self._saving.shuffler.new_id())

    def _save(self, agreement: Agreement) -> None:
        self._saving.save(replace(self._saving.workshop, agreement=agreement))
