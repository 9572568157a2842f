"""What only the facilitator sees of this kind."""

from facilitator.live.kinds import DeskPart

DESK = DeskPart(icon="CHART")
