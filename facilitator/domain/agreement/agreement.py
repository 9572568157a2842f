"""The group's agreement: lines in the group's own words, with their states.

Every move can be undone. The undo holds ids and places, never texts, so that a line deleted for
good leaves nothing behind (decision 4).
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

MANY_LINES = 8  # people cannot remember more, or read more from the back


@dataclass(frozen=True, slots=True)
class Change:
    """A line's place before and after; ``None`` when it did not exist."""

    line: LineId
    before: Place | None
    after: Place | None


Move = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """All lines, the one at the foot of other pages, and the running check."""

    all_lines: tuple[AgreementLine, ...] = ()
    foot: LineId | None = None  # chosen for the foot; else the first agreed line
    foot_shown: bool = True
    checking: Checking | None = None
    for_next: bool = False  # the room said yes: save it for this group's next workshop
    taken_up: bool = False  # lines saved from the last workshop are among them, or were
    done: tuple[Move, ...] = field(default=(), compare=False)
    undone: tuple[Move, ...] = field(default=(), compare=False)

    @property
    def lines(self) -> tuple[AgreementLine, ...]:
        """The existing lines, with those joined into another."""
        return tuple(line for line in self.all_lines if line.place is not None)

    @property
    def top_lines(self) -> tuple[AgreementLine, ...]:
        """The lines that are not joined into another."""
        return tuple(line for line in self.lines if line.at.into is None)

    @property
    def agreed(self) -> tuple[AgreementLine, ...]:
        """The agreed lines."""
        return self.in_state(LineState.AGREED)

    @property
    def proposed(self) -> tuple[AgreementLine, ...]:
        """The lines on the board that are not agreed yet."""
        return self.in_state(*ON_BOARD)

    @property
    def parked(self) -> tuple[AgreementLine, ...]:
        """The parked lines; never on the board."""
        return self.in_state(LineState.PARKED)

    @property
    def at_foot(self) -> AgreementLine | None:
        """The agreed line at the foot of other pages, if any."""
        if not self.foot_shown:
            return None
        chosen = (line for line in self.agreed if line.id == self.foot)
        return next(chosen, next(iter(self.agreed), None))

    def in_state(self, *states: LineState) -> tuple[AgreementLine, ...]:
        """Return the lines in these states that are not joined into another."""
        return tuple(line for line in self.top_lines if line.state in states)

    def has(self, line_id: LineId) -> bool:
        """Return whether a line exists."""
        return any(line.id == line_id for line in self.lines)

    def line(self, line_id: LineId) -> AgreementLine:
        """Return a line. Raises ``NotAllowedNowError`` if it does not exist any more."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise NotAllowedNowError(_("This line is not there any more."))

    def suggest(self, new: AgreementLine) -> Self:
        """Add a line as it was said or written."""
        wordings = (checked_wording(new.wordings[0]), *new.wordings[1:])
        new = replace(new, wordings=wordings)
        agreement = self.cut()
        grown = replace(
            agreement, all_lines=ordered((*agreement.all_lines, replace(new, place=None)))
        )
        return grown.moved({new.id: new.place})

    def word(self, line_id: LineId, wording: Wording) -> Self:
        """Change a line's wording; an agreed line must be checked again, alone."""
        wording = checked_wording(wording)
        agreement = touched(self, line_id)
        line = agreement.line(line_id)
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
        return agreement.with_line(worded).moved({line_id: place})

    def steer(self, line_id: LineId, state: LineState) -> Self:
        """Move a line by hand. Only a check can make it agreed, and only ``park`` parked."""
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
        agreement = touched(self, line_id)
        line = agreement.line(line_id)
        number = line.at.parking + 1
        parked = replace(line, parkings=(*line.parkings[:number], parking))
        place = replace(line.taken_up, state=LineState.PARKED, parking=number)
        return agreement.with_line(parked).moved({line_id: place})

    def join(self, new_id: LineId, joined: tuple[LineId, ...], wording: Wording) -> Self:
        """Join lines under one wording, which is proposed until it is confirmed."""
        wording = checked_wording(wording)
        agreement = touched(self, *joined)
        lines = [agreement.line(line_id) for line_id in joined]
        if len(set(joined)) < 2 or any(line.at.into is not None for line in lines):
            raise NotAllowedNowError(_("Choose two lines to join."))
        unnamed = any(line.unnamed for line in lines)
        place = Place(confirmed=False)
        new = AgreementLine(new_id, (wording,), None, joins=joined, unnamed=unnamed)
        at = agreement.all_lines.index(lines[0])
        grown = replace(
            agreement,
            all_lines=ordered((*agreement.all_lines[:at], new, *agreement.all_lines[at:])),
        )
        moved = {line.id: replace(line.at, into=new_id) for line in lines}
        return grown.moved({new_id: place, **moved})

    def confirm(self, line_id: LineId) -> Self:
        """Confirm a joined wording: the people whose lines it joins said yes."""
        line = self.line(line_id)
        return touched(self, line_id).moved({line_id: replace(line.at, confirmed=True)})

    def separate(self, line_id: LineId) -> Self:
        """Separate a joined line: the originals return exactly as they were."""
        line = self.line(line_id)
        if not line.joins:
            raise NotAllowedNowError(_("This line was not joined from others."))
        freed = {original: replace(self.line(original).at, into=None) for original in line.joins}
        return touched(self, line_id).moved({line_id: None, **freed})

    def checkable(self, line_id: LineId) -> bool:
        """Return whether a line can be checked: in no other line, and confirmed if joined."""
        line = self.line(line_id)
        open_to_it = (*ON_BOARD, LineState.AGREED)
        return line.at.into is None and line.at.confirmed and line.state in open_to_it

    def undo(self) -> Self:
        """Undo the last move. Raises while a check is being answered."""
        refuse_answered(self.checking)
        if not self.done:
            raise NotAllowedNowError(_("There is nothing to undo."))
        *earlier, last = self.done
        back = self.placed({change.line: change.before for change in last})
        return replace(back, done=tuple(earlier), undone=(*self.undone, last), checking=None)

    def redo(self) -> Self:
        """Redo the last undone move. Raises while a check is being answered."""
        refuse_answered(self.checking)
        if not self.undone:
            raise NotAllowedNowError(_("There is nothing to redo."))
        *earlier, last = self.undone
        again = self.placed({change.line: change.after for change in last})
        return replace(again, undone=tuple(earlier), done=(*self.done, last), checking=None)

    def settled(self) -> Self:
        """Return the agreement as it is saved: without the data for undo and redo."""
        lines = tuple(line.settled() for line in self.lines)
        return replace(self, all_lines=lines, done=(), undone=())

    def cut(self) -> Self:
        """Return the agreement without the data for redo."""
        if not self.undone:
            return self
        needed = {change.line for move in self.done for change in move}
        lines = tuple(
            line if line.place is None else line.trimmed()
            for line in self.all_lines
            if line.place is not None or line.id in needed
        )
        return replace(self, all_lines=lines, undone=())

    def with_line(self, changed: AgreementLine) -> Self:
        """Return the agreement with one line changed in its place, without a move."""
        lines = tuple(changed if line.id == changed.id else line for line in self.all_lines)
        return replace(self, all_lines=lines)

    def placed(self, places: dict[LineId, Place | None]) -> Self:
        """Return the agreement with lines at other places, without a move."""
        lines = tuple(
            replace(line, place=places[line.id]) if line.id in places else line
            for line in self.all_lines
        )
        return replace(self, all_lines=lines)

    def moved(self, places: dict[LineId, Place | None]) -> Self:
        """Move lines to other places, as one move."""
        was = {line.id: line.place for line in self.all_lines}
        move = tuple(Change(line, was[line], place) for line, place in places.items())
        return replace(self.placed(places), done=(*self.done, move))


def touched(agreement: A, *lines: LineId) -> A:
    """Return the agreement without redo, ready for a move of these lines.

    A line in an open check cannot change, so this raises; a line that has been checked leaves the
    check.
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
    """Return the wordings of all lines, also joined ones, that may still be recorded."""
    lines_by_id = {line.id: line for line in agreement.lines}

    def is_left(line: AgreementLine) -> bool:
        above = line.at.into
        gone = line.state is LineState.LET_GO or not line.in_record
        return not gone and (above is None or is_left(lines_by_id[above]))

    return frozenset(line.text for line in agreement.lines if is_left(line))


def taken_out(agreement: Agreement, line_id: LineId) -> Agreement:
    """Return the agreement without a line, for good; clears what can be undone.

    Also removes the lines joined in it, a line that it is joined into, and a check of any of them.
    """
    gone = {line_id}
    below = list(agreement.line(line_id).joins)
    while below:
        gone.add(below[0])
        below = [*below[1:], *agreement.line(below[0]).joins]
    while above := {line.id for line in agreement.lines if gone & set(line.joins)} - gone:
        gone |= above
    lines = [line for line in agreement.lines if line.id not in gone]
    freed = [
        replace(line, place=replace(line.at, into=None)) if line.at.into in gone else line
        for line in lines
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
