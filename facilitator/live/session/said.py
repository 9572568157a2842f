"""Lines that are said aloud and typed by a helper, in the speaker's words."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.ids import LineId
from facilitator.domain.plan.step import Trait
from facilitator.domain.said import MAX_SAID, SaidLine
from facilitator.domain.text.text import checked_line
from facilitator.domain.workshop import Showing, Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.live.consent import without_check
from facilitator.live.session.saving import Saving
from facilitator.wording import _


class SaidPart:
    """The commands for said lines. Nothing corrects or tidies anybody's words."""

    def __init__(self, saving: Saving, last_page: Callable[[Workshop], int]) -> None:
        self._saving = saving
        self._last_page = last_page

    def add(self, text: str) -> None:
        """Add a line to the present step and turn to its page, all in one change.

        Raises ``NotAllowedNowError`` if the step takes none.
        """
        workshop = self._saving.workshop
        step = workshop.agenda.now.step
        if step.has(Trait.AGREES):
            raise NotAllowedNowError(
                _("What is said here is a line for the agreement."), _("Type it there.")
            )
        if step.has(Trait.NEXT_STEPS):
            raise NotAllowedNowError(_("What is said here is a small step."), _("Type it there."))
        if not step.captures:
            raise NotAllowedNowError(_("What is said in this step is not written down."))
        line = SaidLine(
            LineId(self._saving.shuffler.new_id()),
            step.id,
            checked_line(text, MAX_SAID),
            step.record_default,
        )
        self._saving.save(self._with_newest(replace(workshop, said=(*workshop.said, line))))

    def add_all(self, texts: tuple[str, ...]) -> None:
        """Add the lines of a list, in their order."""
        for text in texts:
            self.add(text)

    def _with_newest(self, workshop: Workshop) -> Workshop:
        """Return the workshop with the last page of the step on the board, if the step is there."""
        board = workshop.board
        if board.showing is not Showing.STEP:
            return workshop
        page = self._last_page(workshop)
        return (
            workshop if page == board.page else replace(workshop, board=replace(board, page=page))
        )

    def correct(self, line_id: LineId, text: str) -> None:
        """Correct a line; deletes the earlier wording.

        A line in an open check cannot change, so this raises; a line that has been checked leaves
        the check.
        """
        workshop = self._saving.workshop
        changed = replace(workshop.said_line(line_id), text=checked_line(text, MAX_SAID))
        checking = workshop.agreement.checking
        if checking is not None and checking.said == line_id and not checking.closed:
            raise NotAllowedNowError(
                _("This line is being checked as it stands."),
                _("Close the check, or leave it, then change the line."),
            )
        self._save_without_check_of(line_id, self._with(changed))

    def replace(self, changed: SaidLine) -> None:
        """Save a changed line in the place of the line with its id."""
        self._save(self._with(changed))

    def remove(self, line_id: LineId) -> None:
        """Delete a line for good, with its check: anybody may ask for that.

        Raises ``NotAllowedNowError`` if the line does not exist any more.
        """
        self._saving.workshop.said_line(line_id)
        left = tuple(line for line in self._saving.workshop.said if line.id != line_id)
        self._save_without_check_of(line_id, left)

    def _with(self, changed: SaidLine) -> tuple[SaidLine, ...]:
        self._saving.workshop.said_line(changed.id)
        lines = self._saving.workshop.said
        return tuple(changed if line.id == changed.id else line for line in lines)

    def _save_without_check_of(self, line_id: LineId, lines: tuple[SaidLine, ...]) -> None:
        """Save the lines, and in the same act remove a check of this line."""
        workshop = self._saving.workshop
        checking = workshop.agreement.checking
        if checking is None or checking.said != line_id:
            self._save(lines)
            return
        self._saving.save(replace(without_check(workshop), said=lines))

    def _save(self, lines: tuple[SaidLine, ...]) -> None:
        self._saving.save(replace(self._saving.workshop, said=lines))
