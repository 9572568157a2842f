"""The small steps that people offer, and what the group does with each.

A name is here only where somebody gave it for a step, and is apart from everything that was
written. Undo holds ids and stages, never texts: a step that is taken out leaves nothing.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from facilitator.domain.agreement.checks import Outcome
from facilitator.domain.ids import LineId
from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import Step
from facilitator.domain.said import MAX_SAID
from facilitator.domain.step_state import StepState
from facilitator.domain.text.text import LONGEST_GRAPHEME, checked_line, clean_line
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _

MAX_WHO, MAX_BY = 80, 60  # characters
MOST_STEPS = 100
MOST_MOVES = 100  # that can be undone
WHO = "who "  # before the id of a step: its line in the record that says who looks after it


class Stage(StrEnum):
    """What the group does with a step."""

    OFFERED = "offered"
    AGREED = "agreed for now"
    PARKED = "idea for later"
    LET_GO = "let go"


ON_BOARD = (Stage.OFFERED, Stage.AGREED)


@dataclass(frozen=True, slots=True)
class SmallStep:
    """A step in the words of the person who offered it.

    Who looks after it, and by when, are said by choice: in people's words, or as everyone and as
    a day.
    """

    id: LineId
    text: str
    who: str = ""
    everyone: bool = False
    by: str = ""
    by_day: date | None = None
    stage: Stage = Stage.OFFERED

    def check(self) -> None:
        """Raise ``UnsoundError`` for a step that nobody can have offered."""
        if not 1 <= len(self.text) <= MAX_SAID * LONGEST_GRAPHEME:
            raise UnsoundError("the words of a small step")
        if len(self.who) > MAX_WHO * LONGEST_GRAPHEME or (self.who and self.everyone):
            raise UnsoundError("who looks after a small step")
        if len(self.by) > MAX_BY * LONGEST_GRAPHEME or (self.by and self.by_day is not None):
            raise UnsoundError("by when a small step is done")


Places = tuple[tuple[LineId, Stage], ...]  # the order of the steps, and the stage of each


@dataclass(frozen=True, slots=True)
class SmallSteps(StepState):
    """The steps in their order, and when the group looks again."""

    steps: tuple[SmallStep, ...] = ()
    look_again: date | None = None
    moves: tuple[Places, ...] = ()  # how it was before each move

    def check(self) -> None:
        """Raise ``UnsoundError`` for steps that cannot have come about."""
        ids = [step.id for step in self.steps]
        if len(ids) > MOST_STEPS or len(set(ids)) < len(ids):
            raise UnsoundError("small steps")
        for step in self.steps:
            step.check()
        for places in self.moves:
            before = [line for line, _stage in places]
            if len(set(before)) < len(before) or not set(before) <= set(ids):
                raise UnsoundError("a move of small steps")

    def check_in(self, step: Step) -> None:
        """Raise ``UnsoundError`` where nothing is typed."""
        if not step.captures:
            raise UnsoundError("small steps where nothing is typed")

    @property
    def own_lines(self) -> tuple[tuple[LineId, str], ...]:
        """The id and the words of each step."""
        return tuple((step.id, step.text) for step in self.steps)

    @property
    def checkable(self) -> tuple[LineId, ...]:
        """The offered steps; without any the agreed ones."""
        offered = self.in_stage(Stage.OFFERED) or self.in_stage(Stage.AGREED)
        return tuple(step.id for step in offered)

    def in_stage(self, *stages: Stage) -> tuple[SmallStep, ...]:
        """Return the steps in these stages, in their order."""
        return tuple(step for step in self.steps if step.stage in stages)

    def step_of(self, line: LineId) -> SmallStep:
        """Return a step. Raises ``NotAllowedNowError`` if it does not exist any more."""
        for step in self.steps:
            if step.id == line:
                return step
        raise NotAllowedNowError(_("This step is not there any more."))

    def offered(self, line: LineId, text: str) -> Self:
        """Add a step as it was said. Raises ``NotAllowedNowError`` for too many."""
        if len(self.steps) >= MOST_STEPS:
            raise NotAllowedNowError(_("There are too many steps to look after."))
        new = SmallStep(line, checked_line(text, MAX_SAID))
        return replace(self, steps=(*self.steps, new))

    def worded(self, line: LineId, text: str) -> Self:
        """Change the words of a step; an agreed one is then checked again.

        Earlier moves cannot be undone then: what was agreed had other words.
        """
        step, words = self.step_of(line), checked_line(text, MAX_SAID)
        if words == step.text:
            return self
        stage = Stage.OFFERED if step.stage is Stage.AGREED else step.stage
        return replace(self._with(replace(step, text=words, stage=stage)), moves=())

    def looked_after(self, line: LineId, who: str, *, everyone: bool) -> Self:
        """Set who looks after a step: a name or a role, everyone, or nobody yet."""
        name = "" if everyone or not clean_line(who) else checked_line(who, MAX_WHO)
        return self._with(replace(self.step_of(line), who=name, everyone=everyone))

    def due(self, line: LineId, by: str, by_day: date | None) -> Self:
        """Set by when a step is done: a day, or people's own words."""
        words = "" if by_day is not None or not clean_line(by) else checked_line(by, MAX_BY)
        return self._with(replace(self.step_of(line), by=words, by_day=by_day))

    def staged(self, line: LineId, stage: Stage) -> Self:
        """Park a step, let it go, or take it up again. Only a check makes it agreed."""
        step = self.step_of(line)
        if stage is Stage.AGREED:
            raise NotAllowedNowError(
                _("A step is agreed by a check, not by a click."), _("Check it with the group.")
            )
        if step.stage is stage:
            return self
        return replace(self._with(replace(step, stage=stage)), moves=self._moves_and_this)

    def moved(self, line: LineId, by: int) -> Self:
        """Move a step among the others of the board, or among those that are not on it."""
        step = self.step_of(line)
        beside = [each for each in self.steps if (each.stage in ON_BOARD) == _is_up(step)]
        place = beside.index(step) + by
        if not 0 <= place < len(beside):
            return self
        other = beside[place]
        swapped = {step.id: other, other.id: step}
        steps = tuple(swapped.get(each.id, each) for each in self.steps)
        return replace(self, steps=steps, moves=self._moves_and_this)

    def undone(self) -> Self:
        """Undo the last move. Raises ``NotAllowedNowError`` without any."""
        if not self.moves:
            raise NotAllowedNowError(_("There is nothing to undo."))
        *earlier, places = self.moves
        stages = dict(places)
        order = {line: place for place, (line, _stage) in enumerate(places)}
        steps = sorted(self.steps, key=lambda step: order.get(step.id, len(order)))
        back = (replace(step, stage=stages.get(step.id, step.stage)) for step in steps)
        return replace(self, steps=tuple(back), moves=tuple(earlier))

    def with_outcome(self, lines: tuple[LineId, ...], outcome: Outcome, /) -> Self:
        """Return the steps after a check; one that did not pass is offered, to be changed.

        A check decides for the room, so it cannot be undone.
        """
        stage = Stage.AGREED if outcome is Outcome.AGREED else Stage.OFFERED
        alone = stage is Stage.AGREED or len(lines) == 1
        steps = tuple(
            replace(step, stage=stage) if step.id in lines and alone else step
            for step in self.steps
        )
        return replace(self, steps=steps, moves=())

    def without_line(self, line: str, /) -> Self:
        """Return the steps without one, or without the name that was given for it."""
        if line.startswith(WHO):
            step = self.step_of(LineId(line.removeprefix(WHO)))
            return self._with(replace(step, who="", everyone=False))
        moves = (tuple(place for place in places if place[0] != line) for places in self.moves)
        steps = tuple(step for step in self.steps if step.id != line)
        return replace(self, steps=steps, moves=tuple(moves))

    def _with(self, changed: SmallStep) -> Self:
        steps = tuple(changed if step.id == changed.id else step for step in self.steps)
        return replace(self, steps=steps)

    @property
    def _moves_and_this(self) -> tuple[Places, ...]:
        """The moves that can be undone after one more, from how it is now."""
        places = tuple((step.id, step.stage) for step in self.steps)
        return (*self.moves, places)[-MOST_MOVES:]


def _is_up(step: SmallStep) -> bool:
    return step.stage in ON_BOARD


def steps_in(workshop: Workshop, step: Step) -> SmallSteps:
    """Return the small steps of a step; before the first change, the lines said in it.

    An older version of the program stored them as said lines.
    """
    state = workshop.state_of(step.id)
    if isinstance(state, SmallSteps):
        return state
    said_lines = workshop.said_in(step.id)
    return SmallSteps(step.id, tuple(SmallStep(line.id, line.text) for line in said_lines))
