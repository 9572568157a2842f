"""The lines of patterns: those that the room has seen, by their letters."""

from collections.abc import Iterator, Mapping

from facilitator.domain.contribution import Contribution
from facilitator.domain.plan.step import Step
from facilitator.domain.workshop import Workshop
from facilitator.kinds.patterns.arrangement import Arrangement, Pattern
from facilitator.room.pages.gathering import gathering_for

Lines = Mapping[int, Contribution]


def opened_lines(workshop: Workshop, step: Step) -> Lines:
    """Return the lines that can be sorted, by letter: those that the room has seen."""
    gathering = gathering_for(workshop, step)
    if gathering is None or not gathering.was_opened:
        return {}
    lines = {line.letter: line for line in gathering.ready if line.letter is not None}
    return {letter: lines[letter] for letter in sorted(lines)}


def alone_in(patterns: Arrangement, lines: Lines) -> tuple[int, ...]:
    """Return the lines that are in no pattern."""
    placed = {line for pattern in patterns for line in pattern.lines}
    return tuple(line for line in lines if line not in placed)


def filled(patterns: Arrangement, lines: Lines) -> Iterator[Pattern]:
    """Yield the patterns that have lines, with those that are not set aside."""
    for pattern in patterns:
        left = tuple(line for line in pattern.lines if line in lines)
        if left:
            yield Pattern(pattern.key, left)
