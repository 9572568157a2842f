"""Identifiers, one type each, so that mypy catches a swapped pair."""

from typing import NewType

PlanId = NewType("PlanId", str)
StepId = NewType("StepId", str)  # unique in its workshop
WorkshopId = NewType("WorkshopId", str)
ContributionId = NewType("ContributionId", str)  # random, new with each mixing
LineId = NewType("LineId", str)  # a said line, or a line of the agreement
