"""Packs to print, and every way in which a document is printed."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facilitator.domain.ids import PlanId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.setup import Setup
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.kinds.registry import LIVE, READY_PLANS
from facilitator.live.handouts import pack_of
from facilitator.record.handouts import Pack, Paper, Print

IN_TWO_LANGUAGES = Path(__file__).parents[2] / "scripts" / "sheets.toml"
BOTH = (WELSH, ENGLISH)
STARTS = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)


def a_plan_in_two_languages() -> Plan:
    """Return a plan in Welsh and English."""
    return READY_PLANS.called(str(IN_TWO_LANGUAGES))


def a_pack(plan: str = "pscc-90") -> Pack:
    """Return the pack of a ready plan, before anybody answered anything."""
    return pack_of(READY_PLANS.plan(PlanId(plan)), LIVE.room.parts)


def an_answered_pack() -> Pack:
    """Return the pack of a workshop in two languages whose day, group and contacts are set."""
    setup = Setup(
        people=8,
        starts_at=STARTS,
        title="Safe to speak up",
        group="Night shift, Ward 7",
        support="Ana, room 4",
        recipients="everyone who was there",
        facilitator="Sam Rhys",
        reach="sam@example.org",
    )
    pack = pack_of(a_plan_in_two_languages(), LIVE.room.parts, setup)
    return replace(pack, day=STARTS.date())


PRINTINGS = (  # one or two languages, each paper, each end of the sizes
    Print((ENGLISH,)),
    Print(BOTH),
    Print(BOTH, Paper.LETTER, 24),
    Print((WELSH,), Paper.LETTER, 14),
)
