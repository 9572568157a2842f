"""Agreements that a group said may stay here for its next workshop: final lines, nothing else."""

from facilitator.store.database import Store, faults_told


def kept_agreement(db: Store, group: str) -> tuple[str, ...]:
    """Return the lines that a group kept, in their order; none if it kept none.

    Raises ``StoreUnavailableError`` when the library cannot be read.
    """
    with faults_told():
        rows = db.execute(
            "SELECT text FROM kept_line WHERE group_name = ? ORDER BY place", (_named(group),)
        )
        return tuple(row["text"] for row in rows)


def all_kept_agreements(db: Store) -> tuple[tuple[str, str], ...]:
    """Return every line that any group kept: the group as it is stored, and the line."""
    rows = db.execute("SELECT group_name, text FROM kept_line ORDER BY group_name, place")
    return tuple((row["group_name"], row["text"]) for row in rows)


def keep_agreement(db: Store, group: str, lines: tuple[str, ...]) -> None:
    """Keep these lines for a group in place of all it kept before; none forgets them.

    The table is written anew: a row taken out alone can leave a copy in the file (see
    ``save_gathering``). The caller has the transaction.
    """
    others = [
        tuple(row)
        for row in db.execute(
            "SELECT group_name, place, text FROM kept_line WHERE group_name <> ?", (_named(group),)
        )
    ]
    own = [(_named(group), place, text) for place, text in enumerate(lines)]
    db.execute("DELETE FROM kept_line")
    db.executemany(
        "INSERT INTO kept_line (group_name, place, text) VALUES (?, ?, ?)", sorted(others + own)
    )


def same_group(one: str, other: str) -> bool:
    """Return whether two names are those of one group; case and spaces do not tell them apart."""
    return _named(one) == _named(other)


def _named(group: str) -> str:
    return " ".join(group.casefold().split())
