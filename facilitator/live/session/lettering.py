"""The letters of opened lines and of what goes in the record, while the room has them before it."""

from dataclasses import replace

from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.pages.content import gathering_on_board, notes_of
from facilitator.room.pages.letters import Letters, Wall
from facilitator.room.pages.picture import Content, ListPage, Mark, NotesPage
from facilitator.room.pages.record import record_page


class Lettering:
    """Deals letters at each showing and keeps them until it ends.

    Neither the curtain nor a page over it ends it: what comes back is what was there. ``letters``
    are those of the present showing; ``None`` while there is none. ``walls`` are those of opened
    lines, for each gathering of its last showing.
    """

    def __init__(self) -> None:
        self.letters: Letters | None = None
        self.walls: dict[StepId, Wall] = {}
        self._seen: Workshop | None = None  # the last state alone

    def look_at(self, workshop: Workshop) -> None:
        """Take notice of a showing that began, went on with other lines, or ended."""
        if workshop is self._seen:
            return
        known = self.letters or Letters()
        if self._seen is not None:
            known = known.after_mixing(self._seen, workshop)
        self.letters = known.taking_in(workshop) if _stands(workshop) else None
        self.walls = self._walls_of(workshop)
        self._seen = workshop

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
            now.step_id: self.walls[now.step_id].after(before[now.step_id], now)
            if now.step_id in before
            else Wall.of(now)
            for now in workshop.gatherings
        }


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
