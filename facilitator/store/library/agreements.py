"""Agreements that a group said may stay here for its next workshop: final lines, nothing else."""

from facilitator.domain.for_next import group_key
from facilitator.store.database import Store, converting_faults


def saved_agreement(db: Store, group: str) -> tuple[str, ...]:
    """Return the lines that were saved for a group, in their order.

    Raises ``StoreUnavailableError`` if the library cannot be read.
    """
    with converting_faults():
        rows = db.execute(
            "SELECT text FROM kept_line WHERE group_name = ? ORDER BY place", (group_key(group),)
        )
        return tuple(row["text"] for row in rows)


def all_saved_agreements(db: Store) -> tuple[tuple[str, str], ...]:
    """Return every saved line of any group: the group as it is stored, and the line."""
    rows = db.execute("SELECT group_name, text FROM kept_line ORDER BY group_name, place")
    return tuple((row["group_name"], row["text"]) for row in rows)


def save_group_agreement(db: Store, group: str, lines: tuple[str, ...]) -> None:
    """Save these lines for a group in place of those before; an empty tuple deletes them.

    The table is rewritten: a row taken out alone can leave a copy in the file (see
    ``save_gathering``). The caller has the transaction.
    """
    rows_of_others = [
        tuple(row)
        for row in db.execute(
            "SELECT group_name, place, text FROM kept_line WHERE group_name <> ?",
            (group_key(group),),
        )
    ]
    rows = [(group_key(group), place, text) for place, text in enumerate(lines)]
    db.execute("DELETE FROM kept_line")
    db.executemany(
        "INSERT INTO kept_line (group_name, place, text) VALUES (?, ?, ?)",
        sorted(rows_of_others + rows),
    )
