"""The board in the workshop file."""

from dataclasses import astuple

from facilitator.bounded_json import bounded_json
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import TimeLook
from facilitator.domain.workshop import Board, Page, Showing
from facilitator.store.database import Store
from facilitator.store.workshop.values import json_of, pairs_of, words_of


def save_board(db: Store, board: Board) -> None:
    """Save the board. The caller has the transaction."""
    before_care = None if board.before_care is None else json_of(astuple(board.before_care))
    db.execute(
        """INSERT OR REPLACE INTO board (one, curtain, quiet, showing, of_step, page, fewer,
               time, time_of, under, before_care, held_for_care, strip, cue, cue_of)
           VALUES (1, :curtain, :quiet, :showing, :of, :page, :fewer,
               :time, :time_of, :under, :before_care, :held_for_care, :strip, :cue, :cue_of)""",
        {
            "curtain": board.curtain,
            "quiet": board.quiet,
            "showing": board.showing,
            "of": board.of,
            "page": board.page,
            "fewer": board.fewer,
            "time": board.time,
            "time_of": json_of(board.time_of),
            "under": json_of(astuple(board.under)),
            "before_care": before_care,
            "held_for_care": board.held_for_care,
            "strip": board.strip,
            "cue": json_of(pairs_of(board.cue)),
            "cue_of": json_of([(step_id, pairs_of(cue)) for step_id, cue in board.cue_of]),
        },
    )


def read_board(db: Store) -> Board:
    """Read the board."""
    row = db.execute("SELECT * FROM board").fetchone()
    return Board(
        curtain=bool(row["curtain"]),
        quiet=bool(row["quiet"]),
        showing=Showing(row["showing"]),
        of=None if row["of_step"] is None else StepId(row["of_step"]),
        page=row["page"],
        fewer=row["fewer"],
        time=TimeLook(row["time"]),
        time_of=tuple(
            (StepId(step_id), TimeLook(look)) for step_id, look in bounded_json(row["time_of"])
        ),
        under=_page_of(row["under"]),
        before_care=None if row["before_care"] is None else _page_of(row["before_care"]),
        held_for_care=bool(row["held_for_care"]),
        strip=bool(row["strip"]),
        cue=words_of(bounded_json(row["cue"])),
        cue_of=tuple(
            (StepId(step_id), words_of(cue)) for step_id, cue in bounded_json(row["cue_of"])
        ),
    )


def _page_of(text: str) -> Page:
    showing, of, page = bounded_json(text)
    return Page(Showing(showing), None if of is None else StepId(of), page)
