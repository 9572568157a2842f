"""What the facilitator sees of patterns: each with its lines, in the order of the outline."""

from dataclasses import dataclass

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.workshop import Workshop
from facilitator.kinds.patterns.lines import alone_in, opened_lines
from facilitator.kinds.patterns.room import ALONE, badge_of
from facilitator.kinds.patterns.state import Patterns, patterns_in
from facilitator.live.kinds import DeskPart, PanelIs
from facilitator.live.views.advice import language_of
from facilitator.room.lines import spoken_line
from facilitator.room.marks import desk_mark
from facilitator.room.pages.gathering import gathering_for
from facilitator.room.spec import Badge


@dataclass(frozen=True, slots=True)
class LineView:
    """A line in a group."""

    line: int  # its letter, as a number
    mark: str  # as people say it
    text: str
    also: tuple[str, ...] = ()  # the names of the other patterns that it is in


@dataclass(frozen=True, slots=True)
class GroupView:
    """A pattern with its lines, or without a key those on their own."""

    key: int | None
    name: str
    badge: Badge
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class PatternsView:
    """What the panel shows."""

    groups: tuple[GroupView, ...]  # those on their own first
    is_open: bool  # there are lines to sort
    can_undo: bool
    can_redo: bool
    is_shown: bool  # the room has seen patterns, and they are its page
    is_latest: bool  # as they are now


def _view(workshop: Workshop, run: StepRun) -> PatternsView:
    step = run.step
    state, lines = patterns_in(workshop, step), opened_lines(workshop, step)
    marks = {line: desk_mark(workshop, line) for line in lines}
    names, language = _names(state, workshop), language_of(workshop)
    homes: dict[int, list[int]] = {}
    for pattern in state.patterns:
        for line in pattern.lines:
            homes.setdefault(line, []).append(pattern.key)

    def group(key: int | None, name: str, badge: Badge, of: tuple[int, ...]) -> GroupView:
        return GroupView(
            key,
            name,
            badge,
            tuple(
                LineView(
                    line,
                    marks[line],
                    spoken_line(language, lines[line].text, drawing=lines[line].drawing),
                    tuple(names[home] for home in homes.get(line, ()) if home != key),
                )
                for line in of
                if line in lines
            ),
        )

    return PatternsView(
        (
            group(None, "", ALONE, alone_in(state.patterns, lines)),
            *(group(p.key, names[p.key], badge_of(state, p.key), p.lines) for p in state.patterns),
        ),
        bool(lines),
        bool(state.done),
        bool(state.undone),
        state.on_board is not None,
        state.on_board == state.patterns,
    )


def _names(state: Patterns, workshop: Workshop) -> dict[int, str]:
    """Return the names; those in both languages as the facilitator reads them."""
    language = language_of(workshop)
    return {name.key: name.words.in_(language) for name in state.names}


def _panel(workshop: Workshop, run: StepRun) -> PanelIs:
    """Return the lines until they are open, then the patterns."""
    gathering = gathering_for(workshop, run.step)
    is_waiting = gathering is not None and not gathering.was_opened
    return PanelIs.LINES if is_waiting else PanelIs.NOW


def _is_begun(workshop: Workshop, run: StepRun) -> bool:
    return bool(patterns_in(workshop, run.step).done)


DESK = DeskPart("LAYERS", _panel, view=_view, needs_room=_is_begun)
