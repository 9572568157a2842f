"""The pages of a gathering: the promise, writing, reading first, and the opened lines."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.plan.step import Step, Way
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop
from facilitator.room.lines import drawing_words, helper_words
from facilitator.room.marks import board_mark
from facilitator.room.pages.agreement import ways_of
from facilitator.room.pages.kind import PageRequest
from facilitator.room.pages.picture import (
    Content,
    GatherPage,
    ListPage,
    MessagePage,
    NamesPage,
    Note,
    NotesPage,
    TimeShown,
)
from facilitator.room.pages.time import break_is_over
from facilitator.room.promise import promise_of
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key

Languages = tuple[Language, ...]
Timed = TypeVar("Timed", NotesPage, NamesPage)
WAYS = {
    Way.CORNER: (Key.WAY_TYPE, Key.WAY_TYPE_HOW),
    Way.CARDS: (Key.WAY_CARD, Key.WAY_CARD_HOW),
}
TELLING = (Key.WAY_TELL, Key.WAY_TELL_HOW)
ANY_TIME = "00:00"  # with digits of the same width, the broadest time


def writing_page(request: PageRequest) -> Content:
    """Return the page of a step in which people write, by the state of its gathering."""
    gathering = gathering_for(request.workshop, request.step)
    state = gathering.state if gathering is not None else GatheringState.WAITING
    page = PAGES.get(state)
    if page is not None:
        return page(request)
    if state is GatheringState.OPENED and gathering is not None:
        return notes_page(request.workshop, gathering)
    return promise_page(request.workshop, promise_of(request.workshop))


def closed_page(request: PageRequest) -> MessagePage:
    """Return the page while the facilitator reads first."""
    languages = request.languages
    minutes = say_in(languages, Key.ABOUT_TWO_MINUTES)
    return MessagePage(
        say_in(languages, Key.WRITING_CLOSED),
        say_in(languages, Key.READING_FIRST),
        back_words(request) or minutes,
        foot_room=(*room_for_back(request.workshop, request.step), minutes),
    )


def _open_page(request: PageRequest) -> GatherPage:
    step, languages = request.step, request.languages
    return GatherPage(
        label=step.title,
        question=step.question or step.title,
        ways=_ways_in_words(ways_of(step), languages),
        foot=say_in(languages, Key.OPEN_TOGETHER),
        back_at=back_words(request),
        back_room=room_for_back(request.workshop, step),
    )


PAGES: dict[GatheringState, Callable[[PageRequest], Content]] = {
    GatheringState.WRITING: _open_page,
    GatheringState.CLOSED: closed_page,
}


def back_words(request: PageRequest) -> Words:
    """Return when the break ends; once it is over, the words to begin again."""
    if break_is_over(request.run, request.now):
        return say_in(request.languages, Key.BREAK_OVER)
    if not (request.step.is_break and request.back_at):
        return NO_WORDS
    return say_in(request.languages, Key.BACK_AT, time=request.back_at)


def room_for_back(workshop: Workshop, step: Step) -> tuple[Words, ...]:
    """Return all words that may appear about the end of a break."""
    if not step.is_break:
        return ()
    languages = workshop.languages
    return say_in(languages, Key.BACK_AT, time=ANY_TIME), say_in(languages, Key.BREAK_OVER)


def notes_page(workshop: Workshop, gathering: Gathering) -> NotesPage:
    """Return the opened lines of a gathering under their question."""
    step = workshop.agenda.run_of(gathering.step_id).step
    return NotesPage(
        heading=step.question or step.title,
        notes=notes_of(workshop, gathering),
        foot=say_in(workshop.languages, Key.LINE_NOT_WRITER),
    )


def notes_of(workshop: Workshop, gathering: Gathering) -> tuple[Note, ...]:
    """Return the opened lines by their letters; a deleted line leaves its letter."""
    gone = say_in(workshop.languages, Key.LINE_GONE)
    lines = notes_by_letter(workshop, gathering)
    return tuple(
        lines[letter] if letter in lines else Note(board_mark(workshop, letter), "", gone=gone)
        for letter in gathering.letters
    )


def notes_by_letter(workshop: Workshop, gathering: Gathering) -> dict[int, Note]:
    """Return each opened line as every page shows it, by its letter."""
    translates = gathering.shows_translations
    return {
        line.letter: Note(
            board_mark(workshop, line.letter),
            line.text,
            drawing=drawing_words(workshop.languages, drawing=line.drawing),
            beneath=helper_words(line.translation) if translates else NO_WORDS,
        )
        for line in gathering.ready
        if line.letter is not None
    }


def gathering_for(workshop: Workshop, step: Step) -> Gathering | None:
    """Return the gathering that a step is about: its own, or the one whose lines it uses."""
    wanted = workshop.agenda.source_of_lines(step).id
    return next((g for g in workshop.gatherings if g.step_id == wanted), None)


def is_written(workshop: Workshop, step: Step) -> bool:
    """Return whether people write lines without names for the agreement."""
    gathering = gathering_for(workshop, step)
    if gathering is None:
        return False
    return gathering.state is not GatheringState.OPENED or bool(gathering.ready)


def promise_page(workshop: Workshop, sentences: tuple[Words, ...]) -> ListPage:
    """Return the promise before anyone writes, or all that this computer saves."""
    return ListPage(
        heading=say_in(workshop.languages, Key.PROMISE_TITLE),
        lines=(),
        fixed=sentences,
    )


def with_reading_time(page: Timed, request: PageRequest, *, started: bool) -> Timed:
    """Return opened lines with the time for reading them, whose slot is reserved from the start."""
    run, workshop = request.run, request.workshop
    look = workshop.board.time_in(run.step.id)
    length = run.round.length
    return replace(
        page,
        time=TimeShown.of(run.round.left(request.now), length, look) if started else None,
        time_room=TimeShown.of(length, length, look),
    )


def _ways_in_words(ways: tuple[Way, ...], languages: Languages) -> tuple[tuple[Words, Words], ...]:
    offered = [WAYS[way] for way in Way if way in ways]
    return tuple(
        (say_in(languages, what), say_in(languages, how)) for what, how in (*offered, TELLING)
    )
