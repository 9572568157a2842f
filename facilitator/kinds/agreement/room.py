"""The step in which the group makes its agreement, on the board."""

from facilitator.kinds.agreement.sentences import Sentence
from facilitator.room.pages.agreement import agreement_page
from facilitator.room.pages.gathering import is_written, writing_page
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content
from facilitator.room.pages.timed import timed_page


def _page(request: PageRequest) -> Content:
    workshop, step = request.workshop, request.step
    if is_written(workshop, step):
        return writing_page(request)
    if workshop.agreement.agreed or workshop.agreement.proposed:
        return agreement_page(workshop, step.title)
    return timed_page(request, *ROOM.words(step, request.languages))


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
