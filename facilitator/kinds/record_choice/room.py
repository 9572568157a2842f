"""The lines for the record on the board, each with its letter."""

from dataclasses import replace

from facilitator.kinds.record_choice.sentences import Sentence
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content
from facilitator.room.pages.record import record_page
from facilitator.room.promise import support_at_the_end


def _page(request: PageRequest) -> Content:
    page = record_page(request.workshop, request.record, request.step.question)
    return replace(page, after=support_at_the_end(request.workshop))


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
