"""The kinds of step that are not built yet. Imports little, since Home names them at the start."""

from facilitator.domain.plan.step import StepKind
from facilitator.kinds.dots.paper import PAPER as DOTS
from facilitator.room.on_paper import Papers

PAPERS: Papers = {
    StepKind.DOTS: DOTS,
}
