"""What only the facilitator sees of this kind."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import DeskPart, PanelIs
from facilitator.live.views.agreement_desk import is_being_written


def _panel(workshop: Workshop, run: StepRun) -> PanelIs:
    return PanelIs.LINES if is_being_written(workshop, run.step) else PanelIs.AGREEMENT


DESK = DeskPart("AGREEMENT", _panel)
