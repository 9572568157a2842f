"""Checks by hand: what each hand means, the counts, and the running check.

Nothing here computes a mean or a fraction: eleven high hands cannot outvote one low hand.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType, Self

from facilitator.domain.ids import LineId
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.wording import _

CheckId = NewType("CheckId", str)  # the name of its file in resources/checks


class HandsWay(StrEnum):
    """The way in which people show their position."""

    HANDS = "hands"
    HEADS_DOWN = "heads down"  # eyes closed; the facilitator counts
    SLIPS = "slips"  # without names, from five on
    CORNER = "corner"  # without names, one after another at the typing corner

    @property
    def is_without_names(self) -> bool:
        """Whether nobody sees who showed what, so that a minimum of people applies."""
        return self in (HandsWay.SLIPS, HandsWay.CORNER)


class Outcome(StrEnum):
    """The result of a check."""

    AGREED = "agreed for now"
    NOT_YET = "not yet"
    NOBODY = "nobody has shown a hand"


@dataclass(frozen=True, slots=True)
class Position:
    """One way to show a hand. ``mark`` is short: "5", "Up"; ``key`` counts it on the console."""

    mark: Words
    words: Words
    key: str


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of check. ``positions`` are highest first; ``needs`` is the lowest that passes."""

    id: CheckId
    name: Words
    question: Words
    positions: tuple[Position, ...]
    needs: int
    rule: Words = NO_WORDS  # when it passes; ``{mark}`` is the lowest passing position
    foot: Words = NO_WORDS  # how hands are shown
    more: bool = False  # offered under More
    chosen: bool = False  # the group sets the required level before the check


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of each position, highest first, and of people who showed none; never who."""

    check: CheckId
    counts: tuple[int, ...]
    needs: int  # declared before the first hand
    not_shown: int = 0
    way: HandsWay = HandsWay.HANDS

    @classmethod
    def of(cls, check: Check, way: HandsWay, needs: int | None = None) -> Self:
        """Return an empty tally; ``needs`` sets the level where the group chooses it."""
        level = check.needs if needs is None else needs
        if not 0 <= level < len(check.positions):
            raise ValueError("the level is one of the check's positions")
        return cls(check.id, (0,) * len(check.positions), level, way=way)

    @property
    def hands(self) -> int:
        """The number of hands."""
        return sum(self.counts)

    @property
    def everyone(self) -> int:
        """The number of people counted, with those who showed none."""
        return self.hands + self.not_shown

    @property
    def is_enough(self) -> bool:
        """Whether enough people took a turn, so that nobody is identified."""
        return self.everyone >= LEAST_TURNS

    @property
    def lowest(self) -> int | None:
        """The lowest shown position, or ``None`` without a hand."""
        used = [place for place, count in enumerate(self.counts) if count]
        return used[-1] if used else None

    @property
    def outcome(self) -> Outcome:
        """The result by the lowest hand. Showing no hand is neither yes nor no."""
        if self.lowest is None:
            return Outcome.NOBODY
        return Outcome.AGREED if self.lowest <= self.needs else Outcome.NOT_YET

    def counted(self, place: int, more: int = 1) -> Self:
        """Count a hand at a position, or uncount one; never below zero."""
        counts = tuple(
            max(0, count + more) if position == place else count
            for position, count in enumerate(self.counts)
        )
        return replace(self, counts=counts)

    def without_hand(self, more: int = 1) -> Self:
        """Count somebody who shows no hand, or uncount one."""
        return replace(self, not_shown=max(0, self.not_shown + more))

    def closed(self) -> Self:
        """Return the finished tally.

        Raises:
            NotAllowedNowError: nobody has shown a hand yet.
            FloorError: it is without names, and fewer than five people took a turn.

        """
        if self.way.is_without_names and not self.is_enough:
            raise FloorError(
                _("A check without names needs at least {least} people.").format(least=LEAST_TURNS),
                _("Ask why hands feel unsafe instead, or wait for more."),
            )
        if self.outcome is Outcome.NOBODY:
            raise NotAllowedNowError(
                _("No hand has been counted. Silence is not a yes."),
                _("Count the hands, then close the check."),
            )
        return self


@dataclass(frozen=True, slots=True)
class Checking:
    """A running check: of one line, of several at once, or of a proposal.

    Without lines it is about ``said``, a line that was said and typed, or about ``own`` lines of
    the state of a step, else only the question.
    """

    lines: tuple[LineId, ...]
    tally: Tally
    closed: bool = False  # counted; its outcome is on the board
    said: LineId | None = None
    own: tuple[LineId, ...] = ()

    @property
    def at_corner(self) -> bool:
        """Whether people show their position at the typing corner, at this moment."""
        return self.tally.way is HandsWay.CORNER and not self.closed

    @property
    def is_answered(self) -> bool:
        """Whether removing it could lose answers; at the corner always, to reveal nothing."""
        return not self.closed and (self.at_corner or self.tally.everyone > 0)


def refuse_answered(checking: Checking | None) -> None:
    """Raise while a check is being answered, so that no answers are lost."""
    if checking is not None and checking.is_answered:
        raise NotAllowedNowError(_("A check is being held."), _("Close it, or leave it, first."))
