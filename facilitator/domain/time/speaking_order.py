"""The speaking order of a round, by seat: a number and a shape, never a name.

Each seat is asked once; a seat that passed for now is asked once more at the end.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


class SeatShape(StrEnum):
    """The shape by which people recognise a seat, besides its number."""

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
        """Its shape, different from its neighbours'."""
        return tuple(SeatShape)[(self.number - 1) % len(SeatShape)]


@dataclass(frozen=True, slots=True)
class SpeakingOrder:
    """The seats to ask now and next. It holds no turn that is over."""

    ahead: tuple[Seat, ...]  # the first one is the present seat
    coming_back: tuple[Seat, ...] = ()  # seats that passed for now, in that order
    again: bool = False  # the seats that passed are asked once more

    @classmethod
    def of(cls, people: int, start: int, *, leftwards: bool) -> Self:
        """Return the order of ``people`` seats that begins at ``start``, counted from 0."""
        step = 1 if leftwards else -1
        return cls(tuple(Seat((start + step * n) % people + 1) for n in range(people)))

    @property
    def now(self) -> Seat | None:
        """The seat to speak; ``None`` once the round is over."""
        return self.ahead[0] if self.ahead else None

    @property
    def left(self) -> int:
        """The number of turns left."""
        return len(self.ahead) + len(self.coming_back)

    def done(self) -> Self:
        """Go to the next turn. Raises ``NotAllowedNowError`` when the round is over."""
        self._check()
        return self._next(self.coming_back)

    def pass_for_now(self) -> Self:
        """Go to the next seat, and come back once; a second pass ends the turn."""
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
