"""A pulse on the board and in the typing corner: the statements, and their shapes once."""

from dataclasses import replace

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import NO_WORDS, Language, Words, joined
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.before import TimeBefore, is_compared, time_before
from facilitator.kinds.pulse.sentences import Sentence
from facilitator.kinds.pulse.state import AnsweredBy, Phase, Pulse, pulse_in, statements_of
from facilitator.kinds.pulse.words import foot_of, labels_of, pair_page, shape_page, statements_in
from facilitator.room.pages.gathering import back_words, room_for_back
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import (
    Content,
    CornerPicture,
    GatherPage,
    ListPage,
    MessagePage,
    OwnCorner,
    PairPage,
    Position,
    ShapesPage,
    StepPage,
    TimeShown,
)
from facilitator.room.pages.timed import timed_page
from facilitator.room.promise import About, Short, sentences_in_words, short_lines
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key, RoomKey

Languages = tuple[Language, ...]
WAYS = (
    (Sentence.AT_LAPTOP, Sentence.AT_LAPTOP_HOW),
    (Sentence.RATHER_NOT, Sentence.RATHER_NOT_HOW),
)
SHORT = (
    Short(Sentence.SHORT_SAVED, About.WORDS, (Sentence.SAVED, Key.CHECK_PROMISE_GUESS)),
    Short(Sentence.SHORT_SHOWN, About.READERS, (Sentence.SHOWN, Sentence.RECORDED)),
    Short(Sentence.SHORT_ONLY_SHOWN, About.READERS, (Sentence.SHOWN, Sentence.NOT_RECORDED)),
    Short(Sentence.SHORT_OUT, About.OUT, (Sentence.RECORDED,)),
    Short(Key.SHORT_CHOICE_SEEN, About.NEARBY, (Key.CHECK_PROMISE_SEEN,)),
)


def promise_keys(workshop: Workshop, step: Step, *, at_laptop: bool = True) -> tuple[RoomKey, ...]:
    """Return what people are told before they answer: what is saved, shown and recorded."""
    goes = step.record_default and not workshop.practice
    recorded = (Sentence.RECORDED, Key.PROMISE_RECIPIENTS, Sentence.STAYS)
    return (
        Sentence.SAVED,
        Sentence.SHOWN,
        *((Sentence.COMPARED,) if is_compared(workshop, step) else ()),
        *(recorded if goes else (Sentence.NOT_RECORDED,)),
        Key.PROMISE_SUPPORT,
        Key.CHECK_PROMISE_GUESS,
        *((Key.CHECK_PROMISE_SEEN,) if at_laptop else ()),
    )


def _page(request: PageRequest) -> Content:
    pulse = pulse_in(request.workshop, request.step)
    match pulse.phase:
        case Phase.WAITING:
            return _statements_page(request)
        case Phase.ANSWERING if pulse.answered_by is AnsweredBy.SLIPS:
            slip = say_in(request.languages, Sentence.SLIP)
            return _statements_page(request, slip, at_laptop=False)
        case Phase.ANSWERING:
            return _answering_page(request)
        case Phase.CLOSED:
            return _closed_page(request)
        case Phase.SHOWN:
            return _shown_page(request, request.step, pulse)
    return _talk_page(request, request.step)


def opened_page(request: PageRequest, source: Step) -> Content:
    """Return the page of a later step that shows the shapes of ``source``."""
    pulse = pulse_in(request.workshop, source)
    match pulse.phase:
        case Phase.SHOWN:
            return _shown_page(request, source, pulse)
        case Phase.DROPPED:
            return _talk_page(request, source)
        case Phase.CLOSED:
            return _closed_page(request)
    return MessagePage(say_in(request.languages, Sentence.TOGETHER))


def _statements_page(
    request: PageRequest, hint: Words = NO_WORDS, *, at_laptop: bool = True
) -> StepPage:
    """Return the step's page, with the statements and then the promise on its sheets."""
    step, workshop = request.step, request.workshop
    words = joined(step.hint, hint) if hint else step.hint
    page = timed_page(request, say_in(request.languages, Sentence.NAME), words)
    statements = () if _asks_itself(step) else statements_in(step, request.languages)
    promise = sentences_in_words(workshop, promise_keys(workshop, step, at_laptop=at_laptop))
    texts = (*statements, *promise)
    lines = tuple(text.in_(language) for text in texts for language in request.languages)
    return replace(page, said=(*dict.fromkeys(lines), *page.said))


def _asks_itself(step: Step) -> bool:
    """Return whether the question is the only statement."""
    return statements_of(step) == (step.question or step.title,)


def _answering_page(request: PageRequest) -> GatherPage:
    step, languages = request.step, request.languages
    return GatherPage(
        label=step.title,
        question=step.question or step.title,
        ways=tuple((say_in(languages, way), say_in(languages, how)) for way, how in WAYS),
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


def _talk_page(request: PageRequest, source: Step) -> ListPage:
    heading = say_in(request.languages, Sentence.TALK_INSTEAD)
    return ListPage(heading=heading, lines=(), fixed=statements_in(source, request.languages))


def _shown_page(request: PageRequest, source: Step, pulse: Pulse) -> ShapesPage:
    """Return the shapes, beside those of the time before if the facilitator put them there."""
    before = time_before(request.workshop, source) if pulse.beside else None
    page = _with_time(request)
    if before is None:
        shapes = zip(statements_in(source, request.languages), pulse.shapes, strict=True)
        pages = (shape_page(words, shape, source, request.languages) for words, shape in shapes)
        return replace(page, shapes=tuple(pages), foot=foot_of(source, request.languages))
    is_one_language = len(request.languages) == 1  # with two, the room is for the charts
    return replace(
        page,
        pairs=_pairs(request, source, pulse, before),
        heading=say_in(request.languages, Sentence.BESIDE),
        text=say_in(request.languages, Sentence.BESIDE_CAPTION),
        foot=say_in(request.languages, Sentence.BESIDE_FOOT) if is_one_language else NO_WORDS,
    )


def _pairs(
    request: PageRequest, source: Step, pulse: Pulse, before: TimeBefore
) -> tuple[PairPage, ...]:
    """Return both times of each statement of which both showed something."""
    languages = request.languages
    names = (
        (Sentence.EARLIER, Sentence.NOW)
        if before.was_today
        else (Sentence.LAST_TIME, Sentence.TODAY)
    )
    old_name, name = (say_in(languages, sentence) for sentence in names)
    statements = statements_in(source, languages)
    return tuple(
        pair_page(statement, (old_name, old), (name, shape), source)
        for statement, old, shape in zip(statements, before.shapes, pulse.shapes, strict=True)
        if old.answered and shape.is_shown
    )


def _with_time(request: PageRequest) -> ShapesPage:
    """Return a page with the step's time and no shapes yet."""
    run = request.run
    look, length = request.workshop.board.time_in(run.step.id), run.round.length
    started = run.round.state is not RoundState.READY
    return ShapesPage(
        (),
        time=TimeShown.of(run.round.left(request.now), length, look) if started else None,
        time_room=TimeShown.of(length, length, look),
    )


def _corner(workshop: Workshop, run: StepRun) -> CornerPicture | None:
    pulse, step = pulse_in(workshop, run.step), run.step
    if pulse.phase is not Phase.ANSWERING or pulse.answered_by is not AnsweredBy.CORNER:
        return None
    keys = promise_keys(workshop, step)
    positions = tuple(
        Position(str(number), Words.of(str(number)), words)
        for number, (_mark, words) in enumerate(labels_of(step, workshop.languages), start=1)
    )
    return CornerPicture(
        languages=workshop.languages,
        promise=sentences_in_words(workshop, keys),
        question=(NO_WORDS if _asks_itself(step) else step.question) or step.title,
        short=short_lines(SHORT, keys, workshop.languages),
        own=OwnCorner(step.kind, step.id, (statements_in(step, workshop.languages), positions)),
    )


ROOM = RoomPart(
    called(Sentence.NAME),
    _page,
    corner=_corner,
    sentences=Sentence,
    saved=(Sentence.SAVED,),
    opened=opened_page,
)
