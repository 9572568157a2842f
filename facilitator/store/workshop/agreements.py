"""The agreement in the workshop file. Said lines keep their order, lines without names have none.

A wording that was undone or replaced before it was agreed is not kept: only the present one, and
those in which the line was agreed. All rows are written anew in order of their ids, like
contributions, so that the file neither tells the order of unnamed lines nor holds what went.
"""

from typing import Any

from facilitator.bounded_json import bounded_json
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import Checking
from facilitator.domain.agreement.history import kept_history, kept_undone
from facilitator.domain.agreement.line import (
    AgreementLine,
    LineState,
    Parking,
    Place,
    When,
    Wording,
    ordered,
)
from facilitator.domain.ids import LineId
from facilitator.store.database import Row, Store
from facilitator.store.workshop.places import moves_as_json, moves_from, tally_as_list, tally_from
from facilitator.store.workshop.values import json_of


def save_agreement(db: Store, agreement: Agreement) -> None:
    """Keep the agreement as it is settled, and nothing else. The caller has the transaction."""
    kept, moves = agreement.settled(), moves_as_json(kept_history(agreement))
    undone = moves_as_json(kept_undone(agreement))
    db.execute("DELETE FROM agreement_wording")
    db.execute("DELETE FROM agreement_line")
    numbered = sorted(enumerate(kept.lines), key=lambda one: one[1].id)
    db.executemany(
        """INSERT INTO agreement_line (id, place, state, reason, back, reason_in_record,
               into_line, confirmed, joins, wording, tally, in_record)
           VALUES (:id, :place, :state, :reason, :back, :reason_in_record,
               :into_line, :confirmed, :joins, :wording, :tally, :in_record)""",
        [_row_of(line, place) for place, line in numbered],
    )
    db.executemany(
        """INSERT INTO agreement_wording (line_id, number, text, example, agreed, in_record)
           VALUES (?, ?, ?, ?, ?, ?)""",
        [row for _place, line in numbered for row in _wordings_of(line)],
    )
    checking = None if kept.checking is None else _checking_as_json(kept.checking)
    db.execute(
        """INSERT OR REPLACE INTO agreement
               (one, foot, foot_shown, checking, for_next, taken_up, moves, undone)
           VALUES (1, ?, ?, ?, ?, ?, ?, ?)""",
        (kept.foot, kept.foot_shown, checking, kept.for_next, kept.taken_up, moves, undone),
    )


def read_agreement(db: Store) -> Agreement:
    """Return the agreement, with the moves that can still be undone or redone."""
    row = db.execute("SELECT * FROM agreement").fetchone()
    if row is None:
        return Agreement()
    lines = tuple(
        _line_of(db, one) for one in db.execute("SELECT * FROM agreement_line ORDER BY place, id")
    )
    return Agreement(
        ordered(lines),
        None if row["foot"] is None else LineId(row["foot"]),
        bool(row["foot_shown"]),
        None if row["checking"] is None else _checking_from(bounded_json(row["checking"])),
        for_next=bool(row["for_next"]),
        taken_up=bool(row["taken_up"]),
        done=moves_from(row["moves"]),
        undone=moves_from(row["undone"]),
    )


def _row_of(line: AgreementLine, place: int) -> dict[str, str | int | None]:
    parking = line.parkings[0] if line.parkings else None
    return {
        "id": line.id,
        "place": None if line.unnamed else place,
        "state": line.state,
        "reason": None if parking is None else parking.reason,
        "back": None if parking is None else parking.when,
        "reason_in_record": parking is not None and parking.in_record,
        "into_line": line.at.into,
        "confirmed": line.at.confirmed,
        "joins": json_of(line.joins),
        "wording": line.at.wording,
        "tally": None if line.at.tally is None else json_of(tally_as_list(line.at.tally)),
        "in_record": line.in_record,
    }


def _wordings_of(line: AgreementLine) -> list[tuple[str, int, str, str, bool, bool]]:
    return [
        (line.id, number, one.text, one.example, number in line.at.agreed_in, one.in_record)
        for number, one in enumerate(line.wordings)
    ]


def _line_of(db: Store, row: Row) -> AgreementLine:
    wordings = db.execute(
        "SELECT * FROM agreement_wording WHERE line_id = ? ORDER BY number", (row["id"],)
    ).fetchall()
    parkings = _parkings_of(row)
    place = Place(
        state=LineState(row["state"]),
        wording=row["wording"],
        parking=len(parkings) - 1,
        into=None if row["into_line"] is None else LineId(row["into_line"]),
        confirmed=bool(row["confirmed"]),
        agreed_in=tuple(one["number"] for one in wordings if one["agreed"]),
        tally=None if row["tally"] is None else tally_from(bounded_json(row["tally"])),
    )
    return AgreementLine(
        LineId(row["id"]),
        tuple(Wording(one["text"], one["example"], bool(one["in_record"])) for one in wordings),
        place,
        parkings,
        tuple(LineId(one) for one in bounded_json(row["joins"])),
        unnamed=row["place"] is None,
        in_record=bool(row["in_record"]),
    )


def _parkings_of(row: Row) -> tuple[Parking, ...]:
    if row["reason"] is None:
        return ()
    return (Parking(row["reason"], When(row["back"]), bool(row["reason_in_record"])),)


def _checking_as_json(checking: Checking) -> str:
    tally = tally_as_list(checking.tally)
    return json_of([list(checking.lines), tally, checking.closed, checking.said])


def _checking_from(kept: list[Any]) -> Checking:
    lines, tally, closed, said = (*kept, None)[:4]  # of something said: not in older files
    of = None if said is None else LineId(said)
    return Checking(tuple(LineId(one) for one in lines), tally_from(tally), closed, of)
