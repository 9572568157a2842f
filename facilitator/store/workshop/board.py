"""What is on the board, in the workshop file."""

from facilitator.domain.ids import StepId
from facilitator.domain.workshop import Board, Showing
from facilitator.store.database import Store


def save_board(db: Store, board: Board) -> None:
    """Keep what is on the board. The caller has the transaction."""
    db.execute(
        """INSERT OR REPLACE INTO board (one, curtain, quiet, showing, of_step, page)
           VALUES (1, ?, ?, ?, ?, ?)""",
        (board.curtain, board.quiet, board.showing, board.of, board.page),
    )


def read_board(db: Store) -> Board:
    """Return what is on the board."""
    row = db.execute("SELECT * FROM board").fetchone()
    return Board(
        curtain=bool(row["curtain"]),
        quiet=bool(row["quiet"]),
        showing=Showing(row["showing"]),
        of=None if row["of_step"] is None else StepId(row["of_step"]),
        page=row["page"],
    )
