"""The letters of what goes in the record, while the room has them before it."""

from dataclasses import replace

from facilitator.domain.step import StepKind
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.picture import Content, ListPage, Mark
from facilitator.room.record_page import Letters, record_page


class Lettering:
    """Deals letters at each showing and keeps them until it ends; the curtain does not end it.

    ``letters`` are those of the present showing; ``None`` while there is none.
    """

    def __init__(self) -> None:
        self.letters: Letters | None = None

    def look_at(self, workshop: Workshop) -> None:
        """Take notice of a showing that began, went on with other lines, or ended."""
        known = self.letters or Letters()
        self.letters = known.taking_in(workshop) if _stands(workshop) else None

    def shown(self, workshop: Workshop, content: Content) -> Content:
        """Return what is on the board, with the letters of the present showing."""
        if not isinstance(content, ListPage) or content.mark is not Mark.LETTER:
            return content
        page = record_page(workshop, content.heading, self.letters)
        return replace(page, foot=content.foot)


def _stands(workshop: Workshop) -> bool:
    board, step = workshop.board, workshop.agenda.now.step
    own = board.showing is Showing.STEP and step.kind is StepKind.RECORD_CHOICE
    return board.showing is Showing.RECORD or own
