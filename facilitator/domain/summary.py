"""All that the record prints: nothing else can be in a record."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.agenda.minutes import planned_minutes, taken_minutes
from facilitator.domain.agreement.agreement import Agreement
from facilitator.domain.agreement.checks import HandsWay
from facilitator.domain.agreement.reasons import recorded_reasons
from facilitator.domain.agreement.versions import recorded_versions
from facilitator.domain.contribution import Contribution, Gathering
from facilitator.domain.plan.step import Step, StepKind, Trait
from facilitator.domain.text.language import NO_WORDS, Language, Words
from facilitator.domain.workshop import Workshop

REVIEW_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class NamedLines:
    """The name of lines without names that belong together, and their letters."""

    name: Words
    letters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KindLine:
    """A line that a kind of step adds to the record.

    ``id`` stays the same while the workshop runs, also when other lines come or go. It has none of
    the line's words, since it is stored when the room leaves the line out. A text in two languages
    has a line break between them. A line ``under`` another is left out with that, and is printed
    as a part of it. One that is ``over`` lines without names is printed there.
    """

    id: str
    text: str
    under: str = ""  # the id of a line before it
    over: NamedLines | None = None


@dataclass(frozen=True, slots=True)
class KindBlock:
    """What a kind of step adds to the record: a heading, and lines under it.

    ``next_steps`` are printed at the end of the record, with those of other steps. ``beside`` has
    words for opened lines, by their letters: they go wherever the line is printed.
    """

    heading: Words
    lines: tuple[KindLine, ...] = ()
    next_steps: bool = False
    beside: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedBlock:
    """What the record has from a kind of step: the lines that the room did not leave out."""

    heading: Words
    lines: tuple[str, ...]


def lines_of_blocks(blocks: tuple[RecordedBlock, ...]) -> tuple[str, ...]:
    """Return the lines of all blocks, one after another."""
    return tuple(line for block in blocks for line in block.lines)


RecordPart = Callable[[Workshop, StepRun], tuple[KindBlock, ...]]
RecordParts = Mapping[StepKind, RecordPart]


@dataclass(frozen=True, slots=True)
class UnnamedMore:
    """What a line without a name has besides its words."""

    drawing: bool = False
    translation: Words = NO_WORDS  # by a helper, in one language


@dataclass(frozen=True, slots=True)
class RecordedGroup:
    """A name, and the places among a step's ``unnamed`` lines of those that it is over.

    A line can be in several: it is printed in the first, with the names of the others.
    """

    name: Words
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordedStep:
    """A step with its recorded lines; ``unnamed`` ones are in a mixed order."""

    kind: StepKind
    title: Words
    question: Words
    said: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    minutes: int = 0  # as planned
    took: int = 0  # minutes for which its time ran
    blocks: tuple[RecordedBlock, ...] = ()  # from its kind
    more: tuple[UnnamedMore, ...] = ()  # for each unnamed line; none where no line has any
    groups: tuple[RecordedGroup, ...] = ()  # of its ``unnamed`` lines

    def more_of(self, number: int) -> UnnamedMore:
        """Return what an unnamed line has besides its words."""
        return self.more[number] if number < len(self.more) else UnnamedMore()


@dataclass(frozen=True, slots=True)
class Replacement:
    """Marks a record rebuilt without some of its lines; it says neither which nor how many.

    ``of`` is the date of the replaced record.
    """

    made_on: date
    of: date


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A workshop's record as a value. It never hints at lines that were left out."""

    title: str
    group: str
    held_on: date
    languages: tuple[Language, ...]  # in the order in which the room reads them
    plan_title: Words
    purpose: str
    recipients: str
    minutes: int  # as planned
    review_by: date
    agreement: tuple[str, ...]
    steps: tuple[RecordedStep, ...]
    next_steps: tuple[str, ...]
    wrote_without_names: bool  # whether to explain what happened to such lines
    agreed_ways: tuple[
        HandsWay, ...
    ] = ()  # the ways in which the room showed its position, each once
    parked: tuple[str, ...] = ()  # parked lines of the agreement
    took: int = 0  # minutes for which time ran, in all steps; 0 where no clock was used
    earlier: tuple[
        tuple[str, ...], ...
    ] = ()  # for each line of the agreement: its earlier agreed wordings
    reasons: tuple[str, ...] = ()  # for each parked line: its reason, or nothing
    facilitator: str = ""  # name of the facilitator
    reach: str = ""  # how to reach them, to have a line removed
    support: str = ""  # where support is
    replacement: Replacement | None = None  # None: this is the first record of the workshop

    @property
    def made_on(self) -> date:
        """The date of the record."""
        return self.held_on if self.replacement is None else self.replacement.made_on

    def earlier_of(self, number: int) -> tuple[str, ...]:
        """Return the earlier agreed wordings of a line of the agreement."""
        return self.earlier[number] if number < len(self.earlier) else ()

    def reason_of(self, number: int) -> str:
        """Return the reason of a parked line; nothing where it is not in the record."""
        return self.reasons[number] if number < len(self.reasons) else ""


def blocks_of(workshop: Workshop, run: StepRun, parts: RecordParts) -> tuple[KindBlock, ...]:
    """Return what a step's kind adds to the record, with lines that the room left out."""
    kind = run.step.kind
    return parts[kind](workshop, run) if kind in parts else ()


class Beside:
    """What kinds of step say beside opened lines: such a line with all that goes with it."""

    def __init__(self, workshop: Workshop, parts: RecordParts) -> None:
        self._words: dict[int, list[str]] = {}
        for run in workshop.agenda.runs if parts else ():
            for block in blocks_of(workshop, run, parts):
                for letter, words in block.beside:
                    self._words.setdefault(letter, []).append(words)

    def text_of(self, line: Contribution) -> str:
        """Return a line, with what goes beside it on lines of its own."""
        letter = line.letter
        return "\n".join((line.text, *([] if letter is None else self._words.get(letter, []))))


def _recorded_blocks(
    workshop: Workshop, run: StepRun, parts: RecordParts, *, next_steps: bool
) -> tuple[RecordedBlock, ...]:
    left_out = {name.id for name in workshop.left_out if name.of == run.step.id}
    blocks = (
        RecordedBlock(block.heading, _texts_of(block, left_out))
        for block in blocks_of(workshop, run, parts)
        if block.next_steps is next_steps
    )
    return tuple(block for block in blocks if block.lines)


def _texts_of(block: KindBlock, left_out: set[str]) -> tuple[str, ...]:
    """Return the text of each line that goes in the record, with the lines under it."""
    texts: dict[str, str] = {}
    for line in block.lines:
        if line.id in left_out or line.over or (line.under and line.under not in texts):
            continue
        above = f"{texts[line.under]}\n" if line.under else ""
        texts[line.under or line.id] = above + line.text
    return tuple(texts.values())


def _next_steps(workshop: Workshop, parts: RecordParts) -> Iterator[str]:
    """Yield the next steps of all steps, as they were said or as their kind holds them."""
    for run in workshop.agenda.runs:
        if run.step.has(Trait.NEXT_STEPS):
            lines = workshop.said_in(run.step.id)
            yield from (line.text for line in lines if line.in_record)
        yield from lines_of_blocks(_recorded_blocks(workshop, run, parts, next_steps=True))


def summary_of(workshop: Workshop, today: date, parts: RecordParts) -> SessionSummary:
    """Return the record of a workshop as the room decided it.

    ``parts`` has the functions by which kinds of step add to it.
    """
    runs = workshop.agenda.runs
    planned, took = planned_minutes(runs), taken_minutes(runs)
    steps = tuple(
        recorded
        for run, *minutes in zip(runs, planned, took, strict=True)  # skipped steps have lines too
        if (recorded := _recorded(workshop, run, parts, *minutes)) is not None
    )
    agreement = workshop.agreement
    agreed = tuple(line for line in agreement.agreed if line.in_record)
    return SessionSummary(
        title=workshop.title,
        group=workshop.setup.group,
        held_on=today,
        languages=workshop.languages,
        plan_title=workshop.plan_title,
        purpose=workshop.purpose,
        recipients=workshop.setup.recipients,
        minutes=sum(planned),
        took=sum(took),
        review_by=today + REVIEW_AFTER,
        agreement=tuple(line.text for line in agreed),
        agreed_ways=tuple(dict.fromkeys(line.at.tally.way for line in agreed if line.at.tally)),
        parked=tuple(line.text for line in agreement.parked if line.in_record),
        earlier=_earlier(agreement),
        reasons=_reasons(agreement),
        steps=tuple(filter(None, map(_apart, steps))),
        next_steps=tuple(_next_steps(workshop, parts)),
        wrote_without_names=any(g.was_opened for g in workshop.gatherings),
        facilitator=workshop.setup.facilitator,
        reach=workshop.setup.reach,
        support=workshop.setup.support,
    )


def _apart(step: RecordedStep) -> RecordedStep | None:
    """Return a step without the lines that are in a section of their own, if anything is left."""
    if not step.kind.has(Trait.AGREES | Trait.NEXT_STEPS):
        return step
    return replace(step, said=(), unnamed=()) if step.blocks else None


def _earlier(agreement: Agreement) -> tuple[tuple[str, ...], ...]:
    """Return the earlier wordings of each recorded line; nothing where no line has any."""
    earlier = tuple(
        tuple(version.text for version in versions if version.in_record)
        for versions in recorded_versions(agreement)
    )
    return earlier if any(earlier) else ()


def _reasons(agreement: Agreement) -> tuple[str, ...]:
    """Return the reason of each recorded parked line; nothing where no line has any."""
    reasons = tuple(recorded_reasons(agreement))
    return reasons if any(reasons) else ()


def _recorded(
    workshop: Workshop, run: StepRun, parts: RecordParts, minutes: int, took: int
) -> RecordedStep | None:
    step = run.step
    blocks = _recorded_blocks(workshop, run, parts, next_steps=False)
    lines = tuple(line.text for line in workshop.said_in(step.id) if line.in_record)
    gathering = next((g for g in workshop.gatherings if g.step_id == step.id), None)
    beside, recorded = Beside(workshop, parts), _unnamed(gathering)
    unnamed = tuple(beside.text_of(line) for line in recorded)
    if not lines and not unnamed and not blocks:
        return None
    more = tuple(UnnamedMore(line.drawing, line.translation) for line in recorded)
    whole = RecordedStep(
        step.kind, step.title, step.question, lines, unnamed, minutes, took, blocks
    )
    groups = _groups_of(workshop, step, recorded, parts) if recorded else ()
    return replace(whole, more=more if any(map(_has_more, more)) else (), groups=groups)


def _unnamed(gathering: Gathering | None) -> tuple[Contribution, ...]:
    """Return the lines for the record, with translations only where every line has its own."""
    if gathering is None or not gathering.was_opened:
        return ()
    lines = tuple(line for line in gathering.ready if line.in_record)
    if gathering.shows_translations:
        return lines
    return tuple(replace(line, translation=NO_WORDS) for line in lines)


def _has_more(more: UnnamedMore) -> bool:
    return more != UnnamedMore()


def _groups_of(
    workshop: Workshop, step: Step, lines: tuple[Contribution, ...], parts: RecordParts
) -> tuple[RecordedGroup, ...]:
    """Return the names that the last step which grouped these lines has for them."""
    place_by_letter = {line.letter: place for place, line in enumerate(lines)}
    for run in reversed(workshop.agenda.runs):
        if run.step.of is None or workshop.agenda.source_of_lines(run.step).id != step.id:
            continue
        groups = tuple(
            RecordedGroup(named.name, places)
            for named in _names_in(workshop, run, parts)
            if (places := tuple(place_by_letter[n] for n in named.letters if n in place_by_letter))
        )
        if groups:
            return groups
    return ()


def _names_in(workshop: Workshop, run: StepRun, parts: RecordParts) -> Iterator[NamedLines]:
    """Yield the names of lines that a step's kind has, but those that the room left out."""
    left_out = {name.id for name in workshop.left_out if name.of == run.step.id}
    for block in blocks_of(workshop, run, parts):
        for line in block.lines:
            if line.over is not None and line.id not in left_out:
                yield line.over
