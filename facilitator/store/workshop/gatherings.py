"""Gatherings and their contributions. Nothing in the file shows who wrote, or who wrote first."""

from operator import itemgetter

from facilitator.bounded_json import bounded_json
from facilitator.domain.contribution import (
    Contribution,
    Gathering,
    GatheringState,
    SetAside,
)
from facilitator.domain.ids import ContributionId, StepId
from facilitator.domain.text.language import Language, Words
from facilitator.store.database import Row, Store
from facilitator.store.workshop.values import json_of


def save_gathering(db: Store, gathering: Gathering) -> None:
    """Save a gathering; all contributions of the workshop are rewritten, in order of their ids.

    A gathering has to be freshly mixed when turns came in (``Gathering.mixed``), so that this order
    shows nothing: SQLite fills a page from its end, and the bytes of the file are in the order of
    writing. Rows deleted or inserted one by one leave copies behind when SQLite moves rows between
    pages, even with ``secure_delete``; emptying the whole table wipes its pages. The caller has the
    transaction.
    """
    rows_of_others = db.execute(
        """SELECT id, step_id, text, in_record, set_aside, late, letter, drawing, translation,
               translated_to
           FROM contribution WHERE step_id <> ?""",
        (gathering.step_id,),
    ).fetchall()
    db.execute("DELETE FROM contribution")
    _save_state(db, gathering)
    rows = [
        *map(tuple, rows_of_others),
        *(_row_of(gathering.step_id, c) for c in gathering.contributions),
    ]
    db.executemany(
        """INSERT INTO contribution (id, step_id, text, in_record, set_aside, late, letter, drawing,
               translation, translated_to)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        sorted(rows, key=itemgetter(0)),
    )


def read_gatherings(db: Store) -> tuple[Gathering, ...]:
    """Read the gatherings in the order of the plan, contributions in the order of their ids."""
    rows = db.execute("SELECT * FROM gathering ORDER BY place").fetchall()
    return tuple(
        gathering_of(row, _contributions_of(db, row["step_id"]), letters_from(row["gone"]))
        for row in rows
    )


def gathering_of(
    row: Row, contributions: tuple[Contribution, ...], gone: tuple[int, ...]
) -> Gathering:
    """Build a gathering from its row."""
    return Gathering(
        StepId(row["step_id"]),
        GatheringState(row["state"]),
        row["turns"],
        row["late_turns"],
        bool(row["was_opened"]),
        contributions,
        bool(row["was_read"]),
        bool(row["was_reopened"]),
        gone,
    )


def letters_from(text: str) -> tuple[int, ...]:
    """Read the letters of deleted lines."""
    return tuple(bounded_json(text))


def _save_state(db: Store, gathering: Gathering) -> None:
    db.execute(
        """INSERT INTO gathering (step_id, place, state, turns, late_turns, was_opened, was_read,
               was_reopened, gone)
           VALUES (:step_id, (SELECT count(*) FROM gathering), :state, :turns, :late, :was_opened,
               :was_read, :was_reopened, :gone)
           ON CONFLICT (step_id) DO UPDATE SET state = excluded.state, turns = excluded.turns,
               late_turns = excluded.late_turns, was_opened = excluded.was_opened,
               was_read = excluded.was_read, was_reopened = excluded.was_reopened,
               gone = excluded.gone""",
        {
            "step_id": gathering.step_id,
            "state": gathering.state,
            "turns": gathering.turns,
            "late": gathering.late_turns,
            "was_opened": gathering.was_opened,
            "was_read": gathering.was_read,
            "was_reopened": gathering.was_reopened,
            "gone": json_of(gathering.gone),
        },
    )


def translation_of(row: Row) -> Words:
    """Read a helper's translation."""
    return Words.of(row["translation"], Language(row["translated_to"]))


def _row_of(step_id: StepId, line: Contribution) -> tuple[object, ...]:
    language, translation = next(iter(line.translation.texts), ("", ""))
    return (
        line.id,
        step_id,
        line.text,
        line.in_record,
        line.set_aside,
        line.late,
        line.letter,
        line.drawing,
        translation,
        language,
    )


def _contributions_of(db: Store, step_id: str) -> tuple[Contribution, ...]:
    rows = db.execute("SELECT * FROM contribution WHERE step_id = ? ORDER BY id", (step_id,))
    return tuple(_contribution_of(row) for row in rows)


def _contribution_of(row: Row) -> Contribution:
    return Contribution(
        ContributionId(row["id"]),
        row["text"],
        bool(row["in_record"]),
        None if row["set_aside"] is None else SetAside(row["set_aside"]),
        bool(row["late"]),
        row["letter"],
        bool(row["drawing"]),
        translation_of(row),
    )
