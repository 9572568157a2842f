"""One line of the agreement: its wordings, and the place where it stands."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from facilitator.domain.agreement.checks import Tally
from facilitator.domain.ids import LineId
from facilitator.domain.text.text import checked_line, clean_line

MAX_LINE = 200  # characters
MANY_WORDS = 12


class LineState(StrEnum):
    """Where a line stands. Nothing is ever refused: it is let go, or parked."""

    SUGGESTED = "suggested"
    CLARIFYING = "being clarified"
    READY = "ready to check"
    AGREED = "agreed for now"
    NEEDS_CHANGE = "needs a change"
    PARKED = "parked"
    LET_GO = "let go"


class When(StrEnum):
    """When the group comes back to a parked line."""

    AFTER_BREAK = "after the break"
    BEFORE_CLOSE = "before we close"
    NEXT_TIME = "next time"


ON_BOARD = (
    LineState.SUGGESTED,
    LineState.CLARIFYING,
    LineState.READY,
    LineState.NEEDS_CHANGE,
)  # proposed, and not agreed yet
STEERED = (
    LineState.SUGGESTED,
    LineState.CLARIFYING,
    LineState.READY,
    LineState.NEEDS_CHANGE,
    LineState.LET_GO,
)  # reached by hand; the others by a check, or with a reason


@dataclass(frozen=True, slots=True)
class Wording:
    """A line as the group worded it, and what it would look like if they said so."""

    text: str
    example: str = ""
    in_record: bool = True  # as an earlier wording of its line, beneath the one it has now

    def says_the_same(self, other: "Wording") -> bool:
        """Return whether text and example are the same."""
        return (self.text, self.example) == (other.text, other.example)


@dataclass(frozen=True, slots=True)
class Parking:
    """Why a line was parked and when the group comes back to it."""

    reason: str
    when: When = When.BEFORE_CLOSE
    in_record: bool = False  # only by an act: it has stood on no page of the agreement


@dataclass(frozen=True, slots=True)
class Place:
    """All of a line that moves; wordings and parkings are named by their number."""

    state: LineState = LineState.SUGGESTED
    wording: int = 0
    parking: int = -1  # the last; -1 for none
    into: LineId | None = None  # the line that this one is joined into
    confirmed: bool = True  # of a joined line: the people whose lines they were said yes
    agreed_in: tuple[int, ...] = ()  # wordings in which it was agreed
    tally: Tally | None = None  # of the last check


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One line. Those proposed without names (``unnamed``) keep no order."""

    id: LineId
    wordings: tuple[Wording, ...]
    place: Place | None = field(default_factory=Place)  # None: undone, there only to be redone
    parkings: tuple[Parking, ...] = ()
    joins: tuple[LineId, ...] = ()
    unnamed: bool = False
    in_record: bool = True

    @property
    def at(self) -> Place:
        """Where it stands. Raises ``KeyError`` for a line that has been undone."""
        if self.place is None:
            raise KeyError(self.id)
        return self.place

    @property
    def state(self) -> LineState:
        """Its state."""
        return self.at.state

    @property
    def text(self) -> str:
        """Its wording now."""
        return self.wordings[self.at.wording].text

    @property
    def example(self) -> str:
        """What it would look like, or nothing."""
        return self.wordings[self.at.wording].example

    @property
    def parking(self) -> Parking | None:
        """Why it is parked; ``None`` when it is not."""
        parked = self.state is LineState.PARKED and self.at.parking >= 0
        return self.parkings[self.at.parking] if parked else None

    @property
    def versions(self) -> tuple[int, ...]:
        """Numbers of the wordings in which it was agreed before, each text once, oldest first."""
        texts = {self.wordings[n].text: n for n in sorted(self.at.agreed_in, reverse=True)}
        return tuple(sorted(n for text, n in texts.items() if text != self.text))

    @property
    def earlier(self) -> tuple[str, ...]:
        """Those wordings' texts."""
        return tuple(self.wordings[n].text for n in self.versions)

    @property
    def taken_up(self) -> Place:
        """Where it stands; what it was before it was parked or let go is no earlier wording."""
        waits = self.state in (LineState.PARKED, LineState.LET_GO)
        return replace(self.at, agreed_in=()) if waits else self.at

    def trimmed(self) -> Self:
        """Return the line without wordings and parkings that only a redo could bring back."""
        at = self.at
        last = max(at.wording, *at.agreed_in, 0)
        wordings = self._with_words_of(range(last + 1))
        return replace(self, wordings=wordings, parkings=self.parkings[: at.parking + 1])

    @property
    def kept_wordings(self) -> tuple[int, ...]:
        """Numbers of the wordings that a file keeps: the one now, and those that were agreed."""
        return tuple(sorted({*self.at.agreed_in, self.at.wording}))

    def emptied(self) -> Self:
        """Return the line with the words alone that a file keeps; each keeps its number."""
        at = self.at
        return replace(
            self,
            wordings=self._with_words_of(self.kept_wordings),
            parkings=self.parkings[at.parking : at.parking + 1] if at.parking >= 0 else (),
            place=replace(at, parking=0 if at.parking >= 0 else -1),
        )

    def settled(self) -> Self:
        """Return the line as a file keeps it: the wording now, and those that were agreed."""
        line, kept = self.emptied(), self.kept_wordings
        renumbered = replace(
            line.at,
            wording=kept.index(line.at.wording),
            agreed_in=tuple(kept.index(n) for n in line.at.agreed_in),
        )
        return replace(line, wordings=tuple(line.wordings[n] for n in kept), place=renumbered)

    def _with_words_of(self, numbers: Container[int]) -> tuple[Wording, ...]:
        """Return the wordings without the words of the others: no number is given twice."""
        known = enumerate(self.wordings)
        return tuple(one if number in numbers else Wording("") for number, one in known)


def ordered(lines: tuple[AgreementLine, ...]) -> tuple[AgreementLine, ...]:
    """Return said lines in their order, then those without names by their random ids."""
    said = [line for line in lines if not line.unnamed]
    unnamed = sorted((line for line in lines if line.unnamed), key=lambda line: line.id)
    return (*said, *unnamed)


def checked_wording(wording: Wording) -> Wording:
    """Return a wording as it is kept. Raises ``NotAllowedNowError`` if empty or too long."""
    example = clean_line(wording.example)
    return replace(
        wording,
        text=checked_line(wording.text, MAX_LINE),
        example=example and checked_line(example, MAX_LINE),
    )
