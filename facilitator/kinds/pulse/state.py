"""The answers to a pulse as totals for each statement.

Nothing here holds a person's answers together. Once the room has seen the result, only what it saw
is left (``docs/decisions/0037-a-pulse-is-shown-by-a-ladder.md``).
"""

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Self

from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import LEAST_TURNS, Step, StepOptions
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.kinds.pulse.shape import MOST_TURNS, Answers, Shape
from facilitator.kinds.pulse.two_times import shape_after
from facilitator.resources import resource
from facilitator.wording import _

Times = tuple[tuple[Shape, ...], ...]  # for each statement, its shapes at several times


class Phase(StrEnum):
    """How far a pulse has come."""

    WAITING = "waiting"
    ANSWERING = "answering"
    CLOSED = "closed"  # nobody answers, and nobody has seen anything
    SHOWN = "shown"
    DROPPED = "dropped"  # the answers were deleted, and the room talks instead


class AnsweredBy(StrEnum):
    """How people answer. Never both ways at once: subtracting the slips would reveal the others."""

    CORNER = "corner"
    SLIPS = "slips"


class StatementSet(StrEnum):
    """The statements that ship with the program, in ``resources/pulses``."""

    SEVEN = "seven"
    THREE = "three"
    ONE = "one"
    WORTH_OUR_TIME = "worth-our-time"
    TODAY = "today"  # at the end of a session, about the session


@dataclass(frozen=True, slots=True)
class PulseOptions(StepOptions):
    """Where the statements come from. ``source`` and ``permission`` are for the plan's own."""

    statement_set: StatementSet | None = None
    source: str = ""
    permission: str = ""


@dataclass(frozen=True, slots=True)
class Pulse(StepState):
    """One pulse. ``turns`` also counts people who rather said nothing at all.

    On slips it is the number of slips counted for a statement, until all are counted.
    """

    phase: Phase = Phase.WAITING
    answered_by: AnsweredBy = AnsweredBy.CORNER
    turns: int = 0
    answers: tuple[Answers, ...] = ()  # for each statement, until the result is shown
    shapes: tuple[Shape, ...] = ()  # for each statement, from then on
    last_times: Times = ()  # that the group's workshops left, to compare with; the latest last
    beside: bool = False  # the board shows it beside the time before

    def check(self) -> None:
        """Raise ``UnsoundError`` for a pulse that cannot have come about."""
        for answers in self.answers:
            answers.check()
        self._check_last_times()
        for shape in self.shapes:
            shape.check()
        if not 0 <= self.turns <= MOST_TURNS:
            raise UnsoundError("turns of a pulse")
        is_counting = self.answered_by is AnsweredBy.SLIPS and self.phase is Phase.ANSWERING
        turns = [answers.turns for answers in self.answers]
        if turns and (max(turns) != self.turns or (not is_counting and min(turns) != self.turns)):
            raise UnsoundError("answers to a pulse")
        if bool(self.shapes) != (self.phase is Phase.SHOWN) or (self.beside and not self.shapes):
            raise UnsoundError("a pulse that is shown")
        counted = self.phase in (Phase.ANSWERING, Phase.CLOSED)
        if bool(self.answers) != counted or (self.turns and not counted):
            raise UnsoundError("answers to a pulse")

    def _check_last_times(self) -> None:
        for shapes in self.last_times:
            for shape in shapes:
                shape.check()
                if not shape.answered:
                    raise UnsoundError("a shape of last time")
        if self.last_times and self.phase in (Phase.WAITING, Phase.DROPPED):
            raise UnsoundError("a pulse of last time")

    def check_in(self, step: Step) -> None:
        """Raise ``UnsoundError`` unless it has a part for each statement of its step."""
        parts = self.answers or self.shapes
        lengths = {len(part) for part in (parts, self.last_times) if part}
        if lengths - {len(statements_of(step))}:
            raise UnsoundError("the statements of a pulse")

    @property
    def last_time(self) -> tuple[Shape, ...]:
        """The latest of the last times, for each statement; an empty shape if there is none."""
        return tuple(shapes[-1] if shapes else Shape() for shapes in self.last_times)

    @property
    def was_open(self) -> bool:
        """Whether people could ever answer."""
        return self.phase is not Phase.WAITING

    def begun(self, answered_by: AnsweredBy, statements: int, last_times: Times = ()) -> Self:
        """Let people answer, to be compared with ``last_times`` if there are any.

        Raises ``NotAllowedNowError`` once anybody has answered.
        """
        if self.phase in (Phase.SHOWN, Phase.DROPPED) or self.turns:
            raise NotAllowedNowError(_("This pulse has been answered already."))
        return replace(
            self,
            phase=Phase.ANSWERING,
            answered_by=answered_by,
            answers=(Answers(),) * statements,
            last_times=last_times,
        )

    def with_turn(self, places: tuple[int | None, ...]) -> Self:
        """Add one person's answers to the totals, one for each statement."""
        if self.phase is not Phase.ANSWERING or self.answered_by is not AnsweredBy.CORNER:
            raise NotAllowedNowError(_("Nobody can answer this pulse now."))
        answers = tuple(
            answers.with_answer(place) for answers, place in zip(self.answers, places, strict=True)
        )
        return replace(self, turns=self.turns + 1, answers=answers)

    def with_slips(self, answers: tuple[Answers, ...]) -> Self:
        """Replace the totals by those counted from the slips so far.

        Raises ``NotAllowedNowError`` unless the pulse is answered on slips.
        """
        if self.phase is not Phase.ANSWERING or self.answered_by is not AnsweredBy.SLIPS:
            raise NotAllowedNowError(_("This pulse is not answered on slips."))
        if len(answers) != len(self.answers):
            raise ValueError("answers to each statement")
        return replace(self, turns=max(each.turns for each in answers), answers=answers)

    def closed(self) -> Self:
        """Let nobody answer any more.

        Raises ``NotAllowedNowError`` where the statements have different numbers of slips.
        """
        if self.phase is not Phase.ANSWERING:
            raise NotAllowedNowError(_("Nobody is answering now."))
        turns = [answers.turns for answers in self.answers]
        fewest = min(turns)
        if fewest != self.turns:
            raise NotAllowedNowError(
                _(
                    "Statement {number} has {fewest} slips, and statement {other} has {most}."
                ).format(
                    number=turns.index(fewest) + 1,
                    fewest=fewest,
                    other=turns.index(self.turns) + 1,
                    most=self.turns,
                ),
                _("Count each slip for each statement; a blank one is “rather not say”."),
            )
        return replace(self, phase=Phase.CLOSED)

    def reopened(self) -> Self:
        """Let people answer again: nobody has seen anything yet."""
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("This pulse cannot be answered again."))
        return replace(self, phase=Phase.ANSWERING)

    def revealed(self, people: int, floor: int, earlier: Times) -> Self:
        """Show the shapes, and forget the totals.

        ``earlier`` has, for each statement, all that it is compared with.

        Raises:
            FloorError: fewer than ``floor`` turns were taken, or so few people are in the room.
            NotAllowedNowError: people are still answering.

        """
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("The answers are not closed yet."), _("Close them first."))
        if not self.is_enough(people, floor):
            raise FloorError(
                _("Too few answered to show anything."),
                _("Talk about the statements together instead."),
            )
        shapes = tuple(
            shape_after(answers, floor, before)
            for answers, before in zip(self.answers, earlier, strict=True)
        )
        return replace(self, phase=Phase.SHOWN, turns=0, answers=(), shapes=shapes)

    def is_enough(self, people: int, floor: int) -> bool:
        """Return whether the floor is reached; no plan lowers it under five (decision 5)."""
        return min(self.turns, people) >= max(floor, LEAST_TURNS)

    def dropped(self) -> Self:
        """Delete all answers: the room talks about the statements instead."""
        if self.phase is not Phase.CLOSED:
            raise NotAllowedNowError(_("The answers are not closed yet."), _("Close them first."))
        return replace(self, phase=Phase.DROPPED, turns=0, answers=(), last_times=())

    def put_beside(self, *, beside: bool) -> Self:
        """Show it beside the time before, or alone again."""
        if self.phase is not Phase.SHOWN:
            raise NotAllowedNowError(_("There is nothing to show side by side."))
        return replace(self, beside=beside)


def pulse_in(workshop: Workshop, step: Step) -> Pulse:
    """Return the pulse of a step, as far as anybody has answered it."""
    state = workshop.state_of(step.id)
    return state if isinstance(state, Pulse) else Pulse(step.id)


def statements_of(step: Step) -> tuple[Words, ...]:
    """Return the statements of a step: its own, a set's, or its question as the only one."""
    options = step.options
    if step.statements or not isinstance(options, PulseOptions) or options.statement_set is None:
        return step.statements or (step.question or step.title,)
    return statements_in(options.statement_set)


@cache
def statements_in(statement_set: StatementSet) -> tuple[Words, ...]:
    """Return the statements of a set, in every language that it has."""
    path = resource(f"pulses/{statement_set}.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(map(Words.from_mapping, data["statements"]))
