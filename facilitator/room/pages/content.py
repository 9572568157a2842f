"""What stands on the board at one moment of a workshop. Pure: no session, no screen.

A planner can ask for a step's page without any workshop: ``page_of_step``.
"""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.plan.on_paper import Paper, paper_of
from facilitator.domain.plan.step import Form, Step, StepKind, Way
from facilitator.domain.text.language import NO_WORDS, Language, Words, joined
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Showing, Workshop
from facilitator.room.keys import Key
from facilitator.room.pages.agreement import (
    agreement_page,
    late_page,
    pin_of,
    ways_of,
)
from facilitator.room.pages.hands import hands_page
from facilitator.room.pages.letters import Wall
from facilitator.room.pages.picture import (
    CalmPage,
    Content,
    GatherPage,
    ListPage,
    MessagePage,
    Note,
    NotesPage,
    StepPage,
    TimeShown,
    letter_of,
)
from facilitator.room.pages.record import record_page
from facilitator.room.pages.time import ask_page, break_is_over, cue_words, foot_words
from facilitator.room.promise import promise_of, support_words, what_is_remembered
from facilitator.room.say import say_in

FORM_LABELS = {form: Key[f"FORM_{form.name}"] for form in Form}
KIND_LABELS = {kind: Key[f"KIND_{kind.name}"] for kind in StepKind if kind is not StepKind.TALK}
HINTS = {
    Form.ROUND: Key.HINT_ROUND,
    Form.PAIRS: Key.HINT_PAIRS,
    Form.THREES: Key.HINT_THREES,
    Form.FOURS: Key.HINT_FOURS,
    Form.FISHBOWL: Key.HINT_FISHBOWL,
    Form.SILENT: Key.HINT_SILENT,
}
WAYS = {
    Way.CORNER: (Key.WAY_TYPE, Key.WAY_TYPE_HOW),
    Way.CARDS: (Key.WAY_CARD, Key.WAY_CARD_HOW),
}
ANY_TIME = "00:00"  # as broad as any, once its digits are
TELLING = (Key.WAY_TELL, Key.WAY_TELL_HOW)

Languages = tuple[Language, ...]


def label_of(step: Step, languages: Languages) -> Words:
    """Return how people work in a step, or what the program does in it."""
    if step.kind is StepKind.TALK:
        return say_in(languages, FORM_LABELS[step.form])
    return say_in(languages, KIND_LABELS[step.kind])


def hint_of(step: Step, languages: Languages) -> Words:
    """Return the line under the question: the step's own, else its form's."""
    if step.hint or step.kind is not StepKind.TALK or step.form not in HINTS:
        return step.hint
    return say_in(languages, HINTS[step.form])


def page_of_step(
    step: Step, languages: Languages, time: TimeShown | None = None, foot: Words = NO_WORDS
) -> StepPage:
    """Return the page of a timed step as it is when it begins; it says nothing twice."""
    label, question = label_of(step, languages), step.question or step.title
    is_said = all(question.in_(one) == label.in_(one) for one in languages)
    return StepPage(
        label=NO_WORDS if is_said else label,
        question=question,
        hint=hint_of(step, languages),
        time=time,
        foot=foot,
    )


def page_on_paper(page: StepPage, step: Step, paper: Paper, languages: Languages) -> StepPage:
    """Return the page of a step whose kind is not built yet, so that it makes sense on paper.

    Where the plan's question is about something that only the board could show, the room reads
    another one. A pulse has its statements on the page, else the words of its scale.
    """
    if paper.opens:
        question, hint = (say_in(languages, key) for key in keys_of_opened(paper.kind))
        return replace(page, label=NO_WORDS, question=question, hint=hint)
    hint = joined(step.hint, say_in(languages, Key[f"PAPER_{paper.kind.name}"]))
    lines = step.statements or step.scale
    read = tuple(words.in_(language) for words in lines for language in languages)
    return replace(page, hint=hint, said=tuple(dict.fromkeys(read)))


def keys_of_opened(kind: StepKind) -> tuple[Key, Key]:
    """Return what the room is asked, and reads under it, where the results of a kind are opened."""
    return Key[f"PAPER_{kind.name}_OPENED"], Key[f"PAPER_{kind.name}_HINT"]


def content_of(workshop: Workshop, now: Moment, back_at: str = "") -> Content:
    """Return what the board shows. ``back_at`` is the time of day at which a break ends."""
    board = workshop.board
    if board.curtain or (board.quiet and board.showing is Showing.STEP):
        return CalmPage()
    if board.showing is Showing.STEP:
        return content_of_run(workshop, workshop.agenda.now, now, back_at)
    return _overlay_of(workshop)


def content_of_run(workshop: Workshop, run: StepRun, now: Moment, back_at: str = "") -> Content:
    """Return a step's own page as it stands at this moment."""
    languages = workshop.languages
    match run.step.kind:
        case StepKind.GATHER | StepKind.OPEN:
            return _page_of_writing(workshop, run, now, back_at)
        case StepKind.AGREEMENT if _is_written(workshop, run.step):
            return _page_of_writing(workshop, run, now, back_at)
        case StepKind.AGREEMENT if workshop.agreement.agreed or workshop.agreement.proposed:
            return agreement_page(workshop, run.step.title)
        case StepKind.RECORD_CHOICE:
            page = record_page(workshop, run.step.question)
            return replace(page, foot=joined(page.foot, _support_at_the_end(workshop)))
        case StepKind.BREAK:
            text = _back(workshop, run, now, back_at)
            title = run.step.question or say_in(languages, Key.BREAK_TITLE)
            may_go = say_in(languages, Key.SUPPORT_OFFER)
            foot = joined(may_go, support_words(workshop))
            return MessagePage(title, text, foot, text_room=_back_room(workshop, run.step))
        case _:
            return _timed_page(workshop, run, now)


def notes_of(
    gathering: Gathering, languages: Languages, wall: Wall | None = None
) -> tuple[Note, ...]:
    """Return the opened lines with the letters of their showing; a line that went leaves its place.

    Without ``wall`` they are lettered as they were mixed.
    """
    opened = {one.id: one.text for one in gathering.ready} if gathering.was_opened else {}
    gone = say_in(languages, Key.LINE_GONE)
    given = enumerate((wall or Wall.of(gathering)).given)
    return tuple(
        Note(letter_of(place), opened.get(one, ""), gone=NO_WORDS if one in opened else gone)
        for place, one in given
    )


def gathering_for(workshop: Workshop, step: Step) -> Gathering | None:
    """Return the gathering that a step is about: its own, or the one it opens."""
    wanted = step.of or step.id
    return next((g for g in workshop.gatherings if g.step_id == wanted), None)


def gathering_on_board(workshop: Workshop) -> Gathering | None:
    """Return the gathering whose lines the board shows, or would once they are opened."""
    board = workshop.board
    if board.showing in (Showing.LINES, Showing.ONE) and board.of is not None:
        return workshop.gathering(board.of)
    return gathering_for(workshop, workshop.agenda.now.step)


def _is_written(workshop: Workshop, step: Step) -> bool:
    """Return whether lines without names are on their way into the agreement."""
    gathering = gathering_for(workshop, step)
    if gathering is None:
        return False
    return gathering.state is not GatheringState.OPENED or bool(gathering.ready)


def _timed_page(workshop: Workshop, run: StepRun, now: Moment) -> StepPage:
    shown, languages = run.round, workshop.languages
    page = page_of_step(
        run.step,
        languages,
        time=None
        if run.step.kind is StepKind.SLACK
        else TimeShown.of(shown.left(now), shown.length, workshop.board.time_in(run.step.id)),
        foot=cue_words(workshop, run, now),
    )
    page = replace(page, foot_room=foot_words(workshop, run.step))
    if (paper := paper_of(run.step, workshop.agenda.steps)) is not None:
        page = page_on_paper(page, run.step, paper, languages)
    said = tuple(line.text for line in workshop.said_in(run.step.id))
    segment = run.step.segments[run.segment].name if run.step.segments else NO_WORDS
    name, pin = pin_of(workshop, run.step)
    hint = joined(segment or page.hint, _support_at_the_end(workshop))
    return replace(page, hint=hint, said=(*page.said, *said), pin_label=name, pin=pin)


def _support_at_the_end(workshop: Workshop) -> Words:
    """Return where support is, on the page that the workshop closes with."""
    return support_words(workshop) if workshop.agenda.next is None else NO_WORDS


def _page_of_writing(workshop: Workshop, run: StepRun, now: Moment, back_at: str) -> Content:
    gathering = gathering_for(workshop, run.step)
    languages, step = workshop.languages, run.step
    state = gathering.state if gathering is not None else GatheringState.WAITING
    match state, step.kind:
        case GatheringState.OPENED, _ if gathering is not None:
            page = notes_page(workshop, gathering)
            return replace(
                page,
                time=_reading_time(workshop, run, now),
                time_room=_whole_time(workshop, run),
            )
        case GatheringState.CLOSED, _:
            return MessagePage(
                say_in(languages, Key.WRITING_CLOSED),
                say_in(languages, Key.READING_FIRST),
                _back(workshop, run, now, back_at) or say_in(languages, Key.ABOUT_TWO_MINUTES),
                foot_room=(*_back_room(workshop, step), say_in(languages, Key.ABOUT_TWO_MINUTES)),
            )
        case GatheringState.WRITING, StepKind.GATHER | StepKind.AGREEMENT:
            return GatherPage(
                label=step.title,
                question=step.question or step.title,
                ways=_ways_of(ways_of(step), languages),
                foot=say_in(languages, Key.OPEN_TOGETHER),
                back_at=_back(workshop, run, now, back_at),
                back_room=_back_room(workshop, step),
            )
        case _, StepKind.GATHER | StepKind.AGREEMENT:
            return promise_page(workshop, promise_of(workshop))
    return _timed_page(workshop, run, now)


def _ways_of(ways: tuple[Way, ...], languages: Languages) -> tuple[tuple[Words, Words], ...]:
    offered = [WAYS[way] for way in Way if way in ways]
    return tuple(
        (say_in(languages, what), say_in(languages, how)) for what, how in (*offered, TELLING)
    )


def _back(workshop: Workshop, run: StepRun, now: Moment, back_at: str) -> Words:
    """Return when we are back from the break; once it is over, that we begin again."""
    if break_is_over(run, now):
        return say_in(workshop.languages, Key.BREAK_OVER)
    if not (run.step.is_break and back_at):
        return NO_WORDS
    return say_in(workshop.languages, Key.BACK_AT, time=back_at)


def _back_room(workshop: Workshop, step: Step) -> tuple[Words, ...]:
    """Return all that may come to be said of the end of a break."""
    if not step.is_break:
        return ()
    languages = workshop.languages
    return say_in(languages, Key.BACK_AT, time=ANY_TIME), say_in(languages, Key.BREAK_OVER)


def notes_page(workshop: Workshop, gathering: Gathering) -> NotesPage:
    """Return the opened lines of a gathering under their question."""
    step = workshop.agenda.run_of(gathering.step_id).step
    return NotesPage(
        heading=step.question or step.title,
        notes=notes_of(gathering, workshop.languages),
        foot=say_in(workshop.languages, Key.LINE_NOT_WRITER),
    )


def _whole_time(workshop: Workshop, run: StepRun) -> TimeShown | None:
    """Return the time that may come to be shown while people read, then listen."""
    if run.step.kind is not StepKind.OPEN:
        return None
    look = workshop.board.time_in(run.step.id)
    return TimeShown.of(run.round.length, run.round.length, look)


def _reading_time(workshop: Workshop, run: StepRun, now: Moment) -> TimeShown | None:
    """Return the time for reading, then listening, once it has been started."""
    if run.step.kind is not StepKind.OPEN or run.round.state is RoundState.READY:
        return None
    look = workshop.board.time_in(run.step.id)
    return TimeShown.of(run.round.left(now), run.round.length, look)


def promise_page(workshop: Workshop, sentences: tuple[Words, ...]) -> ListPage:
    """Return the promise before anyone writes, or all that this computer remembers."""
    return ListPage(
        heading=say_in(workshop.languages, Key.PROMISE_TITLE),
        lines=(),
        fixed=sentences,
    )


def _overlay_of(workshop: Workshop) -> Content:
    board = workshop.board
    if board.showing in (Showing.LINES, Showing.ONE) and board.of is not None:
        notes = notes_page(workshop, workshop.gathering(board.of))
        return replace(notes, alone=board.showing is Showing.ONE)
    page: Callable[[Workshop], Content] = OVERLAYS.get(board.showing, _care_page)
    return page(workshop)


def _remembered_page(workshop: Workshop) -> ListPage:
    return promise_page(workshop, what_is_remembered(workshop))


def _check_page(workshop: Workshop) -> MessagePage:
    return MessagePage(NO_WORDS, say_in(workshop.languages, Key.CHECK_LINE))


def _care_page(workshop: Workshop) -> MessagePage:
    """Return the one neutral page; it is always the same."""
    languages = workshop.languages
    return MessagePage(say_in(languages, Key.CARE_TITLE), say_in(languages, Key.CARE_TEXT))


OVERLAYS: dict[Showing, Callable[[Workshop], Content]] = {
    Showing.RECORD: record_page,
    Showing.ASK: ask_page,
    Showing.PROMISE: _remembered_page,
    Showing.AGREEMENT: agreement_page,
    Showing.HANDS: hands_page,
    Showing.LATE: late_page,
    Showing.CHECK: _check_page,
}
