"""Finds the rows and cells of a table in a pasted or opened text."""

import csv
import io
import re

from facilitator.domain.text.text import clean_line
from facilitator.errors import PlanFileError
from facilitator.wording import _

MOST_CHARACTERS = 256 * 1024
MOST_ROWS = 1000
MOST_COLUMNS = 40
SPLIT = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s:|+=-]+")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
BULLET = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s+")
LEADING = re.compile(  # a line such as “09:00–09:15 Welcome”, or “10 min: Welcome”
    r"\s*((?:~\s*)?\d[\d:.h]*(?:\s*(?:am|pm|h|hr|hrs|hours?|m|mins?|minutes?)\b)?"
    r"(?:\s*(?:-|–|—|to)\s*(?:~\s*)?\d[\d:.h]*(?:\s*(?:am|pm|h|hr|hrs|hours?|m|mins?|minutes?)\b)?)?)"
    r"\s*[:.)–—-]?\s+(.+)",
    re.IGNORECASE,
)

Row = tuple[str, ...]


def rows_in(text: str) -> tuple[Row, ...]:
    """Return the rows of a table, all of the same number of cells, without blank rows.

    A cell may have several lines. Raises ``PlanFileError`` for a text without a table.
    """
    if len(text) > MOST_CHARACTERS:
        raise PlanFileError(_("This table is too long."), _("Paste the running order alone."))
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    cleaned = (tuple(map(clean_cell, row)) for row in _split(plain.replace("\0", "")))
    rows = [row for row in cleaned if any(row)]
    width = max(map(len, rows), default=0)
    if not rows:
        raise PlanFileError(_("There is no table here."), _("Paste a running order, with minutes."))
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise PlanFileError(_("This table is too large."), _("Paste the running order alone."))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def clean_cell(cell: str) -> str:
    """Return the lines of a cell, each cleaned, without blank ones."""
    lines = (clean_line(line) for line in BREAK.sub("\n", cell).split("\n"))
    return "\n".join(filter(None, lines))


def _split(text: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if line.strip()]
    piped = [line for line in lines if len(SPLIT.findall(line)) >= 1]
    if len(piped) >= 2 and len(piped) * 2 >= len(lines):
        return [_piped(line) for line in lines if not RULE.fullmatch(line)]
    for separated in (_quoted, _unquoted):
        for delimiter in ("\t", ";", ","):
            rows = [row for row in separated(text, delimiter) if any(map(str.strip, row))]
            if _is_divided(rows, delimiter):
                return rows
    return [_line(line) for line in lines]


def _is_divided(rows: list[list[str]], delimiter: str) -> bool:
    """Return whether a delimiter gives most rows several cells; prose has commas in some."""
    many = sum(len(row) > 1 for row in rows)
    if delimiter == ",":
        return many * 10 >= len(rows) * 9 > 0 and not all(LEADING.match(row[0]) for row in rows)
    return many * 2 >= len(rows) > 0


def _piped(line: str) -> list[str]:
    cells = SPLIT.split(line.strip())
    inner = cells[1 if not cells[0].strip() else 0 :]
    inner = inner[:-1] if len(inner) > 1 and not inner[-1].strip() else inner
    return [cell.replace("\\|", "|").replace("**", "") for cell in inner]


def _quoted(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows of a table whose quotes all come in pairs around cells, else none."""
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error:
        return []


def _unquoted(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows of a table with each quote as a sign like any other."""
    return [line.split(delimiter) for line in text.split("\n")]


def _line(line: str) -> list[str]:
    """Return a line of a list as a time or a length and what follows it."""
    plain = BULLET.sub("", line, count=1) if not LEADING.match(line) else line
    match = LEADING.match(plain)
    return [match[1], match[2]] if match else ["", plain]
