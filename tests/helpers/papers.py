"""A kind of step as it was before it was built: done on paper."""

from dataclasses import replace
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import StepKind
from facilitator.domain.workshop import Workshop
from facilitator.kinds.registry import LIVE
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.room.on_paper import PaperPart, Papers
from facilitator.room.sentence_keys import Key
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import SETUP

ON_PAPER: Papers = {
    StepKind.DOTS: PaperPart(
        lambda: "dots", lambda: "Give each person three paper dots.", Key.ABOUT_TWO_MINUTES
    )
}


def on_paper_session(folder: Path, plan: Plan, clock: FakeClock | None = None) -> LiveSession:
    """Return a session of a program that does dots on paper only."""
    workshop = Workshop.of(WorkshopId("w"), plan, SETUP, practice=False)
    db = create_workshop(folder / "w.workshop", workshop)
    kinds = replace(LIVE, room=replace(LIVE.room, papers=ON_PAPER))
    return LiveSession(db, workshop, clock or FakeClock(), SeededShuffler(1), FixedRuler(), kinds)
