"""The answers to a statement at two times, side by side on one scale."""

from collections.abc import Iterator
from functools import partial

from facilitator.domain.text.language import Language, Words, in_order
from facilitator.room.layout.flow import THIN, Cell, Maker, Row
from facilitator.room.layout.setting import GUTTER, SIDE, Setting
from facilitator.room.layout.shapes import TO_LABEL, columns_of
from facilitator.room.layout.sheet import (
    BOLD,
    Align,
    Area,
    DotsItem,
    Role,
    RuleItem,
    Style,
    Tone,
)
from facilitator.room.pages.picture import PairPage, ShapePage

CHART, CHART_IN_TWO = 0.18, 0.12  # of the usable height; in two languages
AFTER_NAME = 0.5  # from the broadest name of a band to the amounts, in parts of the least size
Sides = tuple[ShapePage, ShapePage]
Place = tuple[float, float]  # a left edge and a width


def pair_rows(pair: PairPage, setting: Setting) -> Iterator[Maker]:
    """Yield the names of both times, then both charts, or each band in words."""
    sides = (pair.before, pair.now)
    yield partial(_names, sides, setting)
    if any(side.columns for side in sides):
        yield partial(_charts, sides, setting)
        if len(setting.languages) == 1:
            words, style = _scale_in_words(pair.before, setting), setting.style(Role.TEXT)
            yield setting.maker((words, style), before=setting.gap)
        return
    for place in range(max(1, *(len(side.rows) for side in sides))):
        yield partial(_bands, sides, setting, place)


def _strong(setting: Setting) -> Style:
    return Style(setting.least, BOLD, role=Role.LINE)


def _halves(width: float) -> tuple[Place, Place]:
    each = (width - GUTTER) / 2
    return (SIDE, each), (SIDE + each + GUTTER, each)


def _cell(words: Words, style: Style, setting: Setting, at: Place) -> Cell:
    """Return a text in each language, one under the other."""
    cell: Cell = ()
    for language in in_order(setting.languages):
        cell += setting.cell(setting.text_in(words, language), at, style)
    return cell


def _names(sides: Sides, setting: Setting, width: float) -> Row:
    """Return the names of both times, again on each sheet on which their rows go on."""
    cells = (
        _cell(side.statement, _strong(setting), setting, at)
        for side, at in zip(sides, _halves(width), strict=True)
    )
    return Row(tuple(cells), before=setting.gap, leads=True, repeats=True)


def _bands(sides: Sides, setting: Setting, place: int, width: float) -> Row:
    """Return one band of each side, or the text of a side that has none."""
    quiet = setting.style(Role.TEXT)
    indent = _indent(sides, setting)
    cells: list[Cell] = []
    for side, (left, each) in zip(sides, _halves(width), strict=True):
        if place < len(side.rows):
            name, amount = side.rows[place]
            cells.append(_cell(name, _strong(setting), setting, (left, indent)))
            cells.append(_cell(amount, quiet, setting, (left + indent, each - indent)))
        elif not place:
            cells.append(_cell(side.text, quiet, setting, (left, each)))
    return Row(tuple(cells), before=setting.gap)


def _indent(sides: Sides, setting: Setting) -> float:
    """Return the room for the broadest name of a band."""
    widths = (
        setting.width(setting.text_in(name, language), _strong(setting))
        for side in sides
        for name, _amount in side.rows
        for language in setting.languages
    )
    return max(widths, default=0.0) + setting.least * AFTER_NAME


def _charts(sides: Sides, setting: Setting, width: float) -> Row:
    """Return the charts of both sides on one scale; a side without dots has its text instead."""
    part = CHART if len(setting.languages) == 1 else CHART_IN_TWO
    height, most = setting.usable * part, max(max(side.columns, default=0) for side in sides)
    cells: list[Cell] = []
    marks: list[DotsItem | RuleItem] = []
    for side, (left, each) in zip(sides, _halves(width), strict=True):
        if not side.columns:
            cells.append(_cell(side.text, setting.style(Role.TEXT), setting, (left, each)))
            continue
        marks += columns_of(side, setting, Area(left, 0, each, height), most, side.statement)
        marks.append(RuleItem(Area(left, height, each, THIN)))
        cells += _numbers(setting, (left, each), len(side.columns), height)
    return Row(tuple(cells), before=setting.gap, marks=tuple(marks), least=height + THIN)


def _numbers(setting: Setting, at: Place, columns: int, height: float) -> Iterator[Cell]:
    """Yield the number of each column under the rule."""
    left, width = at
    each = width / columns
    style = Style(setting.least, tone=Tone.MUTED, role=Role.TEXT, align=Align.CENTRE)
    gap = height + THIN + setting.least * TO_LABEL / 2
    for place in range(columns):
        yield setting.cell(str(place + 1), (left + place * each, each), style, gap)


def _scale_in_words(page: ShapePage, setting: Setting) -> Words:
    """Return the labels with their numbers, in one text."""
    return Words(
        tuple(
            (language, ", ".join(f"{place} {text}" for place, text in labels))
            for language in setting.languages
            if (labels := _labels_in(page, setting, language))
        )
    )


def _labels_in(
    page: ShapePage, setting: Setting, language: Language
) -> tuple[tuple[int, str], ...]:
    texts = (setting.text_in(words, language) for words in page.labels)
    return tuple((place, text) for place, text in enumerate(texts, start=1) if text)
