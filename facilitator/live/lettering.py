"""The letters of what goes in the record, while the room has them before it."""

from dataclasses import replace

from facilitator.domain.contribution import GatheringState
from facilitator.domain.step import StepKind
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.letters import Letters
from facilitator.room.picture import Content, ListPage, Mark
from facilitator.room.record_page import record_page


class Lettering:
    """Deals letters at each showing and keeps them until it ends.

    Neither the curtain nor a page over it ends it: what comes back is what was there. ``letters``
    are those of the present showing; ``None`` while there is none.
    """

    def __init__(self) -> None:
        self.letters: Letters | None = None
        self._seen: Workshop | None = None  # the last state alone, while there are letters

    def look_at(self, workshop: Workshop) -> None:
        """Take notice of a showing that began, went on with other lines, or ended."""
        known = self.letters or Letters()
        if self._seen is not None and self._seen is not workshop:
            known = known.after_mixing(self._seen, workshop)
        stands = _stands(workshop)
        self.letters = known.taking_in(workshop) if stands else None
        self._seen = workshop if stands else None

    def shown(self, workshop: Workshop, content: Content) -> Content:
        """Return what is on the board, with the letters of the present showing."""
        if not isinstance(content, ListPage) or content.mark is not Mark.LETTER:
            return content
        page = record_page(workshop, content.heading, self.letters)
        return replace(page, foot=content.foot)


def _stands(workshop: Workshop) -> bool:
    """Return whether letters stand: on the board, beneath another page, or while late lines come.

    Then every turn mixes, and fresh letters would count the turns, on the console too.
    """
    board, beneath = workshop.board, workshop.board.before_care
    return (
        workshop.agenda.now.step.kind is StepKind.RECORD_CHOICE
        or board.showing is Showing.RECORD
        or (beneath is not None and beneath.showing is Showing.RECORD)
        or any(g.was_opened and g.state is GatheringState.WRITING for g in workshop.gatherings)
    )
