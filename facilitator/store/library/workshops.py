"""The list of workshops: those at work, and what remains of those that were closed."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from facilitator.domain.ids import PlanId, WorkshopId
from facilitator.domain.setup import Stage
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
    planned: timedelta  # kept in whole minutes
    stage: Stage
    file: str  # where its file is, in the data folder a random name; empty once it was closed
    record: Path | None = None  # where the record went


def add_workshop(db: Store, entry: Entry) -> None:
    """Put a real workshop that begins on the list. The caller has the transaction."""
    _insert(db, (entry,))
    save_setting(db, HAS_RUN, value=True)


def save_workshop(db: Store, entry: Entry) -> None:
    """Keep a workshop on the list as it is now, if it is there. The caller has the transaction."""
    _write_anew(db, tuple(entry if one.id == entry.id else one for one in workshops(db)))


def workshops(db: Store) -> tuple[Entry, ...]:
    """Return the list, the newest first."""
    rows = db.execute("SELECT * FROM workshop ORDER BY held_on DESC, id")
    return tuple(_entry_of(row) for row in rows)


def remove_workshop(db: Store, workshop_id: WorkshopId) -> None:
    """Take a workshop off the list, for good. The caller has the transaction."""
    _write_anew(db, tuple(entry for entry in workshops(db) if entry.id != workshop_id))


def has_run_a_real_workshop(db: Store) -> bool:
    """Return whether a real workshop has ever begun here, even if it was deleted since."""
    return setting(db, HAS_RUN) is True


def _write_anew(db: Store, entries: tuple[Entry, ...]) -> None:
    """Write the whole list: a row changed alone can leave a copy in the file.

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
        [_row_of(entry) for entry in sorted(entries, key=lambda one: one.id)],
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
