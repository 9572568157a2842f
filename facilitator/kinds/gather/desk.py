"""What only the facilitator sees of this kind."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import DeskPart, PanelIs


def _panel(_workshop: Workshop, _run: StepRun) -> PanelIs:
    return PanelIs.LINES


DESK = DeskPart("PENCIL", _panel)
