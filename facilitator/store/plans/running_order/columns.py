"""Recognises what is in each column of a running order, by its heading or by its content."""

import re
from dataclasses import dataclass
from enum import StrEnum

from facilitator.store.plans.running_order.lengths import length_in, times_in
from facilitator.store.plans.running_order.rows import Row


class Use(StrEnum):
    """What a column is used for."""

    TIME = "time"
    END = "end"
    MINUTES = "minutes"
    TITLE = "title"
    QUESTION = "question"
    WHAT = "what happens"
    WHO = "who"
    MATERIALS = "materials"
    NOTES = "notes"  # not understood: it goes in the notes of each step, with its heading


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with its heading if it has one."""

    heading: str
    use: Use


HEADINGS = {
    Use.MINUTES: "min mins minutes duration length timing long munudau munud hyd dauer durée",
    Use.TIME: "time times start starts from when clock begins amser dechrau zeit heure hora",
    Use.END: "end ends until finish to gorffen diwedd",
    Use.QUESTION: "question questions prompt prompts ask cwestiwn cwestiynau frage",
    Use.WHO: "who lead leads facilitator speaker owner by pwy arweinydd wer qui",
    Use.MATERIALS: "materials material resources equipment bring deunyddiau adnoddau",
    Use.TITLE: "title activity item session step topic name agenda part titel titre teitl eitem "
    "sesiwn gweithgaredd cam pwnc",
    Use.WHAT: "what description details how content process instructions happens notes aim purpose "
    "disgrifiad nodiadau beth manylion sut",
}
WORD = re.compile(r"[^\W\d_]+")
MOST_ABOVE = 10  # lines above a table
MOST = 0.6  # of the cells of a column


def columns_of(rows: tuple[Row, ...]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return what each column is, and the rows without the headings."""
    place = next((n for n, row in enumerate(rows[:MOST_ABOVE]) if _are_headings(row)), None)
    headings = () if place is None else rows[place]
    body = rows if place is None else (*rows[:place], *rows[place + 1 :])
    cells = tuple(zip(*body, strict=True)) if body else tuple(() for _ in rows[0])
    uses: list[Use | None] = []
    for place, column in enumerate(cells):
        uses.append(_by_content(column) or _by_heading(headings[place] if headings else ""))
    return tuple(_settled(uses, headings or ("",) * len(cells), cells)), body


def _are_headings(row: Row) -> bool:
    first = [cell for cell in row if cell]
    if len(first) < min(len(row), 2):  # a line above the table
        return False
    if any(length_in(cell) or times_in(cell) for cell in first):
        return False
    return sum(_by_heading(cell) is not None for cell in first) * 2 >= len(first) > 0


def _by_heading(heading: str) -> Use | None:
    words = {word.lower() for word in WORD.findall(heading)}
    if len(words) > 4:
        return None
    return next((use for use, usual in HEADINGS.items() if words & set(usual.split())), None)


def _by_content(column: tuple[str, ...]) -> Use | None:
    cells = [cell for cell in column if cell]
    if not cells:
        return None
    if sum(times_in(cell) is not None for cell in cells) >= MOST * len(cells):
        return Use.TIME
    if sum(length_in(cell) is not None for cell in cells) >= MOST * len(cells):
        return Use.MINUTES
    return None


def _settled(
    uses: list[Use | None], headings: Row, cells: tuple[tuple[str, ...], ...]
) -> list[Column]:
    """Give each use to one column, and the first texts to title and what happens."""
    taken: set[Use] = set()
    settled: list[Use] = []
    for place, use in enumerate(uses):
        chosen = _checked(use, headings[place], cells[place], taken)
        taken.add(chosen)
        settled.append(chosen)
    for missing in (Use.TITLE, Use.WHAT):
        unused = (n for n, use in enumerate(settled) if use is Use.NOTES and any(cells[n]))
        free = next((n for n in unused if not headings[n]), None)
        if missing not in taken and free is not None:
            settled[free] = missing
    if Use.TITLE not in settled and Use.WHAT in settled:
        settled[settled.index(Use.WHAT)] = Use.TITLE
    return [Column(heading, use) for heading, use in zip(headings, settled, strict=True)]


def _checked(use: Use | None, heading: str, cells: tuple[str, ...], taken: set[Use]) -> Use:
    """Return the use of a column if it is free and its cells are of that kind, else notes."""
    by_heading = _by_heading(heading)
    if use is Use.TIME and (by_heading is Use.END or Use.TIME in taken):
        use = Use.END
    if use is Use.MINUTES and by_heading not in (None, Use.MINUTES, Use.TIME):
        use = by_heading  # a number of people is no length
    if use in (Use.TIME, Use.END, Use.MINUTES) and _by_content(cells) is None:
        use = None
    return Use.NOTES if use is None or use in taken else use
