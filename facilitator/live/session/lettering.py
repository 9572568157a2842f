"""Gives lines their letters before they are saved, and caches the list for the record."""

from dataclasses import replace
from itertools import chain
from operator import is_

from facilitator.domain.ids import StepId
from facilitator.domain.letters import Lettered
from facilitator.domain.plan.step import Trait
from facilitator.domain.summary import RecordParts
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.pages.content import RoomKinds
from facilitator.room.pages.picture import Content
from facilitator.room.pages.record import recorded
from facilitator.room.pages.recorded import RecordedLine, lines_of


def with_letters(workshop: Workshop, parts: RecordParts) -> Workshop:
    """Return the workshop with a letter for each line that the room sees with one.

    Opened lines get theirs at the opening (decision 16); other lines once the list for the record
    comes to the board. No letter is given twice. ``parts`` has what kinds of step add to it.
    """
    workshop = workshop.lettered
    if not _record_is_up(workshop) or not any(map(_needs_letter, lines_of(workshop, parts))):
        return workshop
    names = [line.name for line in recorded(workshop, parts) if _needs_letter(line)]
    given = (Lettered(letter, name) for letter, name in enumerate(names, workshop.next_letter))
    return replace(workshop, letters=(*workshop.letters, *given))


def _needs_letter(line: RecordedLine) -> bool:
    return line.in_record and line.letter is None


def _record_is_up(workshop: Workshop) -> bool:
    """Return whether the list for the record is on the board, or under another page."""
    board, at_step = workshop.board, workshop.agenda.now.step.has(Trait.DECIDES_RECORD)
    pages = (board.top, board.under, board.before_care)
    showing = {page.showing for page in pages if page is not None}
    return Showing.RECORD in showing or (at_step and Showing.STEP in showing)


class RecordList:
    """The list for the record on the board, built again only when a line of it changed.

    It holds the words of the last state only.
    """

    def __init__(self, kinds: RoomKinds) -> None:
        self._kinds = kinds
        self._lines: tuple[object, ...] = ()
        self._lists: dict[StepId | None, tuple[tuple[object, ...], Content]] = {}

    def content(self, workshop: Workshop, now: Moment, back_at: str) -> Content:
        """Return the board's content; a list for the record may be that of the last call."""
        lines = _lines_of(workshop)
        if not _are_same(lines, self._lines):
            self._lists.clear()  # their lines may have been withdrawn
            self._lines = lines
        if not _shows_record(workshop):
            return self._kinds.content_of(workshop, now, back_at)
        step = workshop.agenda.now.step.id if workshop.board.showing is Showing.STEP else None
        objects = _objects_of(workshop)
        cached = self._lists.get(step)
        if cached is not None and _are_same(cached[0], objects):
            return cached[1]
        lettered = with_letters(workshop, self._kinds.record)  # those that the next step will give
        content = self._kinds.content_of(lettered, now, back_at)
        self._lists[step] = objects, content
        return content


def _objects_of(workshop: Workshop) -> tuple[object, ...]:
    """Return the objects that a list for the record depends on."""
    runs = ((run.step, run.standing) for run in workshop.agenda.runs)
    settings = workshop.letters, workshop.left_out, workshop.setup, workshop.languages
    return *settings, *_lines_of(workshop), *chain.from_iterable(runs)


def _lines_of(workshop: Workshop) -> tuple[object, ...]:
    return workshop.said, workshop.agreement, *workshop.gatherings, *workshop.states


def _are_same(objects: tuple[object, ...], other_objects: tuple[object, ...]) -> bool:
    return len(objects) == len(other_objects) and all(map(is_, objects, other_objects))


def _shows_record(workshop: Workshop) -> bool:
    """Return whether the lines for the record are on the board, with nothing over them."""
    board, step = workshop.board, workshop.agenda.now.step
    if board.curtain or board.quiet:
        return False
    at_step = board.showing is Showing.STEP and step.has(Trait.DECIDES_RECORD)
    return at_step or board.showing is Showing.RECORD
