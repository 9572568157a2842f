"""The letters of opened lines and of what goes in the record, while the room has them before it."""

from dataclasses import replace
from itertools import chain
from operator import is_

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.time.clock import Moment
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.pages.content import RoomKinds
from facilitator.room.pages.letters import Letters, Wall
from facilitator.room.pages.picture import Content, ListPage, Mark, NotesPage
from facilitator.room.pages.record import record_page
from facilitator.room.pages.writing import gathering_on_board, notes_of


class Lettering:
    """Deals letters at each showing and keeps them until it ends.

    Neither the curtain nor a page over it ends it: what comes back is what was there. ``letters``
    are those of the present showing; ``None`` while there is none. ``walls`` are those of opened
    lines, for each gathering of its last showing.
    """

    def __init__(self, kinds: RoomKinds) -> None:
        self._kinds = kinds
        self.letters: Letters | None = None
        self.walls: dict[StepId, Wall] = {}
        self._seen: Workshop | None = None  # the last state alone
        self._lists: dict[StepId | None, tuple[tuple[object, ...], Content]] = {}

    def look_at(self, workshop: Workshop) -> None:
        """Take notice of a showing that began, went on with other lines, or ended."""
        if workshop is self._seen:
            return
        if not _stands(workshop):
            self.letters = None
        elif self.letters is None or self._seen is None or _differs(self._seen, workshop):
            known = self.letters or Letters()
            if self._seen is not None:
                known = known.after_mixing(self._seen, workshop)
            self.letters = known.taking_in(workshop)
        self.walls = self._walls_of(workshop)
        if self._seen is None or _differs(self._seen, workshop):
            self._lists.clear()  # what is on them may have been withdrawn
        self._seen = workshop

    def content(self, workshop: Workshop, now: Moment, back_at: str) -> Content:
        """Return what is on the board, lettered; a list for the record is built once."""
        if not _shows_record(workshop):
            return self.shown(workshop, self._kinds.content_of(workshop, now, back_at))
        step = workshop.agenda.now.step.id if workshop.board.showing is Showing.STEP else None
        objects = self._objects(workshop)
        known = self._lists.get(step)
        if known is not None and _are_same(known[0], objects):
            return known[1]
        content = self.shown(workshop, self._kinds.content_of(workshop, now, back_at))
        self._lists[step] = objects, content
        return content

    def _objects(self, workshop: Workshop) -> tuple[object, ...]:
        """Return all that a list for the record depends on."""
        runs = ((run.step, run.standing) for run in workshop.agenda.runs)
        settings = self.letters, workshop.setup, workshop.languages
        return *settings, *_lines_of(workshop), *chain.from_iterable(runs)

    def shown(self, workshop: Workshop, content: Content) -> Content:
        """Return what is on the board, with the letters of the present showing."""
        if isinstance(content, NotesPage):
            gathering = gathering_on_board(workshop)
            if gathering is None:
                return content
            wall = self.walls.get(gathering.step_id)
            return replace(content, notes=notes_of(gathering, workshop.languages, wall))
        if not isinstance(content, ListPage) or content.mark is not Mark.LETTER:
            return content
        page = record_page(workshop, content.heading, self.letters)
        return replace(page, foot=content.foot)

    def _walls_of(self, workshop: Workshop) -> dict[StepId, Wall]:
        before = {one.step_id: one for one in self._seen.gatherings} if self._seen else {}
        return {
            now.step_id: self._wall_of(now, before.get(now.step_id)) for now in workshop.gatherings
        }

    def _wall_of(self, now: Gathering, before: Gathering | None) -> Wall:
        if before is None:
            return Wall.of(now)
        wall = self.walls[now.step_id]
        return wall if now is before else wall.after(before, now)


def _differs(before: Workshop, now: Workshop) -> bool:
    """Return whether lines that can go in the record are other objects now."""
    return not _are_same(_lines_of(before), _lines_of(now))


def _lines_of(workshop: Workshop) -> tuple[object, ...]:
    return workshop.said, workshop.agreement, *workshop.gatherings


def _are_same(objects: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(objects) == len(others) and all(map(is_, objects, others))


def _shows_record(workshop: Workshop) -> bool:
    """Return whether what goes in the record is on the board, and nothing over it."""
    board, step = workshop.board, workshop.agenda.now.step
    if board.curtain or board.quiet:
        return False
    at_step = board.showing is Showing.STEP and step.has(Trait.DECIDES_RECORD)
    return at_step or board.showing is Showing.RECORD


def _stands(workshop: Workshop) -> bool:
    """Return whether letters stand: on the board, beneath another page, or while late lines come.

    Then every turn mixes, and fresh letters would count the turns, on the console too.
    """
    board, beneath = workshop.board, workshop.board.before_care
    return (
        workshop.agenda.now.step.has(Trait.DECIDES_RECORD)
        or board.showing is Showing.RECORD
        or (beneath is not None and beneath.showing is Showing.RECORD)
        or any(g.was_opened and g.state is GatheringState.WRITING for g in workshop.gatherings)
    )
