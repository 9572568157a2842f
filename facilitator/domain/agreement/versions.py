"""Earlier wordings of agreed lines, for the record.

A wording counts only if the room agreed on it before and agrees on another one now. Wordings that
were only proposed, or from before a line was parked or dropped, never count.
"""

from dataclasses import dataclass, replace

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.line import AgreementLine
from facilitator.domain.ids import LineId
from facilitator.errors import NotAllowedNowError
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier wording of an agreed line."""

    line: LineId
    number: int  # of the wording; never reused while the workshop runs
    text: str
    in_record: bool


def recorded_versions(agreement: Agreement) -> tuple[tuple[Version, ...], ...]:
    """Return the earlier wordings, line by line, of the agreed lines that go in the record."""
    return tuple(_versions_of(line) for line in agreement.agreed if line.in_record)


def with_version_recorded(
    agreement: Agreement, line_id: LineId, number: int, *, in_record: bool
) -> Agreement:
    """Return the agreement with an earlier wording in the record, or left out of it."""
    line = _with_version(agreement, line_id, number)
    text = line.wordings[number].text
    wordings = tuple(
        replace(wording, in_record=in_record) if wording.text == text else wording
        for wording in line.wordings
    )
    return agreement.with_line(replace(line, wordings=wordings))


def without_version(agreement: Agreement, line_id: LineId, number: int) -> Agreement:
    """Return the agreement without an earlier wording, for good.

    Clears what can be undone, since an undo could restore the words.
    """
    line = _with_version(agreement, line_id, number)
    text = line.wordings[number].text
    agreed_in = tuple(n for n in line.at.agreed_in if line.wordings[n].text != text)
    shorter = replace(line, place=replace(line.at, agreed_in=agreed_in))
    emptied = tuple(line.emptied() for line in agreement.with_line(shorter).lines)
    return replace(agreement, all_lines=emptied, done=(), undone=())


def _with_version(agreement: Agreement, line_id: LineId, number: int) -> AgreementLine:
    line = agreement.line(line_id)
    if number not in line.versions:
        raise NotAllowedNowError(_("This wording is not there any more."))
    return line


def _versions_of(line: AgreementLine) -> tuple[Version, ...]:
    return tuple(
        Version(line.id, number, line.wordings[number].text, line.wordings[number].in_record)
        for number in line.versions
    )
