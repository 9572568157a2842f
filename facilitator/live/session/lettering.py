"""Assigns the letters of opened lines and of lines for the record, while they are on the board."""

from dataclasses import replace
from itertools import chain
from operator import is_

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.pages.content import RoomKinds
from facilitator.room.pages.gathering import gathering_on_board, notes_of
from facilitator.room.pages.letters import Letters, Wall
from facilitator.room.pages.picture import Content, NotesPage


class Lettering:
    """Assigns letters when lines are shown, and keeps them until the lines leave the board.

    The curtain and a page over the lines do not end a showing: the same letters return. ``letters``
    are those of the present showing; ``None`` without one. ``walls`` are those of opened lines,
    for each gathering from its last showing.
    """

    def __init__(self, kinds: RoomKinds) -> None:
        self._kinds = kinds
        self.letters: Letters | None = None
        self.walls: dict[StepId, Wall] = {}
        self._seen: Workshop | None = None  # of the last state only
        self._lists: dict[StepId | None, tuple[tuple[object, ...], Content]] = {}

    def update(self, workshop: Workshop) -> None:
        """Update the letters for a showing that began, changed its lines, or ended."""
        if workshop is self._seen:
            return
        if not _keeps_letters(workshop):
            self.letters = None
        elif self.letters is None or self._seen is None or _differs(self._seen, workshop):
            letters = self.letters or Letters()
            if self._seen is not None:
                letters = letters.after_mixing(self._seen, workshop)
            self.letters = letters.with_lines_of(workshop)
        self.walls = self._walls_of(workshop)
        if self._seen is None or _differs(self._seen, workshop):
            self._lists.clear()  # their lines may have been withdrawn
        self._seen = workshop

    def content(self, workshop: Workshop, now: Moment, back_at: str) -> Content:
        """Return the board's content with letters; caches the list for the record."""
        if not _shows_record(workshop):
            return self.lettered(workshop, self._kinds.content_of(workshop, now, back_at))
        step = workshop.agenda.now.step.id if workshop.board.showing is Showing.STEP else None
        objects = self._objects(workshop)
        cached = self._lists.get(step)
        if cached is not None and _are_same(cached[0], objects):
            return cached[1]
        content = self._kinds.content_of(workshop, now, back_at, self.letters)
        self._lists[step] = objects, content
        return content

    def _objects(self, workshop: Workshop) -> tuple[object, ...]:
        """Return the objects that a list for the record depends on."""
        runs = ((run.step, run.standing) for run in workshop.agenda.runs)
        settings = self.letters, workshop.setup, workshop.languages
        return *settings, *_lines_of(workshop), *chain.from_iterable(runs)

    def lettered(self, workshop: Workshop, content: Content) -> Content:
        """Return the board's content with the letters of the present showing."""
        gathering = gathering_on_board(workshop)
        if not isinstance(content, NotesPage) or gathering is None:
            return content
        wall = self.walls.get(gathering.step_id)
        return replace(content, notes=notes_of(gathering, workshop.languages, wall))

    def _walls_of(self, workshop: Workshop) -> dict[StepId, Wall]:
        before = (
            {gathering.step_id: gathering for gathering in self._seen.gatherings}
            if self._seen
            else {}
        )
        return {
            now.step_id: self._wall_of(now, before.get(now.step_id)) for now in workshop.gatherings
        }

    def _wall_of(self, now: Gathering, before: Gathering | None) -> Wall:
        if before is None:
            return Wall.of(now)
        wall = self.walls[now.step_id]
        return wall if now is before else wall.after(before, now)


def _differs(before: Workshop, now: Workshop) -> bool:
    """Return whether any line that can go in the record is a new object."""
    return not _are_same(_lines_of(before), _lines_of(now))


def _lines_of(workshop: Workshop) -> tuple[object, ...]:
    return workshop.said, workshop.agreement, *workshop.gatherings


def _are_same(objects: tuple[object, ...], other_objects: tuple[object, ...]) -> bool:
    return len(objects) == len(other_objects) and all(map(is_, objects, other_objects))


def _shows_record(workshop: Workshop) -> bool:
    """Return whether the lines for the record are on the board, with nothing over them."""
    board, step = workshop.board, workshop.agenda.now.step
    if board.curtain or board.quiet:
        return False
    at_step = board.showing is Showing.STEP and step.has(Trait.DECIDES_RECORD)
    return at_step or board.showing is Showing.RECORD


def _keeps_letters(workshop: Workshop) -> bool:
    """Return whether letters stay: on the board, under another page, or while late lines come.

    While late lines come, every turn mixes, and fresh letters would reveal the number of turns.
    """
    board, beneath = workshop.board, workshop.board.before_care
    return (
        workshop.agenda.now.step.has(Trait.DECIDES_RECORD)
        or board.showing is Showing.RECORD
        or (beneath is not None and beneath.showing is Showing.RECORD)
        or any(g.was_opened and g.state is GatheringState.WRITING for g in workshop.gatherings)
    )
