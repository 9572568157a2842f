"""What steps left for a group's next workshop, by a yes of its room: lines, and nothing else."""

from datetime import date
from itertools import groupby

from facilitator.domain.for_next import FromLastTime, LineForNext, group_key
from facilitator.store.database import Store, converting_faults


def saved_for_next(db: Store, group: str) -> tuple[FromLastTime, ...]:
    """Return what a group's last workshops left. Raises ``StoreUnavailableError``."""
    with converting_faults():
        return tuple(part for part in all_saved_for_next(db) if part.group == group_key(group))


def all_saved_for_next(db: Store) -> tuple[FromLastTime, ...]:
    """Return what any group's last workshops left, with the group as it is stored."""
    rows = db.execute(
        "SELECT group_name, kind, held_on, place, text, content FROM for_next "
        "ORDER BY group_name, kind, held_on, place"
    )
    parts = groupby(map(tuple, rows), key=lambda row: row[:3])
    return tuple(
        FromLastTime(
            group,
            kind,
            date.fromisoformat(held_on),
            tuple(LineForNext(row[4], row[5]) for row in lines),
        )
        for (group, kind, held_on), lines in parts
    )


def save_for_next(db: Store, group: str, parts: tuple[FromLastTime, ...]) -> None:
    """Save these parts for a group in place of those before; none deletes them.

    The table is rewritten: a row taken out alone can leave a copy in the file (see
    ``save_gathering``). The caller has the transaction.
    """
    others = (part for part in all_saved_for_next(db) if part.group != group_key(group))
    rows = [
        (group_key(part.group), part.kind, part.held_on.isoformat(), place, *_texts(line))
        for part in (*others, *parts)
        for place, line in enumerate(part.lines)
    ]
    db.execute("DELETE FROM for_next")
    db.executemany(
        "INSERT INTO for_next (group_name, kind, held_on, place, text, content) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        sorted(rows),
    )


def _texts(line: LineForNext) -> tuple[str, str]:
    return line.text, line.content
