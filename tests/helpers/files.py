"""Reading and writing the program's files with all kinds of step registered."""

from collections.abc import Callable
from pathlib import Path

from facilitator.domain.contribution import Shuffler
from facilitator.domain.time.clock import Clock
from facilitator.domain.workshop import Workshop
from facilitator.kinds.registry import LIVE, PLAN_FILES, READY_PLANS, STORED
from facilitator.live.library import workshop_files
from facilitator.live.session.session import LiveSession
from facilitator.room.layout.ruler import Ruler
from facilitator.store.database import Store
from facilitator.store.workshop import file, salvage, whole

read_plan, write_plan = PLAN_FILES.read, PLAN_FILES.write
plan_from_text, text_of = PLAN_FILES.from_text, PLAN_FILES.text_of
ready_plan, ready_plans, practice_plan = READY_PLANS.plan, READY_PLANS.all, READY_PLANS.practice
plan_called = READY_PLANS.called

Check = Callable[[Workshop], None]


def open_workshop(path: Path, check: Check | None = None) -> Store:
    """Open a workshop file."""
    return file.open_workshop(path, STORED, check)


def read_workshop(path: Path, check: Check | None = None) -> Store:
    """Open in memory what a workshop file holds."""
    return file.read_workshop(path, STORED, check)


def read_whole(db: Store) -> Workshop:
    """Return the whole workshop in a store."""
    return whole.read_whole(db, STORED)


def workshop_in(path: Path) -> Workshop | None:
    """Return the workshop in a file."""
    return workshop_files.workshop_in(path, STORED)


def salvaged(path: Path, new_id: str, check: Check) -> Workshop | None:
    """Return the workshop that can be made of what is readable."""
    return salvage.salvaged(path, new_id, STORED, check)


def live_session(
    db: Store, workshop: Workshop, clock: Clock, shuffler: Shuffler, ruler: Ruler
) -> LiveSession:
    """Return a live session."""
    return LiveSession(db, workshop, clock, shuffler, ruler, LIVE)
