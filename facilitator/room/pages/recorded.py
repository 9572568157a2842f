"""Every line that can go in the record, in the order in which it would stand there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.reasons import reason_of
from facilitator.domain.agreement.versions import recorded_versions
from facilitator.domain.contribution import Gathering
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Trait
from facilitator.domain.workshop import Workshop


class Recorded(StrEnum):
    """What a line that can go in the record is."""

    AGREED = "agreed"
    SAID = "said"
    UNNAMED = "unnamed"
    PARKED = "parked"
    REASON = "reason"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class LineName:
    """What a line is known by: never its words."""

    id: str
    version: int | None = None
    of: StepId | None = None  # the gathering of a line without a name
    why: bool = False  # not the parked line itself, but why it waits


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A line that can go in the record."""

    id: str  # a LineId or a ContributionId
    text: str
    in_record: bool
    what: Recorded
    step: StepId | None = None  # in which it was said or written
    version: int | None = None  # of an earlier wording: its number
    letter: str = ""  # of a line that goes in, or went in when this showing began

    @property
    def name(self) -> LineName:
        """What it is known by while its letter stands."""
        of = self.step if self.what is Recorded.UNNAMED else None
        return LineName(self.id, self.version, of, why=self.what is Recorded.REASON)


def lines_of(workshop: Workshop) -> Iterator[RecordedLine]:
    """Return the lines, not lettered yet."""
    agreement = workshop.agreement
    for line in agreement.agreed:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.AGREED)
    for said in workshop.said:
        yield RecordedLine(said.id, said.text, said.in_record, Recorded.SAID, said.step_id)
    for gathering in _gatherings(workshop):
        for one in gathering.ready:
            step = gathering.step_id
            yield RecordedLine(one.id, one.text, one.in_record, Recorded.UNNAMED, step)
    yield from _waiting(agreement)
    for versions in recorded_versions(agreement):
        for was in versions:
            kept, earlier = was.in_record, Recorded.EARLIER
            yield RecordedLine(was.line, was.text, kept, earlier, version=was.number)


def _waiting(agreement: Agreement) -> Iterator[RecordedLine]:
    """Return what is parked, each line with the reason why it waits."""
    for line in agreement.parked:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.PARKED)
        if (why := reason_of(line)) is not None:
            yield RecordedLine(line.id, why.text, why.in_record, Recorded.REASON)


def _gatherings(workshop: Workshop) -> tuple[Gathering, ...]:
    """Return the gatherings whose opened lines can go in the record.

    What was written for the agreement goes there only as a line of the agreement.
    """
    own = {r.step.id for r in workshop.agenda.runs if r.step.has(Trait.AGREES)}
    return tuple(g for g in workshop.gatherings if g.was_opened and g.step_id not in own)
