"""Writing without names, on the board: the promise, how to take part, and the opened lines."""

from facilitator.kinds.gather.sentences import Sentence
from facilitator.room.pages.kind import RoomPart, called
from facilitator.room.pages.writing import writing_page

ROOM = RoomPart(called(Sentence.NAME), writing_page, sentences=Sentence)
