"""Holds checks: shows the legend first, then counts hands, then shows whether it passed."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checking import begin_check, close_check
from facilitator.domain.agreement.checks import CheckId, Checking, HandsWay, Tally
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import LineId
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.workshop import Board, Page, Showing, Workshop
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.consent import at_step, lines_said, usual_way, without_check
from facilitator.live.session.saving import Saving
from facilitator.room.checks import check_in
from facilitator.wording import _


class Holding:
    """The commands of a check. Saves only counts, never who showed what."""

    def __init__(self, saving: Saving, page_count: Callable[[], int]) -> None:
        self._saving = saving
        self._page_count = page_count

    @property
    def usual_way(self) -> HandsWay:
        """The default way to show hands: unseen where somebody is in charge."""
        return usual_way(self._saving.workshop)

    def begin(
        self,
        lines: tuple[LineId, ...],
        check_id: CheckId,
        way: HandsWay | None = None,
        needs: int | None = None,
    ) -> None:
        """Show a line, or several, and the meaning of each hand on the board.

        Raises:
            FloorError: without names, and fewer than five people are in the room.
            NotAllowedNowError: there is nothing to check, another check is being answered, or
                people write at the typing corner.

        """
        workshop = self._saving.workshop
        chosen = way or self.usual_way
        _check_way(workshop, chosen)
        tally = Tally.of(check_in(workshop, check_id), chosen, needs)
        self._put(begin_check(workshop.agreement, lines, tally))

    def begin_of_step(self) -> None:
        """Begin the check of a consent step again, as at the start of the step.

        Raises ``NotAllowedNowError`` in any other step, and while a check is being answered.
        """
        workshop = self._saving.workshop
        begun = at_step(workshop)
        if begun.board.showing is not Showing.HANDS or begun.agreement is workshop.agreement:
            raise NotAllowedNowError(_("This step has no check of its own."))
        self._save(begun.agreement, begun.board)

    def of_other_line(self) -> None:
        """Ask about the line said before in the same step; after the first one, the newest.

        Raises ``NotAllowedNowError`` where there is no other line, and once hands were counted.
        """
        workshop, checking = self._saving.workshop, self._open()
        lines = lines_said(workshop, checking)
        if len(lines) < 2 or checking.is_answered:
            raise NotAllowedNowError(_("There is no other line to ask about now."))
        at = lines.index(checking.said) - 1 if checking.said in lines else -1
        self._put(replace(workshop.agreement, checking=replace(checking, said=lines[at])))

    def again(self, way: HandsWay | None = None) -> None:
        """Restart the same check, in another way if one is given.

        Raises as ``begin``, and ``NotAllowedNowError`` without a check, or while it is being
        answered.
        """
        workshop = self._saving.workshop
        checking = workshop.agreement.checking
        if checking is None or checking.is_answered:
            raise NotAllowedNowError(
                _("There is no check that could begin again."), _("Close this one, or leave it.")
            )
        before = checking.tally
        chosen = way or before.way
        _check_way(workshop, chosen)
        tally = Tally.of(check_in(workshop, before.check), chosen, before.needs)
        if checking.lines:
            self._put(begin_check(workshop.agreement, checking.lines, tally))
        else:
            fresh = Checking((), tally, said=checking.said, own=checking.own)
            self._put(replace(workshop.agreement, checking=fresh))

    def hand_in(self, place: int | None) -> None:
        """Save one person's turn at the typing corner: a position, or ``None`` for none.

        Saves only how many chose each position; the board and the console do not change.
        """
        checking = self._open()
        if not checking.at_corner:
            raise NotAllowedNowError(_("This check is not held at the typing corner."))
        tally = checking.tally
        if place is not None and not 0 <= place < len(tally.counts):
            raise ValueError("the corner must not let another position through")
        counted = tally.without_hand() if place is None else tally.counted(place)
        self._save_tally(checking, counted)

    def count(self, place: int, more: int = 1) -> None:
        """Count a hand at a position, or uncount one. Raises while the legend is not shown."""
        self._change(lambda tally: tally.counted(place, more))

    def count_none(self, more: int = 1) -> None:
        """Count somebody who shows no hand, or uncount one."""
        self._change(lambda tally: tally.without_hand(more))

    def show(self) -> None:
        """Show the check on the board again."""
        self._open()
        workshop = self._saving.workshop
        self._save(workshop.agreement, workshop.board.turned_to(Page(Showing.HANDS)))

    def close(self) -> None:
        """Close the check and show whether it passed.

        Raises ``NotAllowedNowError`` and ``FloorError`` while no result may be shown.
        """
        workshop, checking = self._saving.workshop, self._open()
        if checking.tally.everyone > workshop.setup.people:
            raise _too_many(checking, workshop.setup.people)
        agreement = close_check(workshop.agreement)
        board = workshop.board.turned_to(Page(Showing.HANDS))
        checked = workshop.with_outcome(checking)
        self._saving.save(replace(checked, agreement=agreement, board=board))

    def leave(self) -> None:
        """Go back to the step, or the pause; a check that was not closed changes nothing."""
        left = without_check(self._saving.workshop)
        self._save(left.agreement, left.board)

    def _open(self) -> Checking:
        checking = self._saving.workshop.agreement.checking
        if checking is None or checking.closed:
            raise NotAllowedNowError(_("No check is being held."))
        return checking

    def _change(self, change: Callable[[Tally], Tally]) -> None:
        workshop, checking = self._saving.workshop, self._open()
        self._check_seen(workshop.board, checking)
        tally = change(checking.tally)
        if tally.everyone > max(workshop.setup.people, checking.tally.everyone):
            raise NotAllowedNowError(
                _("That is more hands than there are people in the room."),
                _("Take one back, or put the number of people right, at the top."),
            )
        self._save_tally(checking, tally)

    def _check_seen(self, board: Board, checking: Checking) -> None:
        """Refuse to count hands before the room has seen what each hand means."""
        if checking.at_corner:
            raise NotAllowedNowError(
                _("In this check people choose at the typing corner."), _("Open it for them.")
            )
        if board.curtain or board.showing is not Showing.HANDS:
            raise NotAllowedNowError(
                _("The room cannot see what each hand means."),
                _("Show the check on the board, then count."),
            )
        if not checking.tally.everyone and board.page < self._page_count() - 1:
            raise NotAllowedNowError(
                _("The room has not seen yet what each hand means."),
                _("Turn to the last page of the check, then count."),
            )

    def _save_tally(self, checking: Checking, tally: Tally) -> None:
        workshop = self._saving.workshop
        changed = replace(workshop.agreement, checking=replace(checking, tally=tally))
        self._save(changed, workshop.board)

    def _put(self, agreement: Agreement) -> None:
        board = replace(self._saving.workshop.board, quiet=False)
        self._save(agreement, board.turned_to(Page(Showing.HANDS)))

    def _save(self, agreement: Agreement, board: Board) -> None:
        workshop = self._saving.workshop
        self._saving.save(replace(workshop, agreement=agreement, board=board))


def _too_many(checking: Checking, people: int) -> NotAllowedNowError:
    """Return the error for more answers than people; an answer from the corner stays."""
    if checking.at_corner:
        return NotAllowedNowError(
            _("There are {people} people in the room, and more turns than that were taken.").format(
                people=people
            ),
            _("Raise the number of people, at the top, then close the check."),
        )
    return NotAllowedNowError(
        _("More were counted than there are people in the room."),
        _("Put the number of people right, at the top, or take some back."),
    )


def _check_way(workshop: Workshop, way: HandsWay) -> None:
    """Refuse a check without names that could identify somebody, or that nobody could reach."""
    if way.is_without_names and workshop.setup.people < LEAST_TURNS:
        raise FloorError(
            _("A check without names needs at least {least} people.").format(least=LEAST_TURNS),
            _("Hold it with hands, or as a round."),
        )
    writing = any(gathering.state is GatheringState.WRITING for gathering in workshop.gatherings)
    if way is HandsWay.CORNER and writing:
        raise NotAllowedNowError(
            _("People are writing at the typing corner."), _("Close writing first.")
        )
