"""The list of workshops: those at work, and what remains of those that were closed."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.stage import Stage
from facilitator.store.database import Row, Store
from facilitator.store.library.settings import save_setting, setting

HAS_RUN = "has run a real workshop"
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One workshop in the list."""

    id: WorkshopId
    title: str
    group: str
    date: date
    plan_id: PlanId
    plan_title: str
    planned: timedelta  # stored in whole minutes
    stage: Stage
    file: str  # its path, in the data folder a random name; empty after closing
    record: Path | None = None  # where the record went


def add_workshop(db: Store, entry: Entry) -> None:
    """Add a real workshop to the list when it begins. The caller has the transaction."""
    _insert(db, (entry,))
    save_setting(db, HAS_RUN, value=True)


def save_workshop(db: Store, entry: Entry) -> None:
    """Update a workshop that is on the list. The caller has the transaction."""
    _rewrite(db, tuple(entry if old.id == entry.id else old for old in workshops(db)))


def workshops(db: Store) -> tuple[Entry, ...]:
    """Return the list, the newest first."""
    rows = db.execute("SELECT * FROM workshop ORDER BY held_on DESC, id")
    return tuple(_entry_of(row) for row in rows)


def remove_workshop(db: Store, workshop_id: WorkshopId) -> None:
    """Remove a workshop from the list for good. The caller has the transaction."""
    _rewrite(db, tuple(entry for entry in workshops(db) if entry.id != workshop_id))


def has_run_a_real_workshop(db: Store) -> bool:
    """Return whether a real workshop has ever begun here, even if it was deleted since."""
    return setting(db, HAS_RUN) is True


def _rewrite(db: Store, entries: tuple[Entry, ...]) -> None:
    """Rewrite the whole list: a row changed alone can leave a copy in the file.

    See ``save_gathering``.
    """
    db.execute("DELETE FROM workshop")
    _insert(db, entries)


def _insert(db: Store, entries: tuple[Entry, ...]) -> None:
    db.executemany(
        """INSERT INTO workshop (id, title, group_name, held_on, plan_id, plan_title,
               planned_minutes, stage, file, record)
           VALUES (:id, :title, :group_name, :held_on, :plan_id, :plan_title,
               :planned_minutes, :stage, :file, :record)""",
        [_row_of(entry) for entry in sorted(entries, key=lambda entry: entry.id)],
    )


def _row_of(entry: Entry) -> dict[str, str | int | None]:
    return {
        "id": entry.id,
        "title": entry.title,
        "group_name": entry.group,
        "held_on": entry.date.isoformat(),
        "plan_id": entry.plan_id,
        "plan_title": entry.plan_title,
        "planned_minutes": entry.planned // MINUTE,
        "stage": entry.stage,
        "file": entry.file,
        "record": None if entry.record is None else str(entry.record),
    }


def _entry_of(row: Row) -> Entry:
    return Entry(
        WorkshopId(row["id"]),
        row["title"],
        row["group_name"],
        date.fromisoformat(row["held_on"]),
        PlanId(row["plan_id"]),
        row["plan_title"],
        row["planned_minutes"] * MINUTE,
        Stage(row["stage"]),
        row["file"],
        None if row["record"] is None else Path(row["record"]),
    )
