"""Said lines in the workshop file, in the order in which everyone heard them."""

from facilitator.domain.ids import LineId, StepId
from facilitator.domain.said import SaidLine
from facilitator.store.database import Store


def save_said(db: Store, lines: tuple[SaidLine, ...]) -> None:
    """Save these lines, and no others. The caller has the transaction."""
    db.execute("DELETE FROM said_line")
    db.executemany(
        "INSERT INTO said_line (id, place, step_id, text, in_record) VALUES (?, ?, ?, ?, ?)",
        [
            (line.id, place, line.step_id, line.text, line.in_record)
            for place, line in enumerate(lines)
        ],
    )


def read_said(db: Store) -> tuple[SaidLine, ...]:
    """Read all said lines in their order."""
    rows = db.execute("SELECT * FROM said_line ORDER BY place")
    return tuple(
        SaidLine(
            LineId(row["id"]), StepId(row["step_id"]), row["text"], in_record=bool(row["in_record"])
        )
        for row in rows
    )
