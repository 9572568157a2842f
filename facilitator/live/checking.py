"""Checks as they are held: the legend on the board first, then hands, then what the lowest says."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.agreement import Agreement, Checking, begin_check, close_check
from facilitator.domain.checks import CheckId, HandsWay, Tally
from facilitator.domain.ids import LineId
from facilitator.domain.step import LEAST_TURNS
from facilitator.domain.workshop import Board, Page, Showing
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.keeping import Keeping
from facilitator.room.checks import check_of
from facilitator.store.database import Store
from facilitator.store.workshop.agreements import save_agreement
from facilitator.store.workshop.board import save_board
from facilitator.wording import _


class Holding:
    """The commands of a check. Only counts are kept, never who showed what."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    @property
    def usual_way(self) -> HandsWay:
        """How hands are shown unless told otherwise: unseen where somebody is in charge."""
        in_charge = self._keeping.workshop.setup.in_charge
        return HandsWay.HEADS_DOWN if in_charge else HandsWay.HANDS

    def begin(
        self,
        lines: tuple[LineId, ...],
        check_id: CheckId,
        way: HandsWay | None = None,
        needs: int | None = None,
    ) -> None:
        """Put a line, or several, and what each hand means on the board.

        Raises:
            FloorError: without names, and fewer than five people are in the room.
            NotAllowedNowError: there is nothing to check.

        """
        workshop = self._keeping.workshop
        chosen = way or self.usual_way
        if chosen is HandsWay.SLIPS and workshop.setup.people < LEAST_TURNS:
            raise FloorError(
                _("A check without names needs at least {least} people.").format(least=LEAST_TURNS),
                _("Hold it with hands, or as a round."),
            )
        tally = Tally.of(check_of(check_id), chosen, needs)
        agreement = begin_check(workshop.agreement, lines, tally)
        board = replace(workshop.board, quiet=False)
        self._keep(agreement, board.turned_to(Page(Showing.HANDS)))

    def count(self, place: int, more: int = 1) -> None:
        """Count a hand at a position, or take one back. Raises while the legend is not seen."""
        self._change(lambda tally: tally.counted(place, more))

    def count_none(self, more: int = 1) -> None:
        """Count somebody who shows no hand, or take one back."""
        self._change(lambda tally: tally.without_hand(more))

    def show(self) -> None:
        """Put the check on the board again."""
        self._open()
        workshop = self._keeping.workshop
        self._keep(workshop.agreement, workshop.board.turned_to(Page(Showing.HANDS)))

    def close(self) -> None:
        """Close the check and show what the lowest hand says."""
        workshop = self._keeping.workshop
        agreement = close_check(workshop.agreement)
        self._keep(agreement, workshop.board.turned_to(Page(Showing.HANDS)))

    def leave(self) -> None:
        """Go back to the step, or the pause; a check that was not closed has changed nothing."""
        workshop = self._keeping.workshop
        agreement = replace(workshop.agreement, checking=None)
        showing = workshop.board.showing is Showing.HANDS
        self._keep(agreement, workshop.board.uncovered if showing else workshop.board)

    def _open(self) -> Checking:
        checking = self._keeping.workshop.agreement.checking
        if checking is None or checking.closed:
            raise NotAllowedNowError(_("No check is being held."))
        return checking

    def _change(self, change: Callable[[Tally], Tally]) -> None:
        workshop, checking = self._keeping.workshop, self._open()
        if workshop.board.curtain or workshop.board.showing is not Showing.HANDS:
            raise NotAllowedNowError(
                _("The room cannot see what each hand means."),
                _("Show the check on the board, then count."),
            )
        tally = change(checking.tally)
        if tally.everyone > max(workshop.setup.people, checking.tally.everyone):
            raise NotAllowedNowError(
                _("That is more hands than there are people in the room."),
                _("Take one back, or put the number of people right, at the top."),
            )
        changed = replace(workshop.agreement, checking=replace(checking, tally=tally))
        self._keep(changed, workshop.board)

    def _keep(self, agreement: Agreement, board: Board) -> None:
        workshop = self._keeping.workshop

        def write(db: Store) -> None:
            save_agreement(db, agreement)
            save_board(db, board)

        self._keeping.keep(replace(workshop, agreement=agreement, board=board), write)
