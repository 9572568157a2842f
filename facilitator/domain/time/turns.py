"""Turns in a round, by seat: a number and a shape, never a name.

Each seat is offered a turn once; one that passed for now is offered it once more at the end.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


class SeatShape(StrEnum):
    """What a seat can be told by besides its number."""

    CIRCLE = "●"
    SQUARE = "■"
    TRIANGLE = "▲"
    DIAMOND = "◆"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the circle, counted from 1 to the left of the facilitator."""

    number: int

    @property
    def shape(self) -> SeatShape:
        """Its shape; neighbours have different ones."""
        return tuple(SeatShape)[(self.number - 1) % len(SeatShape)]


@dataclass(frozen=True, slots=True)
class Turns:
    """Who is to be asked now and next. Nobody's turn is remembered once it is over."""

    ahead: tuple[Seat, ...]  # the first of them is now
    coming_back: tuple[Seat, ...] = ()  # passed for now, in that order
    again: bool = False  # those who passed are being asked once more

    @classmethod
    def of(cls, people: int, start: int, *, leftwards: bool) -> Self:
        """Return a round of so many seats that begins at one, counted from 0."""
        step = 1 if leftwards else -1
        return cls(tuple(Seat((start + step * n) % people + 1) for n in range(people)))

    @property
    def now(self) -> Seat | None:
        """Whose turn it is; nobody's once the round is over."""
        return self.ahead[0] if self.ahead else None

    @property
    def left(self) -> int:
        """How many turns there still are."""
        return len(self.ahead) + len(self.coming_back)

    def done(self) -> Self:
        """Go to the next turn. Raises ``NotAllowedNowError`` when the round is over."""
        self._check()
        return self._next(self.coming_back)

    def pass_for_now(self) -> Self:
        """Go to the next, and come back once; a second pass is a turn like any other."""
        self._check()
        later = () if self.again else self.ahead[:1]
        return self._next((*self.coming_back, *later))

    def _next(self, coming_back: tuple[Seat, ...]) -> Self:
        ahead = self.ahead[1:]
        if ahead or not coming_back:
            return replace(self, ahead=ahead, coming_back=coming_back)
        return replace(self, ahead=coming_back, coming_back=(), again=True)

    def _check(self) -> None:
        if not self.ahead:
            raise NotAllowedNowError(_("Everyone has been asked."))
