"""Contributions without names, and the gathering that holds them until they are opened together.

Nothing here reveals who wrote, or who wrote first: every turn, even an empty one, puts the whole
gathering into a fresh random order with fresh random ids (decision 4).
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, Self, TypeVar

from facilitator.domain.floor import LATE_FLOOR, WARNED_FLOOR, check_floor
from facilitator.domain.ids import ContributionId, StepId
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.domain.text.text import clean_line, length
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

MAX_CHARACTERS = 200
MAX_TRANSLATION = 300  # other languages may need more room

T = TypeVar("T")


class Shuffler(Protocol):
    """The source of all randomness. Only tests and rehearsals may seed it."""

    def shuffled(self, things: tuple[T, ...]) -> tuple[T, ...]:
        """Return things in a fresh random order."""
        ...

    def new_id(self) -> str:
        """Return a fresh random id of 16 hexadecimal digits."""
        ...


class GatheringState(StrEnum):
    """The state of a gathering."""

    WAITING = "waiting"  # the promise was not said yet
    WRITING = "writing"
    CLOSED = "closed"  # nobody writes; the facilitator reads first
    OPENED = "opened"


class SetAside(StrEnum):
    """Why a line was set aside; never on board or record. People are promised: for nothing else."""

    PERSON = "names or points to a person"
    ATTACK = "attacks someone"
    RISK = "tells of serious harm or risk"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person hands in at the corner: one to three texts, or none, which is a pass."""

    texts: tuple[str, ...] = ()
    in_record: bool = True
    drawing: bool = False  # a card with a drawing; a text is what its maker chose to say of it


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contribution without a name."""

    id: ContributionId
    text: str
    in_record: bool = True
    set_aside: SetAside | None = None
    late: bool = (
        False  # came after the first reading; opened only together with others (decision 5)
    )
    letter: int | None = None  # from the opening on; 0 is A (decision 16)
    drawing: bool = False  # ``text`` is what its maker chose to say of it, perhaps nothing
    translation: Words = NO_WORDS  # by a helper, in one language

    @property
    def needs_translation(self) -> bool:
        """Whether it has words that no helper has put in the other language yet."""
        return bool(self.text) and not self.translation


@dataclass(frozen=True, slots=True)
class Gathering:
    """The contributions of one step. ``turns`` also counts empty turns and cards."""

    step_id: StepId
    state: GatheringState = GatheringState.WAITING
    turns: int = 0
    late_turns: int = 0
    was_opened: bool = False
    contributions: tuple[Contribution, ...] = ()
    was_read: bool = False  # writing has closed, and the facilitator could read
    was_reopened: bool = False  # it was open again since then, whether or not anybody came
    gone: tuple[int, ...] = ()  # the letters of lines that were taken out

    @property
    def takes_late(self) -> bool:
        """Whether a turn now is late: a new line next to known ones would identify its writer."""
        return self.was_read or self.was_opened

    def may_be_read(self, people: int) -> bool:
        """Whether the facilitator may read: not while people write, and never one or two lines."""
        closed = self.state in (GatheringState.CLOSED, GatheringState.OPENED)
        return closed and self.least_turns(people) >= WARNED_FLOOR

    @property
    def late_may_be_read(self) -> bool:
        """Whether enough late turns are pending for anyone to read them, even the facilitator."""
        return self.late_turns >= LATE_FLOOR

    @property
    def ready(self) -> tuple[Contribution, ...]:
        """The lines that may be opened: not set aside, and not late."""
        return tuple(c for c in self.contributions if c.set_aside is None and not c.late)

    @property
    def untranslated(self) -> tuple[Contribution, ...]:
        """The lines that may be opened and have no translation yet."""
        return tuple(line for line in self.ready if line.needs_translation)

    @property
    def shows_translations(self) -> bool:
        """Whether translations are shown: a single missing one would point to somebody."""
        return not self.untranslated

    @property
    def letters(self) -> tuple[int, ...]:
        """Every letter of its lines, those of deleted lines too, in the order of the alphabet."""
        of_lines = (line.letter for line in self.contributions if line.letter is not None)
        return tuple(sorted((*of_lines, *self.gone)))

    def lettered(self, first: int) -> Self:
        """Return the gathering with letters from ``first`` on for opened lines without one.

        Lines that are opened together get them in their mixed order: a letter belongs to a line,
        and never shows which lines came in one turn, or when.
        """
        without = [line.id for line in self.ready if line.letter is None and self.was_opened]
        letter_by_id = {line_id: first + place for place, line_id in enumerate(without)}
        return replace(
            self,
            contributions=tuple(
                replace(line, letter=letter_by_id[line.id]) if line.id in letter_by_id else line
                for line in self.contributions
            ),
        )

    def of(self, contribution_id: ContributionId) -> Contribution:
        """Return one contribution. Raises ``NotAllowedNowError`` if it does not exist any more."""
        for contribution in self.contributions:
            if contribution.id == contribution_id:
                return contribution
        raise NotAllowedNowError(_("This line is not there any more."))

    def started(self) -> Self:
        """Open writing, once the promise was said; after a first reading, turns are late."""
        if self.state is GatheringState.WRITING:
            raise NotAllowedNowError(_("People are writing already."))
        reopened = self.was_reopened or self.takes_late
        return replace(self, state=GatheringState.WRITING, was_reopened=reopened)

    def turned(self, turns: tuple[Turn, ...], shuffler: Shuffler) -> Self:
        """Add turns (several when cards are entered) and mix all contributions again.

        Ignores invisible texts. Raises ``NotAllowedNowError`` when writing is not open, and
        ``ValueError`` for a text that the corner must not accept.
        """
        if self.state is not GatheringState.WRITING:
            raise NotAllowedNowError(_("Writing is not open."), _("Open it first."))
        came = tuple(
            Contribution(
                ContributionId(""),
                text,
                turn.in_record,
                late=self.takes_late,
                drawing=turn.drawing,
            )
            for turn in turns
            for text in _texts_of(turn)
        )
        if any(length(contribution.text) > MAX_CHARACTERS for contribution in came):
            raise ValueError("a contribution has up to 200 characters")
        late = len(turns) if self.takes_late else 0
        mixed = replace(self, contributions=(*self.contributions, *came)).mixed(shuffler)
        return replace(
            mixed, turns=self.turns + len(turns) - late, late_turns=self.late_turns + late
        )

    def mixed(self, shuffler: Shuffler) -> Self:
        """Put all contributions into a fresh random order with fresh random ids.

        Assigns the smallest id first, so that the order of the ids is the order: a file can restore
        it from the ids alone.
        """
        ids = sorted(shuffler.new_id() for _one in self.contributions)
        mixed = zip(ids, shuffler.shuffled(self.contributions), strict=True)
        fresh = tuple(
            replace(contribution, id=ContributionId(new_id)) for new_id, contribution in mixed
        )
        return replace(self, contributions=fresh)

    def closed(self) -> Self:
        """Close writing, so that the facilitator can read first."""
        if self.state is not GatheringState.WRITING:
            raise NotAllowedNowError(_("Writing is not open."))
        readable = self.turns >= WARNED_FLOOR  # also where nobody wrote: that is read too
        was_read = self.was_read or readable
        return replace(self, state=GatheringState.CLOSED, was_read=was_read)

    def with_contribution(self, changed: Contribution) -> Self:
        """Return the gathering with a contribution changed in its place."""
        self.of(changed.id)
        return replace(
            self,
            contributions=tuple(changed if c.id == changed.id else c for c in self.contributions),
        )

    def without(self, contribution_id: ContributionId) -> Self:
        """Return the gathering without a contribution, for good; nobody else gets its letter."""
        letter = self.of(contribution_id).letter
        return replace(
            self,
            contributions=tuple(c for c in self.contributions if c.id != contribution_id),
            gone=self.gone if letter is None else tuple(sorted((*self.gone, letter))),
        )

    def least_turns(self, people: int) -> int:
        """Return k of decision 5: the smaller of the number of turns and of people in the room.

        Late turns count as soon as enough are pending, since then all are opened together.
        """
        late = self.late_turns if self.late_may_be_read else 0
        return min(self.turns + late, people)

    def opened(self, people: int, floor: int, shuffler: Shuffler, *, warned: bool) -> Self:
        """Open all ready lines, mixed; at 3 or 4 only after the warning was read and agreed.

        Raises:
            FloorError: too few took part, or the warning was not read yet.
            NotAllowedNowError: writing has not closed.

        """
        if self.state is not GatheringState.CLOSED:
            raise NotAllowedNowError(_("Writing has not closed yet."), _("Close it first."))
        if not self.was_opened:
            check_floor(self.least_turns(people), floor, warned=warned)
        opened = replace(self._with_late(), state=GatheringState.OPENED, was_opened=True)
        return opened.mixed(shuffler)

    def _with_late(self) -> Self:
        """Add late lines from three turns on; else drop them: one line identifies its writer."""
        enough = self.late_may_be_read
        contributions = tuple(
            replace(contribution, late=False)
            for contribution in self.contributions
            if enough or not contribution.late
        )
        turns = self.turns + (self.late_turns if enough else 0)
        return replace(self, contributions=contributions, turns=turns, late_turns=0)


def _texts_of(turn: Turn) -> tuple[str, ...]:
    """Return the visible texts of a turn; a drawing may have none."""
    texts = tuple(filter(None, map(clean_line, turn.texts)))
    return ("",) if turn.drawing and not texts else texts
