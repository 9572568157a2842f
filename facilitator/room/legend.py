"""What each hand means, in as many columns as there is room for, highest first."""

from functools import partial

from facilitator.domain.language import Language, Words
from facilitator.room.flow import Cell, Maker, Row
from facilitator.room.setting import BODY, GUTTER, SIDE, Setting
from facilitator.room.sheet import BOLD, Role, Style, Tone

Legend = tuple[tuple[Words, Words], ...]
COLUMNS = 3, 2, 1
AFTER_MARK, BEFORE_ROW = 0.35, 0.35  # in parts of the least size


def legend_rows(legend: Legend, setting: Setting) -> list[Maker]:
    """Return the legend's rows: side by side where every text stands on one line."""
    if not legend:
        return []
    if len(setting.languages) > 1:
        return [partial(_in_languages, setting, legend, place) for place in range(len(legend))]
    language = setting.languages[0]
    count = next((n for n in COLUMNS if _fits(setting, legend, language, n)), 1)
    return [
        partial(_side_by_side, setting, legend, start, count)
        for start in range(0, len(legend), count)
    ]


def _mark_style(setting: Setting) -> Style:
    return Style(setting.least, BOLD, Tone.ACCENT, Role.LETTER)


def _text_style(setting: Setting) -> Style:
    return Style(setting.least, role=Role.LINE)


def _indent(setting: Setting, legend: Legend, language: Language) -> float:
    """Return the room for the broadest mark."""
    style = _mark_style(setting)
    marks = [setting.width(setting.text_in(mark, language), style) for mark, _words in legend]
    return max(marks) + setting.least * AFTER_MARK


def _fits(setting: Setting, legend: Legend, language: Language, count: int) -> bool:
    each = _each(BODY, count) - _indent(setting, legend, language)
    style = _text_style(setting)
    texts = [setting.text_in(words, language) for _mark, words in legend]
    return all(setting.width(text, style) <= each for text in texts)


def _each(width: float, count: int) -> float:
    return (width - GUTTER / 2 * (count - 1)) / count


def _side_by_side(setting: Setting, legend: Legend, start: int, count: int, width: float) -> Row:
    language = setting.languages[0]
    each = _each(width, count)
    cells: list[Cell] = []
    for place, entry in enumerate(legend[start : start + count]):
        left = SIDE + place * (each + GUTTER / 2)
        cells += _entry(setting, legend, entry, language, (left, each))
    return Row(tuple(cells), before=setting.least * BEFORE_ROW)


def _in_languages(setting: Setting, legend: Legend, place: int, width: float) -> Row:
    cells: list[Cell] = []
    for language, left, each in setting.columns(width):
        cells += _entry(setting, legend, legend[place], language, (left, each))
    return Row(tuple(cells), before=setting.gap, in_columns=True)


def _entry(
    setting: Setting,
    legend: Legend,
    entry: tuple[Words, Words],
    language: Language,
    at: tuple[float, float],
) -> list[Cell]:
    mark, words = entry
    left, width = at
    indent = _indent(setting, legend, language)
    return [
        setting.cell(setting.text_in(mark, language), (left, indent), _mark_style(setting)),
        setting.cell(
            setting.text_in(words, language), (left + indent, width - indent), _text_style(setting)
        ),
    ]
