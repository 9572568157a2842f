"""Checks that the library holds only what the program writes; no file is trusted."""

from datetime import date, timedelta

from facilitator.domain.for_next import FromLastTime
from facilitator.domain.limits import EARLIEST, LATEST, LONGEST_TEXT, UnsoundError
from facilitator.domain.stage import Stage
from facilitator.store.database import Store
from facilitator.store.library.agreements import all_saved_agreements
from facilitator.store.library.for_next import all_saved_for_next
from facilitator.store.library.left_files import left_files
from facilitator.store.library.own_plans import OwnPlanRow, own_plans
from facilitator.store.library.settings import all_settings
from facilitator.store.library.workshops import Entry, workshops
from facilitator.store.record_files import PDF

LONGEST_PATH = 4_096  # characters
LONGEST_PLAN = timedelta(days=366)
LONGEST_PLAN_FILE = 256 * 1024  # characters
MOST_MINUTES = 100 * 8 * 60  # of a hundred steps


def check_library(library: Store) -> None:
    """Read every value. Raises ``UnsoundError``, or what reading raises."""
    for entry in workshops(library):
        _check_entry(entry)
    for left in left_files(library):
        _check_text(left.workshop)
        _check_path(left.file)
    for key, _value in all_settings(library):
        _check_text(key)
    for plan in own_plans(library):
        _check_own_plan(plan)
    for group, line in all_saved_agreements(library):
        _check_text(group)
        _check_text(line)
    for part in all_saved_for_next(library):
        _check_part(part)


def _check_part(part: FromLastTime) -> None:
    _check_text(part.group)
    _check_date(part.held_on)
    for line in part.lines:
        _check_text(line.text)
        _check_text(line.content)


def _check_own_plan(plan: OwnPlanRow) -> None:
    for text in (plan.id, plan.title, plan.summary):
        _check_text(text)
    _check_date(plan.changed_on)
    if len(plan.text) > LONGEST_PLAN_FILE:
        raise UnsoundError("a plan's length")
    numbers = (plan.minutes, plan.least, plan.most, plan.people, plan.booked_minutes)
    if not all(0 <= number <= MOST_MINUTES for number in (*numbers, plan.starts_minute)):
        raise UnsoundError("a number of a plan")


def _check_entry(entry: Entry) -> None:
    for text in (entry.id, entry.title, entry.group, entry.plan_id, entry.plan_title):
        _check_text(text)
    _check_date(entry.date)
    if not timedelta() <= entry.planned <= LONGEST_PLAN:
        raise UnsoundError("planned minutes")
    _check_path(entry.file)
    if entry.record is not None:
        _check_path(str(entry.record))
        if entry.stage is Stage.CLOSING and entry.record.suffix.lower() != PDF:
            raise UnsoundError("a record would be written over another file")


def _check_date(day: date) -> None:
    if not EARLIEST <= day.year <= LATEST:
        raise UnsoundError("a day's year")


def _check_text(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise UnsoundError("a text's length")


def _check_path(path: str) -> None:
    if len(path) > LONGEST_PATH or "\0" in path:
        raise UnsoundError("a path")
