"""The answers to a statement as dots in columns, over the labels of the scale."""

from math import ceil

from facilitator.domain.text.language import NO_WORDS, Words, in_order
from facilitator.room.layout.flow import THIN, Cell, Row
from facilitator.room.layout.setting import ROOMY, SIDE, Setting
from facilitator.room.layout.sheet import (
    BETWEEN_DOTS,
    Align,
    Area,
    DotsItem,
    Role,
    RuleItem,
    Style,
    Tone,
)
from facilitator.room.pages.picture import ShapePage

CHART, LESS = 0.28, 0.4  # of the usable height; less where the question is smaller than ROOMY's
LARGEST_DOT, SMALLEST_DOT = 1.35, 0.5  # in parts of the least size
MOST_ACROSS = 6  # dots beside each other in a column
TO_LABEL = 0.3  # from the rule to a label, in parts of the least size
OF_COLUMN, BESIDE = 0.88, 1.6  # columns: the room of a label, and of one without neighbours


def chart_row(page: ShapePage, setting: Setting, width: float) -> Row:
    """Return the columns of dots on their rule, with the labels under it."""
    height = setting.usable * (CHART - LESS * (ROOMY.question - setting.density.question))
    dots = columns_of(page, setting, Area(SIDE, 0, width, height), max(page.columns))
    rule = RuleItem(Area(SIDE, height, width, THIN))
    labels = tuple(_label(page.labels, place, setting, width, height) for place in range(len(dots)))
    return Row(
        tuple(label for label in labels if label),
        before=setting.gap,
        marks=(*dots, rule),
        least=height + THIN,
    )


def columns_of(
    page: ShapePage, setting: Setting, area: Area, most: int, time: Words = NO_WORDS
) -> tuple[DotsItem, ...]:
    """Return the columns of dots in an area, as large as those of a column of ``most``."""
    each = area.width / len(page.columns)
    return tuple(
        _dots(setting, (count, most), Area(area.x + place * each, area.y, each, area.height), words)
        for place, (count, words) in enumerate(
            zip(page.columns, _spoken(page, setting, time), strict=True)
        )
    )


def _dots(setting: Setting, counts: tuple[int, int], area: Area, spoken: str) -> DotsItem:
    """Return a column of dots; ``counts`` are its own, and that of the fullest column."""
    count, most = counts
    across, size = 1, 0.0
    for beside in range(1, MOST_ACROSS + 1):
        room = min(area.height / ceil(most / beside), area.width * OF_COLUMN / beside)
        if room / (1 + BETWEEN_DOTS) > size:
            across, size = beside, min(room / (1 + BETWEEN_DOTS), setting.least * LARGEST_DOT)
        if size >= setting.least * SMALLEST_DOT:
            break
    width = size * (min(across, count) * (1 + BETWEEN_DOTS) - BETWEEN_DOTS)
    left = area.x + (area.width - width) / 2
    return DotsItem(Area(left, area.y, width, area.height), count, across, size, spoken)


def _label(
    labels: tuple[Words, ...], place: int, setting: Setting, width: float, height: float
) -> Cell:
    """Return the label of a column in each language, broader where its neighbours have none."""
    each, last = width / len(labels), len(labels) - 1
    beside = (labels[near] for near in (place - 1, place + 1) if 0 <= near <= last)
    is_alone = not any(beside)
    room = each * (BESIDE if is_alone else OF_COLUMN)
    align = Align.START if place == 0 else Align.END if place == last else Align.CENTRE
    left = SIDE + (place + 0.5) * each - room / 2
    left = SIDE if place == 0 else SIDE + width - room if place == last else left
    style = Style(setting.least, tone=Tone.TEXT, role=Role.TEXT, align=align)
    gap = height + THIN + setting.least * TO_LABEL
    cell: Cell = ()
    for language in in_order(setting.languages):
        text = setting.text_in(labels[place], language)
        cell += setting.cell(text, (left, room), style, 0 if cell else gap)
    return cell


def _spoken(page: ShapePage, setting: Setting, time: Words) -> tuple[str, ...]:
    """Return what each column says to people who hear the page, after the name of its time."""
    language = in_order(setting.languages)[0]
    when = f"{setting.text_in(time, language)}, " if time else ""
    names = (
        f"{when}{place} {setting.text_in(words, language)}".strip()
        for place, words in enumerate(page.labels, start=1)
    )
    return tuple(f"{name}: {count}" for name, count in zip(names, page.columns, strict=True))
