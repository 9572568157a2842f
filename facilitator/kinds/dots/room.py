"""Dots on the board and in the typing corner: nothing of them until all are shown, once."""

from dataclasses import dataclass, replace

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import NO_WORDS, Language, Words, in_order, joined
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots.counts import Budget, Result
from facilitator.kinds.dots.lines import (
    budget_in,
    gathering_of,
    goes_in_record,
    lines_by_letter,
    opened_letters,
)
from facilitator.kinds.dots.sentences import Sentence
from facilitator.kinds.dots.state import Dots, Phase, PlacedBy, dots_in
from facilitator.kinds.dots.words import beside_words
from facilitator.room.lines import spoken_line
from facilitator.room.pages.gathering import (
    back_words,
    notes_by_letter,
    room_for_back,
    with_reading_time,
)
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import (
    Content,
    CornerPicture,
    DotsBeside,
    GatherPage,
    MessagePage,
    Note,
    NotesPage,
    OwnCorner,
    StepPage,
)
from facilitator.room.pages.timed import timed_page
from facilitator.room.promise import About, Short, sentences_in_words, short_lines
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey

Languages = tuple[Language, ...]
SHORT = (
    Short(Sentence.SHORT_SAVED, About.WORDS, (Sentence.SAVED, Key.CHECK_PROMISE_GUESS)),
    Short(Sentence.SHORT_SHOWN, About.READERS, (Sentence.SHOWN, Sentence.RECORDED)),
    Short(Sentence.SHORT_ONLY_SHOWN, About.READERS, (Sentence.SHOWN, Sentence.NOT_RECORDED)),
    Short(Sentence.SHORT_OUT, About.OUT, (Sentence.RECORDED,)),
    Short(Key.SHORT_CHOICE_SEEN, About.NEARBY, (Key.CHECK_PROMISE_SEEN,)),
)


@dataclass(frozen=True, slots=True)
class CornerLine:
    """A line in the corner: its letter, how people call it, and its words."""

    letter: int
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class CornerLines:
    """What the corner's page shows: lines by their letters, and how many dots there are."""

    lines: tuple[CornerLine, ...]
    budget: Budget


def promise_keys(workshop: Workshop, step: Step, *, at_laptop: bool = True) -> tuple[RoomKey, ...]:
    """Return what people are told before they place dots: what is saved, shown and recorded."""
    goes = goes_in_record(workshop, step) and not workshop.practice
    return (
        Sentence.SAVED if at_laptop else Sentence.SAVED_BY_HAND,
        Sentence.SHOWN,
        *((Sentence.RECORDED, Key.PROMISE_RECIPIENTS) if goes else (Sentence.NOT_RECORDED,)),
        Key.PROMISE_SUPPORT,
        *((Key.CHECK_PROMISE_GUESS, Key.CHECK_PROMISE_SEEN) if at_laptop else ()),
    )


def _page(request: PageRequest) -> Content:
    dots = dots_in(request.workshop, request.step)
    match dots.phase:
        case Phase.WAITING:
            return _waiting_page(request)
        case Phase.PLACING if dots.placed_by is PlacedBy.HAND:
            return _waiting_page(request, Sentence.BY_HAND, at_laptop=False)
        case Phase.PLACING:
            return _placing_page(request)
        case Phase.CLOSED:
            return _closed_page(request)
        case Phase.SHOWN:
            return _results_page(request, dots.results)
    return _talk_page(request)


def _waiting_page(
    request: PageRequest, hint: Sentence | None = None, *, at_laptop: bool = True
) -> StepPage:
    """Return the step's page, with the budget and then the promise on its sheets."""
    step, workshop, languages = request.step, request.workshop, request.languages
    words = joined(step.hint, say_in(languages, hint)) if hint else step.hint
    page = timed_page(request, say_in(languages, Sentence.NAME), words)
    promise = sentences_in_words(workshop, promise_keys(workshop, step, at_laptop=at_laptop))
    has_lines = bool(opened_letters(workshop, step))
    budget = _budget_words(request, Sentence.BUDGET) if has_lines else NO_WORDS
    texts = (budget, *promise)
    lines = (text.in_(language) for text in texts if text for language in languages)
    return replace(page, said=(*dict.fromkeys(lines), *page.said))


def _budget_words(request: PageRequest, key: Sentence) -> Words:
    budget = budget_in(request.workshop, request.step)
    return say_in(request.languages, key, dots=budget.dots, most=budget.on_a_line)


def _placing_page(request: PageRequest) -> GatherPage:
    step, languages = request.step, request.languages
    return GatherPage(
        label=step.title,
        question=step.question or step.title,
        ways=(
            (say_in(languages, Sentence.AT_LAPTOP), say_in(languages, Sentence.AT_LAPTOP_HOW)),
            (say_in(languages, Sentence.YOUR_DOTS), _budget_words(request, Sentence.YOUR_DOTS_HOW)),
            (say_in(languages, Sentence.FEWER), say_in(languages, Sentence.FEWER_HOW)),
        ),
        foot=say_in(languages, Sentence.TOGETHER),
        back_at=back_words(request),
        back_room=room_for_back(request.workshop, step),
    )


def _closed_page(request: PageRequest) -> MessagePage:
    languages = request.languages
    return MessagePage(
        say_in(languages, Sentence.CLOSED),
        say_in(languages, Sentence.CLOSED_TEXT),
        back_words(request),
        foot_room=room_for_back(request.workshop, request.step),
    )


def _talk_page(request: PageRequest) -> NotesPage:
    notes = _notes(request.workshop, request.step)
    return NotesPage(
        heading=say_in(request.languages, Sentence.TALK_INSTEAD),
        notes=tuple(notes[letter] for letter in sorted(notes)),
        foot=say_in(request.languages, Key.LINE_NOT_WRITER),
    )


def _results_page(request: PageRequest, results: tuple[Result, ...]) -> NotesPage:
    """Return the lines in their order with their dots beside them."""
    step, languages = request.step, request.languages
    notes = _notes(request.workshop, step)
    seen = tuple(result for result in results if result.letter in notes)
    or_more = any(result.or_more for result in seen)
    page = NotesPage(
        heading=step.question or step.title,
        notes=tuple(
            replace(
                notes[result.letter],
                dots=DotsBeside(result.dots, result.or_more, beside_words(result, languages)),
            )
            for result in seen
        ),
        foot=say_in(languages, Sentence.STAYS_OR_MORE if or_more else Sentence.STAYS),
    )
    started = request.run.round.state is not RoundState.READY
    return with_reading_time(page, request, started=started)


def _corner(workshop: Workshop, run: StepRun) -> CornerPicture | None:
    step = run.step
    dots = dots_in(workshop, step)
    if dots.phase is not Phase.PLACING or dots.placed_by is not PlacedBy.CORNER:
        return None
    keys = promise_keys(workshop, step)
    return CornerPicture(
        languages=workshop.languages,
        promise=sentences_in_words(workshop, keys),
        question=step.question or step.title,
        short=short_lines(SHORT, keys, workshop.languages),
        own=OwnCorner(step.kind, step.id, _lines_of(workshop, step, dots)),
    )


def _notes(workshop: Workshop, step: Step) -> dict[int, Note]:
    """Return the lines as every page shows them, by their letters."""
    gathering = gathering_of(workshop, step)
    if gathering is None or not gathering.was_opened:
        return {}
    return notes_by_letter(workshop, gathering)


def _lines_of(workshop: Workshop, step: Step, dots: Dots) -> CornerLines:
    notes, language = _notes(workshop, step), in_order(workshop.languages)[0]
    drawn = {letter: line.drawing for letter, line in lines_by_letter(workshop, step).items()}
    lines = tuple(
        CornerLine(
            letter, notes[letter].letter, _text_of(notes[letter], language, drawing=drawn[letter])
        )
        for letter in dots.letters
        if letter in notes
    )
    return CornerLines(lines, dots.budget_of_people)


def _text_of(note: Note, language: Language, *, drawing: bool) -> str:
    """Return a line's words, and a helper's translation on a line of its own."""
    own = spoken_line(language, note.text, drawing=drawing)
    return "\n".join((own, *(text for _language, text in note.beneath.texts)))


ROOM = RoomPart(
    called(Sentence.NAME),
    _page,
    corner=_corner,
    sentences=Sentence,
    saved=(Sentence.SAVED,),
)
