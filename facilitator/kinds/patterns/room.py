"""Patterns on the board: the opened lines until they are sorted, then names and each pattern."""

from collections.abc import Iterator

from facilitator.domain.contribution import Gathering, GatheringState
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Step
from facilitator.domain.text.language import Words
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Workshop
from facilitator.kinds.patterns.arrangement import Arrangement
from facilitator.kinds.patterns.lines import alone_in, filled, opened_lines
from facilitator.kinds.patterns.sentences import Sentence
from facilitator.kinds.patterns.state import Patterns, PatternsOptions, patterns_in
from facilitator.room.pages.gathering import (
    Timed,
    closed_page,
    gathering_for,
    notes_by_letter,
    notes_page,
    with_reading_time,
)
from facilitator.room.pages.kind import PageRequest, RoomPart, called
from facilitator.room.pages.picture import (
    Badge,
    Content,
    NameRow,
    NamesPage,
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
Named = tuple[Badge, Words, tuple[int, ...]]  # a group: its badge, its name and its letters


def badge_of(state: Patterns, key: int) -> Badge:
    """Return the symbol of a pattern on its tint."""
    symbol = state.name_of(key).symbol
    return Badge(SYMBOLS[symbol], TINTS[symbol % len(TINTS)])


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
    return SectionsPage(tuple(_sections(request, source, on_board, gathering)))


def _sections(
    request: PageRequest, source: Step, patterns: Arrangement, gathering: Gathering
) -> Iterator[NamesPage | NotesPage]:
    """Yield the names with how many lines, then each pattern, then the lines on their own."""
    state, notes = (
        patterns_in(request.workshop, source),
        notes_by_letter(request.workshop, gathering),
    )
    groups: list[Named] = [
        (
            badge_of(state, pattern.key),
            state.name_of(pattern.key).words,
            tuple(line for line in pattern.lines if line in notes),
        )
        for pattern in patterns
    ]
    alone = alone_in(patterns, opened_lines(request.workshop, source))
    if alone:
        groups.append((ALONE, say_in(request.languages, Sentence.ALONE), alone))
    yield _names_page(request, source, groups)
    foot = say_in(request.languages, Key.LINE_NOT_WRITER)
    for badge, words, letters in groups:
        if letters:
            lines = tuple(notes[letter] for letter in letters)
            yield _with_time(NotesPage(words, lines, foot, badge=badge), request)


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
