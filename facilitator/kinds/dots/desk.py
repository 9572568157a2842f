"""What only the facilitator sees of dots: whether enough have taken a turn, never how many."""

from dataclasses import dataclass

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.plan.step import LEAST_TURNS
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots.lines import goes_in_record, opened_letters, texts_by_letter
from facilitator.kinds.dots.state import Budget, Phase, PlacedBy, budget_in, dots_in
from facilitator.live.kinds import DeskPart
from facilitator.room.pages.picture import letter_of


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line, with the dots that the facilitator counted for it."""

    letter: int
    text: str
    dots: int

    @property
    def name(self) -> str:
        """Its letter and its words."""
        return f"{letter_of(self.letter)}  {self.text}"


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
    goes_in_record: bool = False  # whether the plan lets them
    left_out: bool = False  # a voice said no


def _view(workshop: Workshop, run: StepRun) -> DotsView:
    step = run.step
    dots = dots_in(workshop, step)
    by_hand, texts = dots.placed_by is PlacedBy.HAND, texts_by_letter(workshop)
    return DotsView(
        dots.phase,
        dots.placed_by,
        len(dots.letters if dots.was_open else opened_letters(workshop, step)),
        budget_in(workshop, step),
        dots.is_enough(workshop.setup.people, step.floor),
        max(step.floor, LEAST_TURNS),
        dots.turns if by_hand else 0,
        tuple(
            CountedLine(line.letter, texts.get(line.letter, ""), line.dots) for line in dots.counted
        ),
        goes_in_record(workshop, step),
        dots.out_of_record,
    )


def _leads(workshop: Workshop, run: StepRun) -> bool:
    """Return whether placing dots, or showing them, comes before the next step."""
    dots = dots_in(workshop, run.step)
    if dots.phase is Phase.WAITING:
        return bool(opened_letters(workshop, run.step))
    return dots.phase in (Phase.PLACING, Phase.CLOSED)


DESK = DeskPart(icon="DOTS", view=_view, leads=_leads)
