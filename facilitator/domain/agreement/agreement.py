"""The group's agreement: lines in the group's own words, and what has become of each.

Every move can be undone. What undoing needs is kept as ids and places, never as texts of its own:
a line that is taken out for good leaves nothing behind (decision 4).
"""

from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

from facilitator.domain.agreement.checks import Checking, refuse_answered
from facilitator.domain.agreement.line import (
    ON_BOARD,
    STEERED,
    AgreementLine,
    LineState,
    Parking,
    Place,
    Wording,
    checked_wording,
    ordered,
)
from facilitator.domain.ids import LineId
from facilitator.domain.text.text import clean_line
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

A = TypeVar("A", bound="Agreement")

MANY_LINES = 8  # more cannot be remembered, or read from the back


@dataclass(frozen=True, slots=True)
class Change:
    """Where a line stood, and where it stands; ``None`` when it was not there."""

    line: LineId
    before: Place | None
    after: Place | None


Move = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """All lines, which of them stands at the foot of other pages, and the check being held."""

    all_lines: tuple[AgreementLine, ...] = ()
    foot: LineId | None = None  # chosen for the foot; else the first that is agreed
    foot_shown: bool = True
    checking: Checking | None = None
    for_next: bool = False  # the room said yes: it stays here for this group's next workshop
    taken_up: bool = False  # lines that this group had kept are among them, or were
    done: tuple[Move, ...] = field(default=(), compare=False)
    undone: tuple[Move, ...] = field(default=(), compare=False)

    @property
    def lines(self) -> tuple[AgreementLine, ...]:
        """The lines that are there, those joined into another among them."""
        return tuple(line for line in self.all_lines if line.place is not None)

    @property
    def standing(self) -> tuple[AgreementLine, ...]:
        """The lines that stand by themselves, not joined into another."""
        return tuple(line for line in self.lines if line.at.into is None)

    @property
    def agreed(self) -> tuple[AgreementLine, ...]:
        """What is agreed for now."""
        return self.in_state(LineState.AGREED)

    @property
    def proposed(self) -> tuple[AgreementLine, ...]:
        """What is on the board and not agreed yet."""
        return self.in_state(*ON_BOARD)

    @property
    def parked(self) -> tuple[AgreementLine, ...]:
        """What waits; never on the board."""
        return self.in_state(LineState.PARKED)

    @property
    def at_foot(self) -> AgreementLine | None:
        """The agreed line at the foot of other pages, if any."""
        if not self.foot_shown:
            return None
        chosen = (line for line in self.agreed if line.id == self.foot)
        return next(chosen, next(iter(self.agreed), None))

    def in_state(self, *states: LineState) -> tuple[AgreementLine, ...]:
        """Return the standing lines in these states."""
        return tuple(line for line in self.standing if line.state in states)

    def has(self, line_id: LineId) -> bool:
        """Return whether there is such a line."""
        return any(line.id == line_id for line in self.lines)

    def line(self, line_id: LineId) -> AgreementLine:
        """Return a line. Raises ``NotAllowedNowError`` if it is gone."""
        for one in self.lines:
            if one.id == line_id:
                return one
        raise NotAllowedNowError(_("This line is not there any more."))

    def suggest(self, new: AgreementLine) -> Self:
        """Add a line, as it was said or written."""
        wordings = (checked_wording(new.wordings[0]), *new.wordings[1:])
        new = replace(new, wordings=wordings)
        here = self.cut()
        grown = replace(here, all_lines=ordered((*here.all_lines, replace(new, place=None))))
        return grown.moved({new.id: new.place})

    def word(self, line_id: LineId, wording: Wording) -> Self:
        """Change a line's wording; one that was agreed is to be checked again, alone."""
        wording = checked_wording(wording)
        here = touched(self, line_id)
        line = here.line(line_id)
        if wording.says_the_same(line.wordings[line.at.wording]):
            return self
        number = len(line.wordings)
        again = wording.text != line.text and line.state in (
            LineState.AGREED,
            LineState.NEEDS_CHANGE,
        )
        state = LineState.READY if again else line.state
        agreed_in = line.at.agreed_in
        if line.state is LineState.AGREED and not again:
            agreed_in = (*agreed_in, number)
        place = replace(line.at, wording=number, state=state, agreed_in=agreed_in)
        worded = replace(line, wordings=(*line.wordings, wording))
        return here.with_line(worded).moved({line_id: place})

    def steer(self, line_id: LineId, state: LineState) -> Self:
        """Move a line by hand. Agreed is reached by a check alone, parked with a reason."""
        line = self.line(line_id)
        if state not in STEERED:
            raise NotAllowedNowError(
                _("A line is agreed by a check, not by a click."), _("Check it with the group.")
            )
        if line.state is state:
            return self
        return touched(self, line_id).moved({line_id: replace(line.taken_up, state=state)})

    def park(self, line_id: LineId, parking: Parking) -> Self:
        """Park a line, with the reason and when the group comes back to it."""
        parking = replace(parking, reason=clean_line(parking.reason))
        if not parking.reason:
            raise NotAllowedNowError(
                _("A parked line needs a reason."), _("Say in a few words why it waits.")
            )
        here = touched(self, line_id)
        line = here.line(line_id)
        number = line.at.parking + 1
        parked = replace(line, parkings=(*line.parkings[:number], parking))
        place = replace(line.taken_up, state=LineState.PARKED, parking=number)
        return here.with_line(parked).moved({line_id: place})

    def join(self, new_id: LineId, joined: tuple[LineId, ...], wording: Wording) -> Self:
        """Join lines under one wording, which is proposed until it is confirmed."""
        wording = checked_wording(wording)
        here = touched(self, *joined)
        lines = [here.line(one) for one in joined]
        if len(set(joined)) < 2 or any(line.at.into is not None for line in lines):
            raise NotAllowedNowError(_("Choose two lines to join."))
        unnamed = any(line.unnamed for line in lines)
        place = Place(confirmed=False)
        new = AgreementLine(new_id, (wording,), None, joins=joined, unnamed=unnamed)
        at = here.all_lines.index(lines[0])
        grown = replace(here, all_lines=ordered((*here.all_lines[:at], new, *here.all_lines[at:])))
        moved = {line.id: replace(line.at, into=new_id) for line in lines}
        return grown.moved({new_id: place, **moved})

    def confirm(self, line_id: LineId) -> Self:
        """Take notice that those whose lines were joined said yes to the wording."""
        line = self.line(line_id)
        return touched(self, line_id).moved({line_id: replace(line.at, confirmed=True)})

    def separate(self, line_id: LineId) -> Self:
        """Take a joined line apart: the originals stand again as they were, to the letter."""
        line = self.line(line_id)
        if not line.joins:
            raise NotAllowedNowError(_("This line was not joined from others."))
        freed = {one: replace(self.line(one).at, into=None) for one in line.joins}
        return touched(self, line_id).moved({line_id: None, **freed})

    def checkable(self, line_id: LineId) -> bool:
        """Return whether a line can be checked: it stands, and a joined one is confirmed."""
        line = self.line(line_id)
        open_to_it = (*ON_BOARD, LineState.AGREED)
        return line.at.into is None and line.at.confirmed and line.state in open_to_it

    def undo(self) -> Self:
        """Take the last move back. Raises while a check is being answered."""
        refuse_answered(self.checking)
        if not self.done:
            raise NotAllowedNowError(_("There is nothing to undo."))
        *earlier, last = self.done
        back = self.placed({one.line: one.before for one in last})
        return replace(back, done=tuple(earlier), undone=(*self.undone, last), checking=None)

    def redo(self) -> Self:
        """Make the last undone move again. Raises while a check is being answered."""
        refuse_answered(self.checking)
        if not self.undone:
            raise NotAllowedNowError(_("There is nothing to redo."))
        *earlier, last = self.undone
        again = self.placed({one.line: one.after for one in last})
        return replace(again, undone=tuple(earlier), done=(*self.done, last), checking=None)

    def settled(self) -> Self:
        """Return the agreement as a file keeps it: without what only undo and redo need."""
        lines = tuple(line.settled() for line in self.lines)
        return replace(self, all_lines=lines, done=(), undone=())

    def cut(self) -> Self:
        """Return the agreement without what only a redo could bring back."""
        if not self.undone:
            return self
        needed = {one.line for move in self.done for one in move}
        lines = tuple(
            line if line.place is None else line.trimmed()
            for line in self.all_lines
            if line.place is not None or line.id in needed
        )
        return replace(self, all_lines=lines, undone=())

    def with_line(self, changed: AgreementLine) -> Self:
        """Return the agreement with one line changed in its place; it is no move."""
        lines = tuple(changed if one.id == changed.id else one for one in self.all_lines)
        return replace(self, all_lines=lines)

    def placed(self, places: dict[LineId, Place | None]) -> Self:
        """Return the agreement with lines at other places, and nothing to undo."""
        lines = tuple(
            replace(one, place=places[one.id]) if one.id in places else one
            for one in self.all_lines
        )
        return replace(self, all_lines=lines)

    def moved(self, places: dict[LineId, Place | None]) -> Self:
        """Move lines to other places, as one move."""
        was = {one.id: one.place for one in self.all_lines}
        move = tuple(Change(line, was[line], place) for line, place in places.items())
        return replace(self.placed(places), done=(*self.done, move))


def touched(agreement: A, *lines: LineId) -> A:
    """Return the agreement, cut, for a move of these lines.

    What the hands answer stays as it is until they have: a line in an open check is refused,
    and one that has been checked leaves the check.
    """
    checking = agreement.checking
    if checking is None or not set(lines) & set(checking.lines):
        return agreement.cut()
    if not checking.closed:
        raise NotAllowedNowError(
            _("This line is being checked as it stands."),
            _("Close the check, or leave it, then change the line."),
        )
    return replace(agreement.cut(), checking=None)


def texts_left(agreement: Agreement) -> frozenset[str]:
    """Return the wordings that stand or wait, by themselves or joined, and may be recorded."""
    there = {line.id: line for line in agreement.lines}

    def is_left(line: AgreementLine) -> bool:
        above = line.at.into
        gone = line.state is LineState.LET_GO or not line.in_record
        return not gone and (above is None or is_left(there[above]))

    return frozenset(line.text for line in agreement.lines if is_left(line))


def taken_out(agreement: Agreement, line_id: LineId) -> Agreement:
    """Return the agreement without a line, for good; what came before cannot be undone.

    The lines that were joined in it go with it, and so does a line that it is joined into, and a
    check of any of them.
    """
    gone = {line_id}
    below = list(agreement.line(line_id).joins)
    while below:
        gone.add(below[0])
        below = [*below[1:], *agreement.line(below[0]).joins]
    while above := {one.id for one in agreement.lines if gone & set(one.joins)} - gone:
        gone |= above
    kept = [line for line in agreement.lines if line.id not in gone]
    freed = [
        replace(line, place=replace(line.at, into=None)) if line.at.into in gone else line
        for line in kept
    ]
    foot = None if agreement.foot in gone else agreement.foot
    checking = agreement.checking
    return Agreement(
        tuple(line.emptied() for line in freed),
        foot,
        agreement.foot_shown,
        None if checking is None or gone & set(checking.lines) else checking,
        for_next=agreement.for_next,
        taken_up=agreement.taken_up,
    )
