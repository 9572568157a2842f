"""How far moves can be undone and redone after a restart: as far as the file holds their words.

The file keeps ids and places, never a text for undoing's sake. A wording that was replaced before
it was agreed, or a line that was undone, is in no file; what would need it can be neither
undone nor redone after a restart, nor can anything beyond it. Every state can still be reached by
an act of its own.
"""

from dataclasses import replace

from facilitator.domain.agreement.agreement import Agreement, Change, Move
from facilitator.domain.agreement.line import AgreementLine, Place
from facilitator.domain.ids import LineId

MOST_MOVES = 40  # more nobody takes back


def kept_history(agreement: Agreement) -> tuple[Move, ...]:
    """Return the last moves as they stand for the settled agreement, oldest first."""
    return _kept(agreement, agreement.done)


def kept_undone(agreement: Agreement) -> tuple[Move, ...]:
    """Return likewise the moves that were undone, and can be redone; the last is redone first."""
    return _kept(agreement, agreement.undone)


def _kept(agreement: Agreement, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    there = {line.id: line for line in agreement.lines}
    kept: list[Move] = []
    for move in reversed(moves[-MOST_MOVES:]):
        settled = _settled(move, there)
        if settled is None:
            break
        kept.insert(0, settled)
    return tuple(kept)


def _settled(move: Move, there: dict[LineId, AgreementLine]) -> Move | None:
    changes: list[Change] = []
    for one in move:
        line = there.get(one.line)
        if line is None or not (_is_kept(one.before, line) and _is_kept(one.after, line)):
            return None
        changes.append(Change(one.line, _placed(one.before, line), _placed(one.after, line)))
    return tuple(changes)


def _is_kept(place: Place | None, line: AgreementLine) -> bool:
    """Return whether the settled line has the wording and the parking that a place names.

    Earlier wordings may be missing: taking a line up again forgets them, and its being undone
    brings the line back without them.
    """
    if place is None:
        return True
    return place.wording in line.kept_wordings and place.parking in (-1, line.at.parking)


def _placed(place: Place | None, line: AgreementLine) -> Place | None:
    if place is None:
        return None
    kept = line.kept_wordings
    return replace(
        place,
        wording=kept.index(place.wording),
        agreed_in=tuple(kept.index(n) for n in place.agreed_in if n in kept),
        parking=min(place.parking, 0),
    )
