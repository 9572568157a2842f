"""Moves that can be undone and redone after a restart: those whose words the file holds.

The file holds ids and places, never a text only for undo. A wording that was replaced before it was
agreed, or a line that was undone, is in no file; a move that needs it can be neither undone nor
redone after a restart, nor can earlier moves. The facilitator can still reach every state by an
ordinary act.
"""

from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement, Change, Move
from facilitator.domain.agreement.line import AgreementLine, Place
from facilitator.domain.ids import LineId

MOST_MOVES = 40  # nobody undoes more


def saved_history(agreement: Agreement) -> tuple[Move, ...]:
    """Return the last moves, adapted to the saved agreement, oldest first."""
    return _saved(agreement, agreement.done)


def saved_undone(agreement: Agreement) -> tuple[Move, ...]:
    """Return also the undone moves that can be redone; the last is redone first."""
    return _saved(agreement, agreement.undone)


def _saved(agreement: Agreement, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    lines_by_id = {line.id: line for line in agreement.lines}
    saved_moves: list[Move] = []
    for move in reversed(moves[-MOST_MOVES:]):
        settled = _settled(move, lines_by_id)
        if settled is None:
            break
        saved_moves.insert(0, settled)
    return tuple(saved_moves)


def _settled(move: Move, lines_by_id: dict[LineId, AgreementLine]) -> Move | None:
    changes: list[Change] = []
    for change in move:
        line = lines_by_id.get(change.line)
        if line is None or not (_is_saved(change.before, line) and _is_saved(change.after, line)):
            return None
        changes.append(
            Change(change.line, _placed(change.before, line), _placed(change.after, line))
        )
    return tuple(changes)


def _is_saved(place: Place | None, line: AgreementLine) -> bool:
    """Return whether the saved line has the wording and the parking of a place.

    Earlier wordings may be missing: taking a line up again drops them, and undoing that restores
    the line without them.
    """
    if place is None:
        return True
    return place.wording in line.saved_wordings and place.parking in (-1, line.at.parking)


def _placed(place: Place | None, line: AgreementLine) -> Place | None:
    if place is None:
        return None
    numbers = line.saved_wordings
    return replace(
        place,
        wording=numbers.index(place.wording),
        agreed_in=tuple(numbers.index(n) for n in place.agreed_in if n in numbers),
        parking=min(place.parking, 0),
    )
