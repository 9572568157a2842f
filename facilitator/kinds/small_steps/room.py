"""Small steps on the board: the question, then each step on its card, then ideas for later."""

from facilitator.domain.text.language import Words
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.kinds.small_steps.kept import kept_in
from facilitator.kinds.small_steps.sentences import Sentence
from facilitator.kinds.small_steps.state import ON_BOARD, SmallStep, Stage, steps_in
from facilitator.kinds.small_steps.words import (
    Languages,
    by_in_words,
    look_again_in_words,
    who_in_words,
)
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import Content, StepCard, StepsPage, TimeShown
from facilitator.room.pages.timed import timed_page
from facilitator.room.say import say_in


def _page(request: PageRequest) -> Content:
    steps, languages = steps_in(request.workshop, request.step), request.languages
    up, ideas = steps.in_stage(*ON_BOARD), steps.in_stage(Stage.PARKED)
    if not up and not ideas:
        return timed_page(request, say_in(languages, Sentence.NAME))
    run, workshop = request.run, request.workshop
    look, length = workshop.board.time_in(run.step.id), run.round.length
    started = run.round.state is not RoundState.READY
    return StepsPage(
        say_in(languages, Sentence.HEADING),
        tuple(_card(step, languages) for step in up),
        say_in(languages, Sentence.LATER),
        tuple(step.text for step in ideas),
        foot=look_again_in_words(steps.look_again, languages),
        time=TimeShown.of(run.round.left(request.now), length, look) if started else None,
        time_room=TimeShown.of(length, length, look),
    )


def _card(step: SmallStep, languages: Languages) -> StepCard:
    return StepCard(
        step.text, who_in_words(step, languages), step.everyone, by_in_words(step, languages)
    )


def _last_time(workshop: Workshop) -> Content | None:
    """Return what the group said last time, with the question how it went."""
    kept, languages = kept_in(workshop), workshop.languages
    if not kept:
        return None
    return StepsPage(
        say_in(languages, Sentence.LAST_TIME),
        tuple(StepCard(step.text, by=_in(step.by, languages)) for step in kept),
        foot=say_in(languages, Sentence.HOW),
    )


def _in(words: Words, languages: Languages) -> Words:
    """Return words in these languages only, else in the first that they have."""
    texts = tuple((each, text) for each, text in words.texts if each in languages)
    return Words(texts or words.texts[:1])


ROOM = RoomPart(
    called(Sentence.NAME),
    _page,
    last_time=_last_time,
    sentences=Sentence,
    saved=(Sentence.SAVED,),
)
