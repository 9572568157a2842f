"""One line of the agreement: its wordings and its place."""

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
    """The state of a line. Lines are never refused: they are dropped, or parked."""

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
)  # set by hand; the others come from a check, or need a reason


@dataclass(frozen=True, slots=True)
class Wording:
    """A line as the group worded it, with its example if they gave one."""

    text: str
    example: str = ""
    in_record: bool = True  # as an earlier wording, under the present one

    def says_the_same(self, other_wording: "Wording") -> bool:
        """Return whether text and example are the same."""
        return (self.text, self.example) == (other_wording.text, other_wording.example)


@dataclass(frozen=True, slots=True)
class Parking:
    """The reason why a line was parked, and when the group comes back to it."""

    reason: str
    when: When = When.BEFORE_CLOSE
    in_record: bool = False  # only by an act, since the reason was on no page of the agreement


@dataclass(frozen=True, slots=True)
class Place:
    """The changing part of a line; wordings and parkings are given by number."""

    state: LineState = LineState.SUGGESTED
    wording: int = 0
    parking: int = -1  # the last; -1 for none
    into: LineId | None = None  # the line that this one is joined into
    confirmed: bool = True  # of a joined line: the people whose lines it joins said yes
    agreed_in: tuple[int, ...] = ()  # wordings in which it was agreed
    tally: Tally | None = None  # of the last check


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One line. Lines proposed without names (``unnamed``) have no order of arrival."""

    id: LineId
    wordings: tuple[Wording, ...]
    place: Place | None = field(default_factory=Place)  # None: undone, exists only for redo
    parkings: tuple[Parking, ...] = ()
    joins: tuple[LineId, ...] = ()
    unnamed: bool = False
    in_record: bool = True

    @property
    def at(self) -> Place:
        """Its place. Raises ``KeyError`` for an undone line."""
        if self.place is None:
            raise KeyError(self.id)
        return self.place

    @property
    def state(self) -> LineState:
        """Its state."""
        return self.at.state

    @property
    def text(self) -> str:
        """Its present wording."""
        return self.wordings[self.at.wording].text

    @property
    def example(self) -> str:
        """Its example, or nothing."""
        return self.wordings[self.at.wording].example

    @property
    def parking(self) -> Parking | None:
        """The reason why it is parked; ``None`` when it is not."""
        parked = self.state is LineState.PARKED and self.at.parking >= 0
        return self.parkings[self.at.parking] if parked else None

    @property
    def versions(self) -> tuple[int, ...]:
        """Numbers of the earlier agreed wordings, each text once, oldest first."""
        texts = {self.wordings[n].text: n for n in sorted(self.at.agreed_in, reverse=True)}
        return tuple(sorted(n for text, n in texts.items() if text != self.text))

    @property
    def earlier(self) -> tuple[str, ...]:
        """The texts of those wordings."""
        return tuple(self.wordings[n].text for n in self.versions)

    @property
    def taken_up(self) -> Place:
        """Its place when it is taken up; after parking or dropping, without earlier wordings."""
        waits = self.state in (LineState.PARKED, LineState.LET_GO)
        return replace(self.at, agreed_in=()) if waits else self.at

    def trimmed(self) -> Self:
        """Return the line without the wordings and parkings that only redo needs."""
        at = self.at
        last = max(at.wording, *at.agreed_in, 0)
        wordings = self._with_words_of(range(last + 1))
        return replace(self, wordings=wordings, parkings=self.parkings[: at.parking + 1])

    @property
    def saved_wordings(self) -> tuple[int, ...]:
        """Numbers of the saved wordings: the present one, and the agreed ones."""
        return tuple(sorted({*self.at.agreed_in, self.at.wording}))

    def emptied(self) -> Self:
        """Return the line with only its saved wordings; each keeps its number."""
        at = self.at
        return replace(
            self,
            wordings=self._with_words_of(self.saved_wordings),
            parkings=self.parkings[at.parking : at.parking + 1] if at.parking >= 0 else (),
            place=replace(at, parking=0 if at.parking >= 0 else -1),
        )

    def settled(self) -> Self:
        """Return the line as it is saved: with the present wording and the agreed ones."""
        line, numbers = self.emptied(), self.saved_wordings
        renumbered = replace(
            line.at,
            wording=numbers.index(line.at.wording),
            agreed_in=tuple(numbers.index(n) for n in line.at.agreed_in),
        )
        return replace(line, wordings=tuple(line.wordings[n] for n in numbers), place=renumbered)

    def _with_words_of(self, numbers: Container[int]) -> tuple[Wording, ...]:
        """Return the wordings, others emptied, so that every wording keeps its number."""
        numbered = enumerate(self.wordings)
        return tuple(wording if number in numbers else Wording("") for number, wording in numbered)


def ordered(lines: tuple[AgreementLine, ...]) -> tuple[AgreementLine, ...]:
    """Return said lines in their order, then those without names by their random ids."""
    spoken = [line for line in lines if not line.unnamed]
    unnamed = sorted((line for line in lines if line.unnamed), key=lambda line: line.id)
    return (*spoken, *unnamed)


def checked_wording(wording: Wording) -> Wording:
    """Return a cleaned wording. Raises ``NotAllowedNowError`` if empty or too long."""
    example = clean_line(wording.example)
    return replace(
        wording,
        text=checked_line(wording.text, MAX_LINE),
        example=example and checked_line(example, MAX_LINE),
    )
