"""The agreement in the workshop file. Said lines are in order, lines without names have none.

A wording that was undone or replaced before it was agreed is not saved: only the present one, and
those in which the line was agreed. All rows are rewritten in order of their ids, like
contributions, so that the file neither shows the order of unnamed lines nor holds removed words.
"""

from typing import Any

from facilitator.bounded_json import bounded_json
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import Checking
from facilitator.domain.agreement.history import saved_history, saved_undone
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
    """Save only the settled agreement. The caller has the transaction."""
    settled, moves = agreement.settled(), moves_as_json(saved_history(agreement))
    undone = moves_as_json(saved_undone(agreement))
    db.execute("DELETE FROM agreement_wording")
    db.execute("DELETE FROM agreement_line")
    numbered = sorted(enumerate(settled.lines), key=lambda pair: pair[1].id)
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
    checking = None if settled.checking is None else _checking_as_json(settled.checking)
    db.execute(
        """INSERT OR REPLACE INTO agreement
               (one, foot, foot_shown, checking, for_next, taken_up, moves, undone)
           VALUES (1, ?, ?, ?, ?, ?, ?, ?)""",
        (
            settled.foot,
            settled.foot_shown,
            checking,
            settled.for_next,
            settled.taken_up,
            moves,
            undone,
        ),
    )


def read_agreement(db: Store) -> Agreement:
    """Return the agreement, with the moves that can still be undone or redone."""
    facts = db.execute("SELECT * FROM agreement").fetchone()
    if facts is None:
        return Agreement()
    lines = tuple(
        _line_of(db, row) for row in db.execute("SELECT * FROM agreement_line ORDER BY place, id")
    )
    return Agreement(
        ordered(lines),
        None if facts["foot"] is None else LineId(facts["foot"]),
        bool(facts["foot_shown"]),
        None if facts["checking"] is None else _checking_from(bounded_json(facts["checking"])),
        for_next=bool(facts["for_next"]),
        taken_up=bool(facts["taken_up"]),
        done=moves_from(facts["moves"]),
        undone=moves_from(facts["undone"]),
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
        (line.id, n, wording.text, wording.example, n in line.at.agreed_in, wording.in_record)
        for n, wording in enumerate(line.wordings)
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
        agreed_in=tuple(wording["number"] for wording in wordings if wording["agreed"]),
        tally=None if row["tally"] is None else tally_from(bounded_json(row["tally"])),
    )
    return AgreementLine(
        LineId(row["id"]),
        tuple(_wording_of(wording) for wording in wordings),
        place,
        parkings,
        tuple(LineId(line_id) for line_id in bounded_json(row["joins"])),
        unnamed=row["place"] is None,
        in_record=bool(row["in_record"]),
    )


def _wording_of(row: Row) -> Wording:
    return Wording(row["text"], row["example"], bool(row["in_record"]))


def _parkings_of(row: Row) -> tuple[Parking, ...]:
    if row["reason"] is None:
        return ()
    return (Parking(row["reason"], When(row["back"]), bool(row["reason_in_record"])),)


def _checking_as_json(checking: Checking) -> str:
    tally = tally_as_list(checking.tally)
    own = list(checking.own)
    return json_of([list(checking.lines), tally, checking.closed, checking.said, own])


def _checking_from(values: list[Any]) -> Checking:
    newer: list[Any] = [None, []]  # older files lack the said line, or lines of a step's state
    lines, tally, closed, said_line, own = [*values, *newer[len(values) - 3 :]]
    of = None if said_line is None else LineId(said_line)
    ids, own_ids = (tuple(LineId(line) for line in each) for each in (lines, own))
    return Checking(ids, tally_from(tally), closed, of, own_ids)
