"""Checks that a workshop from a file is one that the program could have written.

The content of a file is not trusted (decision 20). Every field is checked against its type and
general bounds, so that a new field needs no code here; then the relations between fields.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import Tally
from facilitator.domain.agreement.line import MAX_LINE, AgreementLine, LineState, Place
from facilitator.domain.contribution import (
    MAX_CHARACTERS,
    MAX_TRANSLATION,
    Contribution,
    Gathering,
    GatheringState,
)
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.limits import EARLIEST, LATEST, LONGEST_TEXT, UnsoundError
from facilitator.domain.plan.limits import MOST_SEGMENTS
from facilitator.domain.plan.step import (
    LEAST_TURNS,
    MOST_FLOOR,
    Step,
    StepOptions,
    Trait,
)
from facilitator.domain.said import MAX_SAID, SaidLine
from facilitator.domain.setup import MOST_PEOPLE, Setup
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import Language, Words
from facilitator.domain.text.text import LONGEST_GRAPHEME
from facilitator.domain.time.round import Round, RoundState
from facilitator.domain.workshop import LINES_SHOWN, Board, Page, Workshop

LONGEST_ID = 100
SPARE = LONGEST_GRAPHEME  # code points in one character as people count
MOST_NUMBER = 1_000_000
MOST_STEPS = 300  # a plan has at most 100
MOST_LINES = 10_000  # in any one list
MOST_POSITIONS = 10
LONGEST_TIME = timedelta(days=36_525)  # time that ran in a closed laptop counts, too


def check_sound(workshop: Workshop) -> None:
    """Raise ``UnsoundError`` for a workshop that the domain does not allow."""
    _check_value(workshop, Workshop)
    check_languages(workshop.languages)
    _check_setup(workshop.setup)
    _check_agenda(workshop.agenda)
    _check_gatherings(workshop)
    steps = {run.step.id for run in workshop.agenda.runs}
    _need_distinct(state.step_id for state in workshop.states)
    _need("a state's step", all(state.step_id in steps for state in workshop.states))
    for state in workshop.states:
        state.check_in(workshop.agenda.run_of(state.step_id).step)
    names = (*(each.name for each in workshop.letters), *workshop.left_out)
    _need("the step of a letter", all(name.of is None or name.of in steps for name in names))
    _need("a said line's step", all(line.step_id in steps for line in workshop.said))
    _need_texts((line.text for line in workshop.said), MAX_SAID)
    said_ids = [line.id for line in workshop.said]
    _need_distinct(said_ids)
    own_ids = [line for state in workshop.states for line, _text in state.own_lines]
    _need_distinct(own_ids)
    _check_agreement(workshop.agreement, {*said_ids}, {*own_ids})
    _check_board(workshop.board, steps, {gathering.step_id for gathering in workshop.gatherings})
    for step_id, _standing, lengths in workshop.shortened.before if workshop.shortened else ():
        _need("a shortened step", step_id in steps)
        rounds = workshop.agenda.run_of(step_id).rounds
        _need("a shortened step's parts", len(lengths) == len(rounds))


def check_part(part: object) -> None:
    """Raise ``UnsoundError`` for an unsound part of a workshop."""
    _check_value(part, type(part))
    match part:
        case Setup():
            _check_setup(part)
        case StepRun():
            _check_run(part)
            _check_step(part.step)
        case Gathering():
            _check_gathering(part)
        case Contribution():
            _check_contribution(part)
        case SaidLine():
            _need_texts((part.text,), MAX_SAID)
        case StepState():
            part.check()


def _need(what: str, *holds: bool) -> None:
    if not all(holds):
        raise UnsoundError(what)


def _need_distinct(values: Iterable[object]) -> None:
    listed = list(values)
    _need("something is there twice", len(set(listed)) == len(listed))


def _need_texts(texts: Iterable[str], most: int) -> None:
    _need("a text's length", all(1 <= len(text) <= most * SPARE for text in texts))


# Every field by its type.


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _check_value(value: object, hint: object) -> None:
    """Raise ``UnsoundError`` unless a value has its annotated type and is within bounds."""
    origin = get_origin(hint)
    if isinstance(hint, NewType):
        _need("an id", hint is Language or _is_id(value))
        _check_value(value, hint.__supertype__)
    elif origin in (Union, UnionType):
        if value is not None:
            _check_value(value, *(member for member in get_args(hint) if member is not NoneType))
        else:
            _need("nothing where something is needed", NoneType in get_args(hint))
    elif origin is tuple:
        _check_tuple(value, get_args(hint))
    elif hint in (StepState, StepOptions):
        _check_of_kind(value)
    elif is_dataclass(hint) and isinstance(hint, type):
        _need("a value's type", type(value) is hint)
        _check_fields(value, hint)
        if isinstance(value, Words):
            _check_words(value)
    else:
        _check_plain(value, hint)


def _check_fields(value: object, hint: type) -> None:
    for field in fields(hint):
        _check_value(getattr(value, field.name), _hints(hint)[field.name])


def _check_of_kind(value: object) -> None:
    """Check the options or state of a kind: each field by its type, then by the kind's rules."""
    if not isinstance(value, StepState | StepOptions):
        raise UnsoundError("a value's type")
    _check_fields(value, type(value))
    value.check()


def _check_tuple(value: object, hints: tuple[Any, ...]) -> None:
    if not isinstance(value, tuple) or len(value) > MOST_LINES:
        raise UnsoundError("a list's type or length")
    each = hints[:1] * len(value) if hints[1:] == (...,) else hints
    _need("a list's length", len(value) == len(each))
    for item, hint in zip(value, each, strict=True):
        _check_value(item, hint)


def _check_plain(value: object, hint: object) -> None:
    if hint is float and type(value) is int:
        value = float(value)
    _need("a value's type", type(value) is hint)
    match value:
        case str():
            _need("a text's length", len(value) <= LONGEST_TEXT and "\0" not in value)
            _need("half a character", _is_encodable(value))
        case bool():
            pass
        case int():
            _need("a number", -1 <= value <= MOST_NUMBER)
        case float():
            _need("a number", isfinite(value) and value >= 0)
        case timedelta():
            _need("a length of time", timedelta() <= value <= LONGEST_TIME)
        case date():
            _need("a year", EARLIEST <= value.year <= LATEST)
            _need("a time's zone", not isinstance(value, datetime) or _has_zone(value))


def _has_zone(moment: datetime) -> bool:
    return moment.utcoffset() is not None


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= LONGEST_ID and value.isprintable()


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


# Relations between fields.


def check_languages(languages: tuple[Language, ...]) -> None:
    """Raise ``UnsoundError`` unless there are one or two, each a code."""
    _need("the number of languages", 1 <= len(languages) <= 2)
    _need_distinct(languages)
    _need("a language's code", all(_is_code(language) for language in languages))


def _is_code(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.islower()


def _check_words(words: Words) -> None:
    codes = [code for code, _text in words.texts]
    _need("a text's languages", len(codes) <= 2 and all(_is_code(code) for code in codes))
    _need_distinct(codes)


def _check_setup(setup: Setup) -> None:
    _need("the number of people", 1 <= setup.people <= MOST_PEOPLE)


def _check_agenda(agenda: Agenda) -> None:
    _need("the number of steps", 1 <= len(agenda.runs) <= MOST_STEPS)
    _need("the place in the agenda", 0 <= agenda.place < len(agenda.runs))
    _need_distinct(run.step.id for run in agenda.runs)
    now = [place for place, run in enumerate(agenda.runs) if run.standing is Standing.NOW]
    _need("which step is now", now == [agenda.place])
    kinds = {run.step.id: run.step.kind for run in agenda.runs}
    for run in agenda.runs:
        _check_run(run)
        _check_step(run.step)
        _need("the step whose lines are used", run.step.of is None or run.step.of in kinds)
        _need("steps in a circle", agenda.source_of_lines(run.step).of is None)


def _check_run(run: StepRun) -> None:
    _need("the number of rounds", len(run.rounds) == max(1, len(run.step.segments)))
    _need("the segment", 0 <= run.segment < len(run.rounds))
    for part in run.rounds:
        _check_round(part)


def _check_round(timed: Round) -> None:
    _need("a round's start", (timed.since is not None) == (timed.state is RoundState.RUNNING))


def _check_step(step: Step) -> None:
    _need("the number of segments", len(step.segments) <= MOST_SEGMENTS)
    _need("a time of day", step.at is None or step.at < timedelta(days=1))
    _need("a floor", LEAST_TURNS <= step.floor <= MOST_FLOOR)
    _need("the notes of a turn", 1 <= step.notes_a_turn <= 3)
    _need("the label that passes", 0 <= step.passes <= MOST_POSITIONS)
    _need("the number of labels", len(step.scale) <= MOST_POSITIONS)
    _need_distinct(step.ways)


def _check_gatherings(workshop: Workshop) -> None:
    step_ids = [gathering.step_id for gathering in workshop.gatherings]
    _need_distinct(step_ids)
    steps = {run.step.id for run in workshop.agenda.runs}
    gather = {step.id for step in workshop.agenda.steps if step.has(Trait.WRITES)}
    _need("a gathering's step", gather <= set(step_ids) <= steps)
    _need_distinct(line.id for gathering in workshop.gatherings for line in gathering.contributions)
    for gathering in workshop.gatherings:
        _check_gathering(gathering)
        _check_translations(gathering, workshop.languages)
    letters = [letter for gathering in workshop.gatherings for letter in gathering.letters]
    letters += [each.letter for each in workshop.letters]
    _need("a letter", all(0 <= letter <= MOST_NUMBER for letter in letters))
    _need_distinct(letters)
    _need_distinct(each.name for each in workshop.letters)
    _need_distinct(workshop.left_out)


def _check_gathering(gathering: Gathering) -> None:
    _need("a number of turns", gathering.turns >= 0 and gathering.late_turns >= 0)
    opened = gathering.state is GatheringState.OPENED
    _need("lines that were never opened", gathering.was_opened or not opened)
    waits = gathering.state is GatheringState.WAITING
    _need("lines from before writing", not (waits and gathering.contributions))
    _need("letters before the opening", gathering.was_opened or not gathering.letters)
    late = (line for line in gathering.contributions if line.late)
    _need("a late line's letter", all(line.letter is None for line in late))
    for contribution in gathering.contributions:
        _check_contribution(contribution)


def _check_contribution(line: Contribution) -> None:
    if line.text or not line.drawing:
        _need_texts((line.text,), MAX_CHARACTERS)
    texts = line.translation.texts
    _need("a translation of nothing", bool(line.text) or not texts)
    _need("the languages of a translation", len(texts) <= 1)
    _need_texts((text for _language, text in texts), MAX_TRANSLATION)


def _check_translations(gathering: Gathering, languages: tuple[Language, ...]) -> None:
    """Raise for a translation where the room has one language, or into a third."""
    translations = [line.translation for line in gathering.contributions if line.translation]
    known_languages = all(words.texts[0][0] in languages for words in translations)
    _need("a translation's language", not translations or (len(languages) > 1 and known_languages))


def _check_board(board: Board, steps: set[StepId], gatherings: set[StepId]) -> None:
    _need("a page of the board", board.page >= 0 and board.fewer >= 0)
    for page in (board.top, board.under, board.before_care or Page()):
        _need("a page of the board", page.page >= 0)
        _need("the board's step", page.of is None or page.of in steps)
        lines = page.showing in LINES_SHOWN
        _need("the board's lines", not lines or page.of in gatherings)
    for choices in (board.time_of, board.cue_of):
        _need_distinct(step_id for step_id, _value in choices)
        _need("a step of the board", all(step_id in steps for step_id, _value in choices))


def _check_agreement(agreement: Agreement, said_ids: set[LineId], own_ids: set[LineId]) -> None:
    lines = {line.id: line for line in agreement.all_lines}
    _need("a line is there twice", len(lines) == len(agreement.all_lines))
    for line in lines.values():
        _check_line(line, lines)
    _check_tree(lines)
    for move in (*agreement.done, *agreement.undone):
        _need("a move of nothing", bool(move))
        for change in move:
            _need("a moved line", change.line in lines)
            for place in (change.before, change.after):
                if place is not None:
                    _check_place(place, lines[change.line], lines)
    checking = agreement.checking
    if checking is not None:
        _need("a checked line", set(checking.lines) <= lines.keys())
        _need_distinct(checking.lines)
        _need("a checked said line", checking.said is None or checking.said in said_ids)
        _need("a checked line of a step", set(checking.own) <= own_ids)
        _need_distinct(checking.own)
        _check_tally(checking.tally)


def _check_line(line: AgreementLine, lines: dict[LineId, AgreementLine]) -> None:
    _need_texts((wording.text for wording in line.wordings), MAX_LINE)
    _need("an example", all(len(wording.example) <= MAX_LINE * SPARE for wording in line.wordings))
    _check_place(line.at, line, lines)
    _need_distinct(line.joins)
    _need("a joined line", set(line.joins) <= lines.keys())
    _need(
        "a joined line's place", all(lines[original].at.into == line.id for original in line.joins)
    )


def _check_place(place: Place, line: AgreementLine, lines: dict[LineId, AgreementLine]) -> None:
    wordings, parkings = range(len(line.wordings)), range(-1, len(line.parkings))
    _need("a line's wording or reason", place.wording in wordings and place.parking in parkings)
    _need("a line's earlier wording", all(number in wordings for number in place.agreed_in))
    _need("what a line is joined into", place.into is None or place.into in lines)
    _need("why a line is parked", place.state is not LineState.PARKED or place.parking >= 0)
    if place.tally is not None:
        _check_tally(place.tally)


def _check_tree(lines: dict[LineId, AgreementLine]) -> None:
    """Raise for a line joined into one that does not list it, or into itself through others."""
    for line in lines.values():
        into = line.at.into
        _need("a joined line's line", into is None or line.id in lines[into].joins)
    checked: set[LineId] = set()
    for line in lines.values():
        way: list[LineId] = []
        above: LineId | None = line.id
        while above is not None and above not in checked:
            way.append(above)
            _need("a line that is joined into itself", len(way) <= len(lines))
            above = lines[above].at.into
        checked |= {*way}


def _check_tally(tally: Tally) -> None:
    _need("the positions of a check", 1 <= len(tally.counts) <= MOST_POSITIONS)
    _need("the level of a check", 0 <= tally.needs < len(tally.counts))
    _need("hands", all(0 <= count <= MOST_LINES for count in (*tally.counts, tally.not_shown)))
