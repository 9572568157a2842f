"""Reasons of parked lines: a reason goes in the record only if the room said so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.line import AgreementLine, Parking
from facilitator.domain.ids import LineId
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Reason:
    """The reason of a parked line that goes in the record."""

    line: LineId
    text: str
    in_record: bool


def reason_of(line: AgreementLine) -> Reason | None:
    """Return the reason of a parked line, if the line goes in the record and the reason exists."""
    parking = line.parking
    if parking is None or not parking.reason or not line.in_record:
        return None
    return Reason(line.id, parking.reason, parking.in_record)


def recorded_reasons(agreement: Agreement) -> Iterator[str]:
    """Return the recorded reason of each parked line in the record, or nothing."""
    for line in agreement.parked:
        if line.in_record:
            reason = reason_of(line)
            yield reason.text if reason is not None and reason.in_record else ""


def with_reason_recorded(agreement: Agreement, line_id: LineId, *, in_record: bool) -> Agreement:
    """Return the agreement with the reason of a parked line in the record, or left out of it."""
    line = agreement.line(line_id)
    parking = _parking_with_reason(line)
    return agreement.with_line(_with_parking(line, replace(parking, in_record=in_record)))


def without_reason(agreement: Agreement, line_id: LineId) -> Agreement:
    """Return the agreement without the reason of a parked line, for good; the line stays parked.

    Clears what can be undone, since an undo could restore the words.
    """
    line = agreement.line(line_id)
    bare = _with_parking(line, Parking("", _parking_with_reason(line).when))
    emptied = tuple(line.emptied() for line in agreement.with_line(bare).lines)
    return replace(agreement, all_lines=emptied, done=(), undone=())


def _parking_with_reason(line: AgreementLine) -> Parking:
    if line.parking is None or not line.parking.reason:
        raise NotAllowedNowError(_("This reason is not there any more."))
    return line.parking


def _with_parking(line: AgreementLine, parking: Parking) -> AgreementLine:
    parkings = list(line.parkings)
    parkings[line.at.parking] = parking
    return replace(line, parkings=tuple(parkings))
