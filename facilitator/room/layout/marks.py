"""The mark of a line in the place of its letter: words, or shapes of the same height."""

from collections.abc import Set as AbstractSet

from facilitator.room.layout.flow import Cell, Line
from facilitator.room.layout.setting import Setting
from facilitator.room.layout.sheet import SHAPE_PITCH, Style
from facilitator.room.marks import BoardMark, DrawnMark


def mark_width(setting: Setting, mark: BoardMark, style: Style) -> float:
    """Return the width of a mark."""
    if isinstance(mark, DrawnMark):
        return style.size * SHAPE_PITCH * len(mark.shapes)
    return setting.width(mark, style)


def mark_cell(setting: Setting, mark: BoardMark, at: tuple[float, float], style: Style) -> Cell:
    """Return a mark as a cell; ``at`` is its left edge and its width."""
    if not isinstance(mark, DrawnMark):
        return setting.cell(mark, at, style)
    x, width = at
    height = setting.line_height(style)
    return (Line(str(mark), style, x, width, height, opens=True, shapes=mark.shapes),)


def broadest(setting: Setting, marks: AbstractSet[BoardMark], style: Style) -> float:
    """Return the width of the broadest mark; of words only the longest are measured."""
    drawn = {mark for mark in marks if isinstance(mark, DrawnMark)}
    longest = max(map(len, marks - drawn), default=0)
    measured = (mark for mark in marks if mark in drawn or 0 < len(mark) == longest)
    return max((mark_width(setting, mark, style) for mark in measured), default=0.0)
