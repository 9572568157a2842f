"""A break on the board: when we are back, and where support is."""

from facilitator.domain.text.language import joined
from facilitator.kinds.pause.sentences import Sentence
from facilitator.room.pages.gathering import back_words, room_for_back
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, MessagePage
from facilitator.room.promise import support_words
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key


def _page(request: PageRequest) -> Content:
    workshop, step = request.workshop, request.step
    title = step.question or say_in(request.languages, Key.BREAK_TITLE)
    foot = joined(say_in(request.languages, Key.SUPPORT_OFFER), support_words(workshop))
    return MessagePage(title, back_words(request), foot, text_room=room_for_back(workshop, step))


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
