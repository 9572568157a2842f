"""Contributions without names: opens writing, saves turns, reviews lines, opens them together."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.contribution import (
    MAX_CHARACTERS,
    MAX_TRANSLATION,
    Contribution,
    Gathering,
    GatheringState,
    SetAside,
    Turn,
)
from facilitator.domain.ids import ContributionId, StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.text.language import MOST_LANGUAGES, NO_WORDS, Words
from facilitator.domain.text.text import checked_line
from facilitator.domain.workshop import Board, Showing
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.saving import Saving
from facilitator.wording import _


class Writing:
    """The commands of gatherings. Every turn saves its gathering in a fresh order."""

    def __init__(self, saving: Saving) -> None:
        self._saving = saving

    def open(self, step_id: StepId, *, promise_said: bool) -> None:
        """Open writing, or open it again for late lines.

        Raises ``NotAllowedNowError`` until the promise was said and support contact and
        recipients are set, and while another gathering is open.
        """
        workshop = self._saving.workshop
        if not promise_said:
            raise NotAllowedNowError(
                _("The promise has not been said yet."),
                _("Read it aloud, then tick “I have said it”."),
            )
        if not workshop.setup.ready_for_writing:
            raise NotAllowedNowError(
                _("People must know who to turn to and who gets the record before they write."),
                _("Enter both, then open writing."),
            )
        if any(gathering.state is GatheringState.WRITING for gathering in workshop.gatherings):
            raise NotAllowedNowError(_("People are writing already."), _("Close that first."))
        checking = workshop.agreement.checking
        if checking is not None and checking.at_corner:
            raise NotAllowedNowError(
                _("A check is being held at the typing corner."), _("Close it, or leave it.")
            )
        board = workshop.board
        promised = board.showing is Showing.PROMISE and board.before_care is None
        self._save_and_turn_back(
            workshop.gathering(step_id).started(), board.at_step if promised else board
        )

    def close(self, step_id: StepId) -> None:
        """Close writing, so that the facilitator can read the lines first."""
        gathering = self._saving.workshop.gathering(step_id).closed()
        self._save_and_turn_back(
            gathering.mixed(self._saving.shuffler), self._saving.workshop.board
        )

    def give_turn(self, turn: Turn) -> None:
        """Save one person's turn, even an empty one."""
        self.give_cards((turn,))

    def give_cards(self, turns: tuple[Turn, ...]) -> None:
        """Save several turns in one act. Raises ``NotAllowedNowError`` when nobody may write."""
        gathering = self.open_gathering
        if gathering is None:
            raise NotAllowedNowError(_("Writing is not open."), _("Open it first."))
        step = self._saving.workshop.agenda.run_of(gathering.step_id).step
        kept_turns = tuple(
            replace(turn, in_record=turn.in_record and step.record_default) for turn in turns
        )
        self._save(gathering.turned(kept_turns, self._saving.shuffler))

    @property
    def open_gathering(self) -> Gathering | None:
        """The gathering in which people are writing, if any."""
        gatherings = self._saving.workshop.gatherings
        return next(
            (gathering for gathering in gatherings if gathering.state is GatheringState.WRITING),
            None,
        )

    def mix(self, step_id: StepId) -> None:
        """Mix the lines again before they are shown once more."""
        gathering = self._saving.workshop.gathering(step_id)
        self._save(gathering.mixed(self._saving.shuffler))

    def set_aside(self, step_id: StepId, line: ContributionId, why: SetAside) -> None:
        """Set a line aside, so that it is neither opened nor recorded."""
        self._change(step_id, line, lambda contribution: replace(contribution, set_aside=why))

    def let_through(self, step_id: StepId, line: ContributionId) -> None:
        """Undo setting a line aside."""
        self._change(step_id, line, lambda contribution: replace(contribution, set_aside=None))

    def reword(self, step_id: StepId, line: ContributionId, text: str) -> None:
        """Reword a line without the person in it; deletes the original and its translation."""
        reworded = checked_line(text, MAX_CHARACTERS)
        self._change(
            step_id,
            line,
            lambda contribution: replace(
                contribution, text=reworded, set_aside=None, translation=NO_WORDS
            ),
        )

    def translate(self, step_id: StepId, line: ContributionId, words: Words) -> None:
        """Save a helper's translation of a line; without a text delete it.

        Raises ``NotAllowedNowError`` while people write, in a workshop of one language, and for a
        line without words.
        """
        workshop = self._saving.workshop
        gathering = self._gathering_with(step_id, line)
        if gathering.state is GatheringState.WRITING:
            raise NotAllowedNowError(_("People are writing."), _("Translate once it has closed."))
        if len(workshop.languages) < MOST_LANGUAGES or not gathering.of(line).text:
            raise NotAllowedNowError(_("There is nothing to translate here."))
        checked = tuple(
            (language, checked_line(text, MAX_TRANSLATION))
            for language, text in words.texts
            if language in workshop.languages
        )
        translation = Words(checked[:1])
        self._change(
            step_id, line, lambda contribution: replace(contribution, translation=translation)
        )

    def take_out(self, step_id: StepId, line: ContributionId) -> None:
        """Delete a line everywhere, for good."""
        self._save(self._gathering_with(step_id, line).without(line))

    def set_in_record(self, step_id: StepId, line: ContributionId, *, in_record: bool) -> None:
        """Include a line in the record, or leave it out."""
        self._change(step_id, line, lambda contribution: replace(contribution, in_record=in_record))

    def open_together(self, step_id: StepId, *, warned: bool = False) -> None:
        """Open all lines that were not set aside, mixed, and show them.

        Raises ``FloorError`` when too few took part, or the warning was not read yet.
        """
        workshop = self._saving.workshop
        step = workshop.agenda.run_of(step_id).step
        opened = workshop.gathering(step_id).opened(
            workshop.setup.people, step.floor, self._saving.shuffler, warned=warned
        )
        is_on_board = self._is_here(step_id)
        showing = Showing.STEP if is_on_board else Showing.LINES
        board = replace(
            workshop.board, showing=showing, of=None if is_on_board else step_id, page=0
        )
        self._save_both(opened, board)

    def _change(
        self, step_id: StepId, line: ContributionId, change: Callable[[Contribution], Contribution]
    ) -> None:
        gathering = self._gathering_with(step_id, line)
        self._save(gathering.with_contribution(change(gathering.of(line))))

    def _gathering_with(self, step_id: StepId, line: ContributionId) -> Gathering:
        """Return the gathering of a line. Raises if the id is gone, as after mixing."""
        gathering = self._saving.workshop.gathering(step_id)
        if all(contribution.id != line for contribution in gathering.contributions):
            raise NotAllowedNowError(
                _("The lines have been mixed anew since."), _("Choose the line again.")
            )
        return gathering

    def _is_here(self, step_id: StepId) -> bool:
        """Return whether the present step's page shows these lines."""
        now = self._saving.workshop.agenda.now.step
        return now.id == step_id or (now.has(Trait.OPENS) and now.of == step_id)

    def _save_and_turn_back(self, gathering: Gathering, board: Board) -> None:
        """Save a gathering whose page has changed, and turn to the first page."""
        if self._is_here(gathering.step_id):
            self._save_both(gathering, board.from_its_beginning)
        else:
            self._save(gathering)

    def _save_both(self, gathering: Gathering, board: Board) -> None:
        changed = self._saving.workshop.with_gathering(gathering)
        self._saving.save(replace(changed, board=board))

    def _save(self, gathering: Gathering) -> None:
        self._saving.save(self._saving.workshop.with_gathering(gathering))
