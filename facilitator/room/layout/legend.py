"""The legend of a check: what each hand means, in as many columns as fit, highest first."""

from dataclasses import dataclass, replace
from functools import partial

from facilitator.domain.text.language import Language, Words
from facilitator.room.layout.flow import Cell, Line, Maker, Row, height_of
from facilitator.room.layout.setting import BODY, EDGE, GUTTER, SIDE, Setting
from facilitator.room.layout.sheet import BOLD, Role, Style, Tone

Legend = tuple[tuple[Words, Words], ...]
COLUMNS = 3, 2, 1
AFTER_MARK = 0.35  # in parts of the least size
MOST_MARK = 0.42  # of a column; a broader mark goes above its words
UNDER_NUMBER = 0.36  # of the least size: the space under the number of a sheet
MOST_OF_SHEET = 0.8  # of the usable height: a legend up to this height is never broken
CLOSER = (
    1.0,
    0.5,
    0.25,
    0.0,
)  # of the usual gap, tried in turn to keep the legend in one piece


@dataclass(frozen=True, slots=True)
class _Place:
    """The place and the language of an entry."""

    entry: tuple[Words, Words]
    language: Language
    left: float
    width: float
    indent: float  # 0: the mark is above the words


def legend_rows(
    legend: Legend, setting: Setting, *, apart: bool = False, close: bool = False
) -> list[Maker]:
    """Return the legend, in one piece if it fits a sheet.

    ``apart`` gives it its own sheet, with nothing else but the number; ``close`` leaves no space
    between its rows.
    """
    if not legend:
        return []
    rows = [_cells(setting, row) for row in _grid(legend, setting)]
    number = setting.line_height(setting.style(Role.PAGE)) + setting.least * UNDER_NUMBER
    free = setting.usable - EDGE - number
    most = free if apart else setting.usable * MOST_OF_SHEET
    for share in CLOSER if apart else CLOSER[-1:] if close else CLOSER[:1]:
        whole = _together(rows, setting, setting.gap * share)
        if whole.height <= most:
            return [partial(_same, whole)]
    return [_alone(cells, setting, goes_on=place > 0) for place, cells in enumerate(rows)]


def _same(row: Row, _width: float) -> Row:
    return row


def _alone(cells: tuple[Cell, ...], setting: Setting, *, goes_on: bool) -> Maker:
    """Return one entry of a legend in pieces, unless it fits as a whole."""
    in_columns = len(setting.languages) > 1
    return partial(_same, Row(cells, before=setting.gap, in_columns=in_columns, goes_on=goes_on))


def _together(rows: list[tuple[Cell, ...]], setting: Setting, gap: float) -> Row:
    """Return all rows as one, with the height of the next text in each column."""
    tracks: list[list[Line]] = [[] for _cell in rows[0]]
    behind = [0.0 for _cell in rows[0]]
    for cells in rows:
        height = max(height_of(cell) for cell in cells)
        for place, cell in enumerate(cells):
            if cell:
                tracks[place] += [replace(cell[0], gap=behind[place]), *cell[1:]]
                behind[place] = 0.0
            behind[place] += height - height_of(cell) + gap
    columns = tuple(tuple(track) for track in tracks)
    return Row(columns, before=setting.least * 0.4, in_columns=len(setting.languages) > 1)


def _grid(legend: Legend, setting: Setting) -> list[list[_Place]]:
    if len(setting.languages) > 1:
        columns = setting.columns(BODY)
        return [
            [
                _Place(entry, language, left, width, _indent(setting, legend, language, width))
                for language, left, width in columns
            ]
            for entry in legend
        ]
    language = setting.languages[0]
    count = next((n for n in COLUMNS if _fits(setting, legend, language, n)), 1)
    each = _each(count)
    indent = _indent(setting, legend, language, each)
    places = [
        _Place(entry, language, SIDE + n % count * (each + GUTTER / 2), each, indent)
        for n, entry in enumerate(legend)
    ]
    return [places[start : start + count] for start in range(0, len(places), count)]


def _cells(setting: Setting, row: list[_Place]) -> tuple[Cell, ...]:
    return tuple(cell for place in row for cell in _entry(setting, place))


def _entry(setting: Setting, place: _Place) -> tuple[Cell, Cell]:
    """Return a mark and its words; a broad mark goes above them, in the same cell."""
    mark, words = (setting.text_in(text, place.language) for text in place.entry)
    if place.indent:
        room = (place.left + place.indent, place.width - place.indent)
        return (
            setting.cell(mark, (place.left, place.indent), _mark_style(setting)),
            setting.cell(words, room, _text_style(setting)),
        )
    at = (place.left, place.width)
    above = setting.cell(mark, at, _mark_style(setting))
    return (*above, *setting.cell(words, at, _text_style(setting))), ()


def _mark_style(setting: Setting) -> Style:
    return Style(setting.least, BOLD, Tone.ACCENT, Role.LETTER)


def _text_style(setting: Setting) -> Style:
    return Style(setting.least, role=Role.LINE)


def _indent(setting: Setting, legend: Legend, language: Language, width: float) -> float:
    """Return the room for the broadest mark, or nothing if it would take too much."""
    style = _mark_style(setting)
    marks = [setting.width(setting.text_in(mark, language), style) for mark, _words in legend]
    room = max(marks) + setting.least * AFTER_MARK
    return room if room <= width * MOST_MARK else 0.0


def _fits(setting: Setting, legend: Legend, language: Language, count: int) -> bool:
    """Return whether each entry fits on one line in ``count`` columns."""
    indent = _indent(setting, legend, language, _each(count))
    style = _text_style(setting)
    texts = [setting.text_in(words, language) for _mark, words in legend]
    room = _each(count) - indent
    return bool(indent) and all(setting.width(text, style) <= room for text in texts)


def _each(count: int) -> float:
    return (BODY - GUTTER / 2 * (count - 1)) / count
