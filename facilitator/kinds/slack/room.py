"""Breathing space on the board: it has no clock, and nothing is worked on."""

from facilitator.domain.text.language import NO_WORDS, Words, joined
from facilitator.kinds.slack.sentences import Sentence
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, Scene, ScenePage
from facilitator.room.pages.time import Cue, cue_of, over_words
from facilitator.room.pages.timed import page_of_step, timed_page
from facilitator.room.promise import support_at_the_end


def _page(request: PageRequest) -> Content:
    words = ROOM.words(request.step, request.languages)
    if request.workshop.said_in(request.step.id):
        return timed_page(request, *words, shows_time=False)
    page = page_of_step(request.step, request.languages, words)
    over = over_words(request.workshop, request.step)
    is_over = cue_of(request.run.round, request.now) is Cue.OVER
    text = joined(page.hint, support_at_the_end(request.workshop))
    return ScenePage(
        Scene.BREAK,
        title=over if is_over else page.question,
        label=page.label,
        texts=_some(text),
        title_room=(page.question, over),
    )


def _some(words: Words) -> tuple[Words, ...]:
    return () if words == NO_WORDS else (words,)


ROOM = RoomPart(called(Sentence.NAME), _page, sentences=Sentence)
