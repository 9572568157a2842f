"""What only the facilitator sees of dots: whether enough have taken a turn, never how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Contribution
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots.counts import Budget, Result
from facilitator.kinds.dots.lines import budget_in, goes_in_record, lines_by_letter, opened_letters
from facilitator.kinds.dots.state import Phase, PlacedBy, dots_in
from facilitator.kinds.dots.words import beside_words
from facilitator.live.kinds import DeskPart
from facilitator.live.views.advice import language_of
from facilitator.room.lines import spoken_line
from facilitator.room.marks import desk_mark


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line, with the dots that the facilitator counted for it."""

    letter: int
    name: str  # how people call it, and its words
    dots: int


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line on the board with its dots, to read out."""

    letter: int
    mark: str
    text: str
    dots: str


@dataclass(frozen=True, slots=True)
class DotsView:
    """What the panel shows. Only dots that the facilitator counts are in it."""

    phase: Phase
    placed_by: PlacedBy
    lines: int  # that get dots
    budget: Budget
    is_enough: bool  # to show anything
    floor: int
    people: int  # who took part, by hand
    counted: tuple[CountedLine, ...] = ()
    read: tuple[ReadLine, ...] = ()  # once they are shown
    goes_in_record: bool = False  # whether the plan lets them
    left_out: bool = False  # a voice said no
    can_begin: bool = False  # or begin again


def _view(workshop: Workshop, run: StepRun) -> DotsView:
    step = run.step
    dots = dots_in(workshop, step)
    by_hand, lines = dots.placed_by is PlacedBy.HAND, lines_by_letter(workshop, step)
    return DotsView(
        dots.phase,
        dots.placed_by,
        len(dots.letters if dots.was_open else opened_letters(workshop, step)),
        budget_in(workshop, step),
        dots.is_enough(workshop.setup.people, step.floor),
        max(step.floor, LEAST_TURNS),
        dots.turns if by_hand else 0,
        tuple(
            CountedLine(line.letter, _name_of(workshop, line.letter, lines), line.dots)
            for line in dots.counted
        ),
        tuple(
            _read(workshop, result, lines[result.letter])
            for result in dots.results
            if result.letter in lines
        ),
        goes_in_record(workshop, step),
        dots.out_of_record,
        dots.can_begin,
    )


def _read(workshop: Workshop, result: Result, line: Contribution) -> ReadLine:
    language, mark = language_of(workshop), desk_mark(workshop, result.letter)
    text = spoken_line(language, line.text, drawing=line.drawing)
    dots = beside_words(result, (language,)).in_(language)
    return ReadLine(result.letter, mark, text, dots)


def _name_of(workshop: Workshop, letter: int, lines: Mapping[int, Contribution]) -> str:
    """Return how people call a line, and its words; only that where it is set aside."""
    mark, line = desk_mark(workshop, letter), lines.get(letter)
    if line is None:
        return mark
    return f"{mark}  {spoken_line(language_of(workshop), line.text, drawing=line.drawing)}"


def _leads(workshop: Workshop, run: StepRun) -> bool:
    """Return whether placing dots, or showing them, comes before the next step."""
    dots = dots_in(workshop, run.step)
    if dots.phase is Phase.WAITING:
        return bool(opened_letters(workshop, run.step))
    return dots.phase in (Phase.PLACING, Phase.CLOSED)


DESK = DeskPart(icon="DOTS", view=_view, leads=_leads)
