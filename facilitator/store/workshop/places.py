"""A line's place in a column, and the moves between places: ids and numbers only."""

from typing import Any

from facilitator.bounded_json import bounded_json
from facilitator.domain.agreement.agreement import Change, Move
from facilitator.domain.agreement.checks import CheckId, HandsWay, Tally
from facilitator.domain.agreement.line import LineState, Place
from facilitator.domain.ids import LineId
from facilitator.store.workshop.values import json_of


def moves_as_json(moves: tuple[Move, ...]) -> str:
    """Write moves as lists of line, place before, place after."""
    return json_of(
        [
            [
                [change.line, _place_as_list(change.before), _place_as_list(change.after)]
                for change in move
            ]
            for move in moves
        ]
    )


def moves_from(text: str) -> tuple[Move, ...]:
    """Read the moves that ``moves_as_json`` wrote."""
    return tuple(
        tuple(
            Change(LineId(line), _place_from(before), _place_from(after))
            for line, before, after in move
        )
        for move in bounded_json(text)
    )


def tally_as_list(tally: Tally) -> list[object]:
    """Write a tally as a list."""
    return [tally.check, list(tally.counts), tally.needs, tally.not_shown, tally.way]


def tally_from(values: list[Any]) -> Tally:
    """Read the tally that ``tally_as_list`` wrote."""
    check, counts, needs, not_shown, way = values
    return Tally(CheckId(check), tuple(counts), needs, not_shown, HandsWay(way))


def _place_as_list(place: Place | None) -> list[object] | None:
    if place is None:
        return None
    tally = None if place.tally is None else tally_as_list(place.tally)
    agreed_in = list(place.agreed_in)
    return [
        place.state,
        place.wording,
        place.parking,
        place.into,
        place.confirmed,
        agreed_in,
        tally,
    ]


def _place_from(values: list[Any] | None) -> Place | None:
    if values is None:
        return None
    state, wording, parking, into, confirmed, agreed_in, tally = values
    return Place(
        state=LineState(state),
        wording=wording,
        parking=parking,
        into=None if into is None else LineId(into),
        confirmed=confirmed,
        agreed_in=tuple(agreed_in),
        tally=None if tally is None else tally_from(tally),
    )
