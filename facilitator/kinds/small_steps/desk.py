"""What only the facilitator sees of small steps."""

from dataclasses import dataclass
from datetime import date

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.text.language import Language
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.small_steps.kept import kept_in
from facilitator.kinds.small_steps.state import SmallStep, Stage, steps_in
from facilitator.live.kinds import DeskPart, PanelIs
from facilitator.live.views.advice import language_of


@dataclass(frozen=True, slots=True)
class StepsView:
    """What the panel shows: the steps of the board, then those that are not on it."""

    steps: tuple[SmallStep, ...]
    look_again: date | None
    can_undo: bool
    last_time: tuple[str, ...]  # the steps of the group's last workshop
    language: Language  # of the workshop


LAST = (Stage.PARKED, Stage.LET_GO)


def _view(workshop: Workshop, run: StepRun) -> StepsView | None:
    if not run.step.captures:
        return None
    steps = steps_in(workshop, run.step)
    up = tuple(step for step in steps.steps if step.stage not in LAST)
    return StepsView(
        (*up, *(step for stage in LAST for step in steps.in_stage(stage))),
        steps.look_again,
        can_undo=bool(steps.moves),
        last_time=tuple(kept.text for kept in kept_in(workshop)),
        language=language_of(workshop),
    )


def _panel(workshop: Workshop, run: StepRun) -> PanelIs:
    """Return the panel of a check of these steps, until its result has left the board."""
    checking, state = workshop.agreement.checking, workshop.state_of(run.step.id)
    if checking is None or state is None:
        return PanelIs.NOW
    is_over = checking.closed and workshop.board.showing is not Showing.HANDS
    is_ours = not {line for line, _text in state.own_lines}.isdisjoint(checking.own)
    return PanelIs.AGREEMENT if is_ours and not is_over else PanelIs.NOW


DESK = DeskPart("SHOE_PRINTS", _panel, view=_view)
