"""Breathing space on the board: it has no clock."""

from facilitator.kinds.slack.sentences import Sentence
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content
from facilitator.room.pages.timed import timed_page


def _page(request: PageRequest) -> Content:
    return timed_page(request, *ROOM.words(request.step, request.languages), shows_time=False)


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
