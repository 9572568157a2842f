"""Opened lines on the board, with the time for reading them once it runs."""

from facilitator.domain.contribution import GatheringState
from facilitator.domain.time.round import RoundState
from facilitator.kinds.open.sentences import Sentence
from facilitator.room.pages.gathering import (
    closed_page,
    gathering_for,
    notes_page,
    with_reading_time,
)
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content
from facilitator.room.pages.timed import timed_page


def _page(request: PageRequest) -> Content:
    gathering = gathering_for(request.workshop, request.step)
    if gathering is not None and gathering.state is GatheringState.OPENED:
        page = notes_page(request.workshop, gathering)
        started = request.run.round.state is not RoundState.READY
        return with_reading_time(page, request, started=started)
    if gathering is not None and gathering.state is GatheringState.CLOSED:
        return closed_page(request)
    return timed_page(request, *ROOM.words(request.step, request.languages))


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
