"""A break on the board: when we are back, what it is for, and that people may come and go."""

from facilitator.domain.text.language import joined
from facilitator.kinds.pause.sentences import Sentence
from facilitator.room.pages.gathering import back_words, room_for_back
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, Scene, ScenePage
from facilitator.room.promise import support_words
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key


def _page(request: PageRequest) -> Content:
    workshop, step, languages = request.workshop, request.step, request.languages
    ready = say_in(languages, Key.BREAK_READY)
    support = joined(say_in(languages, Key.SUPPORT_OFFER), support_words(workshop))
    return ScenePage(
        Scene.BREAK,
        title=back_words(request) or ready,
        label=say_in(languages, Key.BREAK_TITLE),
        texts=(*((step.question,) if step.question else ()), support),
        title_room=(ready, *room_for_back(workshop, step)),
    )


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
