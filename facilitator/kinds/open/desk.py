"""What only the facilitator sees of this kind."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import DeskPart, PanelIs


def _panel(workshop: Workshop, run: StepRun) -> PanelIs:
    """Return the lines, or the panel of the kind whose results it opens."""
    has_lines = any(gathering.step_id == run.step.of for gathering in workshop.gatherings)
    return PanelIs.LINES if has_lines else PanelIs.NOW


DESK = DeskPart("OPEN", _panel)
