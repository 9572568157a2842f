"""Dots on opened lines: for each line how many people gave how many, and what the room sees of it.

Nothing here holds a person's dots together. Once the room has seen the result, only what it saw is
left (``docs/decisions/0039-dots-are-shown-beside-their-lines.md``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Self

from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import LEAST_TURNS, Step, StepOptions
from facilitator.domain.step_state import StepState
from facilitator.domain.workshop import Workshop
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.kinds.dots.counts import (
    MOST_COUNTED,
    MOST_DOTS,
    MOST_PER_LINE,
    Budget,
    Counted,
    Given,
    Result,
    result_of,
)
from facilitator.wording import _

MOST_TURNS = 999


class Phase(StrEnum):
    """How far the dots have come."""

    WAITING = "waiting"
    PLACING = "placing"
    CLOSED = "closed"  # nobody places dots, and nobody has seen anything
    SHOWN = "shown"
    DROPPED = "dropped"  # the dots were deleted, and the room talks instead


class PlacedBy(StrEnum):
    """How people place dots. Never both ways at once: subtraction would reveal the corner's."""

    CORNER = "corner"
    HAND = "hand"  # with hands or paper dots, which the facilitator counts


@dataclass(frozen=True, slots=True)
class DotsOptions(StepOptions):
    """What a plan says about the dots; 0 follows the number of lines."""

    dots: int = 0  # a person
    most_per_line: int = 0

    def check(self) -> None:
        """Raise ``UnsoundError`` for numbers that no plan may have."""
        if not 0 <= self.dots <= MOST_DOTS or not 0 <= self.most_per_line <= MOST_PER_LINE:
            raise UnsoundError("dots of a plan")


@dataclass(frozen=True, slots=True)
class Dots(StepState):
    """The dots of one step, by the letters of their lines.

    ``turns`` also counts people who placed none. By hand it is how many took part.
    """

    phase: Phase = Phase.WAITING
    placed_by: PlacedBy = PlacedBy.CORNER
    budget: Budget | None = None  # None: the plan's, or by the number of lines
    turns: int = 0
    given: tuple[Given, ...] = ()  # at the corner, until they are shown
    counted: tuple[Counted, ...] = ()  # by hand, until they are shown
    results: tuple[Result, ...] = ()  # from then on
    out_of_record: bool = False  # a voice said no

    def check(self) -> None:
        """Raise ``UnsoundError`` for dots that cannot have come about."""
        if self.budget is not None:
            self.budget.check()
        if not 0 <= self.turns <= MOST_TURNS:
            raise UnsoundError("turns of dots")
        _check_order(tuple(line.letter for line in self.given))
        _check_order(tuple(line.letter for line in self.counted))
        _check_order(tuple(line.letter for line in self.results))
        counts = self.phase in (Phase.PLACING, Phase.CLOSED)
        at_corner = self.placed_by is PlacedBy.CORNER
        held = bool(self.given), bool(self.counted), bool(self.results), bool(self.turns)
        may = counts and at_corner, counts and not at_corner, self.phase is Phase.SHOWN, counts
        if any(is_held and not may_be for is_held, may_be in zip(held, may, strict=True)):
            raise UnsoundError("dots in another phase")
        if counts and self.budget is None:
            raise UnsoundError("dots without a budget")
        self._check_numbers()

    def _check_numbers(self) -> None:
        budget = self.budget or Budget(MOST_DOTS, MOST_PER_LINE)
        for given in self.given:
            counts = given.counts
            if len(counts) != MOST_PER_LINE + 1 or min(counts) < 0 or given.turns != self.turns:
                raise UnsoundError("dots on a line")
            if any(counts[budget.on_a_line + 1 :]):
                raise UnsoundError("too many dots on a line")
        if sum(given.dots for given in self.given) > budget.dots * self.turns:
            raise UnsoundError("more dots than people have")
        if any(not 0 <= line.dots <= MOST_COUNTED for line in self.counted):
            raise UnsoundError("counted dots")
        if any(line.dots < 0 for line in self.results):
            raise UnsoundError("shown dots")

    def without_letters(self, gone: frozenset[int], /) -> Self:
        """Return the dots without lines that were taken out, as if they had not been there."""
        return replace(
            self,
            given=tuple(line for line in self.given if line.letter not in gone),
            counted=tuple(line for line in self.counted if line.letter not in gone),
            results=tuple(line for line in self.results if line.letter not in gone),
        )

    @property
    def was_open(self) -> bool:
        """Whether people could ever place dots."""
        return self.phase is not Phase.WAITING

    @property
    def letters(self) -> tuple[int, ...]:
        """The lines that get dots, or got them, in the order of the alphabet."""
        return (
            *(line.letter for line in self.given),
            *(line.letter for line in self.counted),
            *(line.letter for line in self.results),
        )

    @property
    def can_begin(self) -> bool:
        """Whether placing can begin, or begin again: by hand, while no dot is counted."""
        by_hand = self.placed_by is PlacedBy.HAND and self.phase is Phase.PLACING
        return self.phase is Phase.WAITING or (by_hand and not self.total)

    def chosen(self, budget: Budget) -> Self:
        """Choose how many dots there are, before placing begins."""
        if not self.can_begin:
            raise NotAllowedNowError(_("How many dots there are is fixed once placing begins."))
        budget.check()
        return replace(self, budget=budget)

    def begun(self, placed_by: PlacedBy, budget: Budget, letters: tuple[int, ...]) -> Self:
        """Let people place dots on these lines, which are fixed from now on."""
        if not self.can_begin:
            raise NotAllowedNowError(_("Placing dots has begun already."))
        if not letters:
            raise NotAllowedNowError(
                _("No lines are open yet that could get dots."), _("Open the lines first.")
            )
        at_corner = placed_by is PlacedBy.CORNER
        return replace(
            self,
            phase=Phase.PLACING,
            placed_by=placed_by,
            budget=budget,
            turns=0,
            given=tuple(map(Given, letters)) if at_corner else (),
            counted=() if at_corner else tuple(map(Counted, letters)),
        )

    def with_turn(self, dots_by_letter: Mapping[int, int]) -> Self:
        """Add one person's dots; each line is written again, also for a turn without any.

        Ignores lines that were taken out meanwhile.
        """
        if self.phase is not Phase.PLACING or self.placed_by is not PlacedBy.CORNER:
            raise NotAllowedNowError(_("Nobody can place dots now."))
        budget, dots = self.budget_of_people, dots_by_letter.values()
        if any(not 0 <= each <= budget.most for each in dots) or sum(dots) > budget.dots:
            raise ValueError("the corner must not let so many dots through")
        given = tuple(line.with_dots(dots_by_letter.get(line.letter, 0)) for line in self.given)
        return replace(self, turns=self.turns + 1, given=given)

    def with_totals(self, people: int, dots_by_letter: Mapping[int, int]) -> Self:
        """Replace the dots that were counted so far, and how many people took part."""
        if self.phase is not Phase.PLACING or self.placed_by is not PlacedBy.HAND:
            raise NotAllowedNowError(_("These dots are not counted by hand."))
        counted = tuple(
            replace(line, dots=dots_by_letter.get(line.letter, line.dots)) for line in self.counted
        )
        return replace(self, turns=people, counted=counted)

    @property
    def budget_of_people(self) -> Budget:
        """The budget, once placing has begun."""
        if self.budget is None:
            raise ValueError("no budget before placing begins")
        return self.budget

    @property
    def total(self) -> int:
        """All dots that were counted by hand."""
        return sum(line.dots for line in self.counted)

    def closed(self) -> Self:
        """Let nobody place dots any more.

        Raises ``NotAllowedNowError`` where more dots were counted than the people had.
        """
        if self.phase is not Phase.PLACING:
            raise NotAllowedNowError(_("Nobody is placing dots now."))
        most = self.budget_of_people.dots * self.turns
        if self.total > most:
            raise NotAllowedNowError(
                _("{total} dots are more than {people} people have: {most}.").format(
                    total=self.total, people=self.turns, most=most
                ),
                _("Count again, or correct how many people took part."),
            )
        return replace(self, phase=Phase.CLOSED)

    def reopened(self) -> Self:
        """Let people place dots again: nobody has seen anything yet."""
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("Nobody can place these dots again."))
        return replace(self, phase=Phase.PLACING)

    def revealed(self, people: int, floor: int) -> Self:
        """Show the dots beside their lines, and delete how many gave how many.

        Raises:
            FloorError: fewer than ``floor`` turns were taken, or so few people are in the room.
            NotAllowedNowError: people are still placing dots.

        """
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("Placing is not closed yet."), _("Close it first."))
        if not self.is_enough(people, floor):
            raise FloorError(
                _("Too few took part to show any dots."),
                _("Talk about the lines together instead."),
            )
        by_hand = tuple(Result(line.letter, line.dots) for line in self.counted)
        budget = self.budget_of_people
        results = by_hand or tuple(result_of(line, budget) for line in self.given)
        return replace(self, phase=Phase.SHOWN, turns=0, given=(), counted=(), results=results)

    def is_enough(self, people: int, floor: int) -> bool:
        """Return whether the floor is reached; no plan lowers it under five (decision 5)."""
        return min(self.turns, people) >= max(floor, LEAST_TURNS)

    def dropped(self) -> Self:
        """Delete all dots: the room talks about the lines instead."""
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("Placing is not closed yet."), _("Close it first."))
        return replace(self, phase=Phase.DROPPED, turns=0, given=(), counted=())

    def left_out(self, *, left_out: bool) -> Self:
        """Leave the dots out of the record, or let them go in."""
        return replace(self, out_of_record=left_out)


def _check_order(letters: tuple[int, ...]) -> None:
    if any(letter < 0 for letter in letters) or any(a >= b for a, b in pairwise(letters)):
        raise UnsoundError("the lines of dots")


def dots_in(workshop: Workshop, step: Step) -> Dots:
    """Return the dots of a step, as far as anybody has placed them."""
    state = workshop.state_of(step.id)
    return state if isinstance(state, Dots) else Dots(step.id)
