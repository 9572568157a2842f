"""What only the facilitator sees of this kind."""

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.workshop import Workshop
from facilitator.live.kinds import DeskPart, PanelIs
from facilitator.room.pages.gathering import gathering_for


def _panel(workshop: Workshop, run: StepRun) -> PanelIs:
    """Return the lines, or the panel of the kind whose results it opens."""
    has_lines = gathering_for(workshop, run.step) is not None
    return PanelIs.LINES if has_lines else PanelIs.NOW


DESK = DeskPart("OPEN", _panel)
