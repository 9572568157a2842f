"""Patterns on the board: the opened lines until they are sorted, then names and each pattern."""

from collections.abc import Iterator

from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Words
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.kinds.patterns.arrangement import Arrangement, Pattern
from facilitator.kinds.patterns.sentences import Sentence
from facilitator.kinds.patterns.state import Patterns, PatternsOptions, patterns_in
from facilitator.room.marks import board_mark
from facilitator.room.pages.gathering import (
    Timed,
    closed_page,
    gathering_for,
    notes_page,
    with_reading_time,
)
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import (
    Badge,
    Content,
    NameRow,
    NamesPage,
    Note,
    NotesPage,
    SectionsPage,
)
from facilitator.room.pages.timed import timed_page
from facilitator.room.say import say_in
from facilitator.room.sentence_keys import Key
from facilitator.room.spec import Symbol, Tint

TINTS = (Tint.BUTTER, Tint.SKY, Tint.APRICOT, Tint.STONE)
SYMBOLS = tuple(symbol for symbol in Symbol if symbol is not Symbol.RING)
ALONE = Badge(Symbol.RING)


def badge_of(state: Patterns, key: int) -> Badge:
    """Return the symbol of a pattern on its tint."""
    symbol = state.name_of(key).symbol
    return Badge(SYMBOLS[symbol], TINTS[symbol % len(TINTS)])


def opened_lines(workshop: Workshop, step: Step) -> dict[int, str]:
    """Return the lines that can be sorted, by letter: those that the room has seen."""
    gathering = gathering_for(workshop, step)
    if gathering is None or not gathering.was_opened:
        return {}
    lines = ((line.letter, line.text) for line in gathering.ready)
    return dict(sorted((letter, text) for letter, text in lines if letter is not None))


def alone_in(patterns: Arrangement, lines: dict[int, str]) -> tuple[int, ...]:
    """Return the lines that are in no pattern."""
    placed = {line for pattern in patterns for line in pattern.lines}
    return tuple(line for line in lines if line not in placed)


def filled(patterns: Arrangement, lines: dict[int, str]) -> Iterator[Pattern]:
    """Yield the patterns that have lines, with those that are not set aside."""
    for pattern in patterns:
        left = tuple(line for line in pattern.lines if line in lines)
        if left:
            yield Pattern(pattern.key, left)


def section_of(workshop: Workshop, step_id: StepId, key: int | None) -> int:
    """Return the section of the shown page with a pattern; of the last one for ``None``."""
    step = workshop.agenda.run_of(step_id).step
    on_board = patterns_in(workshop, step).on_board or ()
    keys = [pattern.key for pattern in filled(on_board, opened_lines(workshop, step))]
    return 1 + (len(keys) if key is None or key not in keys else keys.index(key))


def _page(request: PageRequest) -> Content:
    return opened_page(request, request.step)


def opened_page(request: PageRequest, source: Step) -> Content:
    """Return the page of patterns, also in a later step that opens them."""
    gathering = gathering_for(request.workshop, source)
    if gathering is not None and gathering.state is GatheringState.CLOSED:
        return closed_page(request)
    page = timed_page(request, *ROOM.words(request.step, request.languages))
    if gathering is None or gathering.state is not GatheringState.OPENED:
        return page
    on_board = patterns_in(request.workshop, source).on_board
    if on_board is None:
        return SectionsPage((page, _with_time(notes_page(request.workshop, gathering), request)))
    return SectionsPage(tuple(_sections(request, source, on_board)))


def _sections(
    request: PageRequest, source: Step, patterns: Arrangement
) -> Iterator[NamesPage | NotesPage]:
    """Yield the names with how many lines, then each pattern, then the lines on their own."""
    lines, languages = opened_lines(request.workshop, source), request.languages
    state = patterns_in(request.workshop, source)
    alone = alone_in(patterns, lines)
    named = [(badge_of(state, p.key), state.name_of(p.key).words, p.lines) for p in patterns]
    left = [(badge, words, tuple(line for line in of if line in lines))
            for badge, words, of in named]  # fmt: skip
    own = (ALONE, say_in(languages, Sentence.ALONE), alone)
    yield _names_page(request, source, [*left, *([own] if alone else [])])
    foot = say_in(languages, Key.LINE_NOT_WRITER)
    for badge, words, letters in (*left, own):
        if letters:
            notes = tuple(
                Note(board_mark(request.workshop, letter), lines[letter]) for letter in letters
            )
            yield _with_time(NotesPage(words, notes, foot, badge=badge), request)


Named = tuple[Badge, Words, tuple[int, ...]]


def _names_page(request: PageRequest, source: Step, named: list[Named]) -> NamesPage:
    languages = request.languages
    given = isinstance(source.options, PatternsOptions) and bool(source.options.columns)
    page = NamesPage(
        source.title if given else say_in(languages, Sentence.NAMES),
        tuple(NameRow(badge, words, _count(request, len(of))) for badge, words, of in named),
        foot=say_in(languages, Sentence.MISSED),
    )
    return _with_time(page, request)


def _with_time(page: Timed, request: PageRequest) -> Timed:
    started = request.run.round.state is not RoundState.READY
    return with_reading_time(page, request, started=started)


def _count(request: PageRequest, count: int) -> Words:
    """Return how many lines; nothing for none, which would hint at one that was taken out."""
    if not count:
        return Words()
    key = Sentence.ONE_LINE if count == 1 else Sentence.LINES
    return say_in(request.languages, key, count=count)


ROOM = RoomPart(
    called(Sentence.NAME),
    _page,
    sentences=Sentence,
    saved=(Sentence.SAVED,),
    opened=opened_page,
)
