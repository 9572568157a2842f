"""Every line that can go in the record, in the order of the record."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.reasons import reason_of
from facilitator.domain.agreement.versions import recorded_versions
from facilitator.domain.contribution import Gathering
from facilitator.domain.ids import StepId
from facilitator.domain.letters import LineName
from facilitator.domain.plan.step import Trait
from facilitator.domain.summary import Beside, RecordParts, blocks_of
from facilitator.domain.text.language import NO_WORDS, Words
from facilitator.domain.workshop import Workshop


class Recorded(StrEnum):
    """The kind of a line for the record."""

    AGREED = "agreed"
    SAID = "said"
    UNNAMED = "unnamed"
    PARKED = "parked"
    REASON = "reason"
    EARLIER = "earlier"
    OF_KIND = "of a kind of step"


class RecordedLine(NamedTuple):
    """A line that can go in the record."""

    id: str  # a LineId or a ContributionId
    text: str
    in_record: bool
    what: Recorded
    step: StepId | None = None  # the step in which it was said or written
    version: int | None = None  # the number of an earlier wording
    letter: int | None = None  # the room's; 0 is A
    heading: Words = NO_WORDS  # of a line from a kind of step
    drawing: bool = False
    translation: Words = NO_WORDS  # by a helper; only where it is shown

    @property
    def name(self) -> LineName:
        """Its identity, without its words."""
        return LineName(self.id, self.version, self.step, why=self.what is Recorded.REASON)


def lines_of(workshop: Workshop, parts: RecordParts) -> Iterator[RecordedLine]:
    """Yield the lines with the letters that they have; ``parts`` has those of kinds of step."""
    letters = {each.name: each.letter for each in workshop.letters}
    beside = Beside(workshop, parts)
    for line in (*_lines_of(workshop, beside), *_of_kinds(workshop, parts)):
        yield line if line.letter is not None else line._replace(letter=letters.get(line.name))


def _lines_of(workshop: Workshop, beside: Beside) -> Iterator[RecordedLine]:
    agreement = workshop.agreement
    for line in agreement.agreed:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.AGREED)
    for said_line in workshop.said:
        yield RecordedLine(
            said_line.id,
            said_line.text,
            said_line.in_record,
            Recorded.SAID,
            said_line.step_id,
        )
    for gathering in gatherings_of(workshop):
        translates = gathering.shows_translations
        for contribution in gathering.ready:
            yield RecordedLine(
                contribution.id,
                beside.text_of(contribution),
                contribution.in_record,
                Recorded.UNNAMED,
                gathering.step_id,
                letter=contribution.letter,
                drawing=contribution.drawing,
                translation=contribution.translation if translates else NO_WORDS,
            )
    yield from _waiting(agreement)
    for versions in recorded_versions(agreement):
        for was in versions:
            in_record, earlier = was.in_record, Recorded.EARLIER
            yield RecordedLine(was.line, was.text, in_record, earlier, version=was.number)


def _of_kinds(workshop: Workshop, parts: RecordParts) -> Iterator[RecordedLine]:
    """Yield the lines that kinds of step add to the record."""
    for run in workshop.agenda.runs if parts else ():
        step = run.step.id
        for block in blocks_of(workshop, run, parts):
            for line in block.lines:
                names = (LineName(each, of=step) for each in (line.id, line.under))
                in_record = not any(name in workshop.left_out for name in names)
                yield RecordedLine(
                    line.id, line.text, in_record, Recorded.OF_KIND, step, heading=block.heading
                )


def _waiting(agreement: Agreement) -> Iterator[RecordedLine]:
    """Yield the parked lines, each with its reason."""
    for line in agreement.parked:
        yield RecordedLine(line.id, line.text, line.in_record, Recorded.PARKED)
        if (why := reason_of(line)) is not None:
            yield RecordedLine(line.id, why.text, why.in_record, Recorded.REASON)


def gatherings_of(workshop: Workshop) -> tuple[Gathering, ...]:
    """Return the gatherings whose opened lines can go in the record.

    Lines written for the agreement go in the record only as lines of the agreement.
    """
    agreement_steps = {r.step.id for r in workshop.agenda.runs if r.step.has(Trait.AGREES)}
    return tuple(
        g for g in workshop.gatherings if g.was_opened and g.step_id not in agreement_steps
    )
