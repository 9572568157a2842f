"""Writing without names, on the board: the promise, how to take part, and the opened lines."""

from facilitator.kinds.gather.sentences import Sentence
from facilitator.room.pages.gathering import writing_page
from facilitator.room.pages.kind import RoomPart, called

ROOM = RoomPart(called(Sentence.NAME), writing_page, sentences=Sentence)
