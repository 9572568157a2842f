"""Statements from a file: a small TOML, or plain text with one statement a line.

Reading one runs nothing and changes nothing. A refusal is a ``PlanFileError`` with a sentence.
"""

import csv
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.plan.limits import MOST_LABEL, MOST_LIST, MOST_QUESTION
from facilitator.domain.text.language import ENGLISH, Language, Words, in_order
from facilitator.errors import PlanFileError
from facilitator.kinds.pulse.plan import MOST_SOURCE
from facilitator.kinds.pulse.shape import LABELS
from facilitator.store.plans.plan_file import CODE, DEEP_KEY
from facilitator.store.plans.table import Table
from facilitator.wording import _

MOST_BYTES = 64 * 1024
FORMAT = "facilitator_statements"
FIELDS = (FORMAT, "languages", "source", "permission", "statements", "labels")
HEAD = re.compile(r"\s*(source|permission)\s*:(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatementFile:
    """What a file has: statements, five labels or none, where they are from, and who allowed it."""

    statements: tuple[Words, ...]
    labels: tuple[Words, ...]
    source: str
    permission: str


def read_statements(path: Path) -> StatementFile:
    """Return what a file of statements has. Raises ``PlanFileError`` for any other file."""
    try:
        if not path.is_file():
            raise PlanFileError(_("There is no file here."), _("Choose a file of statements."))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise PlanFileError(
            _("This file cannot be read."), _("Check that you may open it, or choose another.")
        ) from error
    if len(content) > MOST_BYTES:
        raise _no_statements()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFileError(
            _("This file is not plain text in UTF-8."),
            _("Save it as UTF-8 in your editor, or choose another file."),
        ) from error
    return statements_in_toml(text) if FORMAT in text else statements_in_lines(text)


def statements_in_toml(text: str) -> StatementFile:
    """Return the statements in a TOML text. Raises ``PlanFileError``."""
    if DEEP_KEY.search(text):
        raise _no_statements()
    try:
        values = tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        raise PlanFileError(
            _("This file of statements cannot be understood."),
            _("Look for a missing quotation mark, bracket or equals sign."),
        ) from error
    bare = Table(values)
    bare.only(FIELDS)
    bare.number(FORMAT, 1, 1)
    return _checked(Table(values, languages=_languages(bare)))


def statements_in_lines(text: str) -> StatementFile:
    """Return the statements in a plain text, or in the first column of a CSV.

    Lines that begin with “source:” and “permission:” say where they are from, and who allowed it.
    """
    values: dict[str, object] = {}
    statements: list[str] = []
    for line in _first_column(text):
        if head := HEAD.fullmatch(line):
            values[head[1].lower()] = head[2].strip()
        elif line.strip():
            statements.append(line.strip())
    if statements:
        values["statements"] = statements
    return _checked(Table(values))


def _first_column(text: str) -> list[str]:
    """Return each line; of one in quotation marks, as a spreadsheet writes it, the first column."""
    try:
        return [
            next(csv.reader([line], strict=True))[0] if line.startswith('"') else line
            for line in text.splitlines()
        ]
    except csv.Error as error:
        raise _no_statements() from error


def _checked(table: Table) -> StatementFile:
    if "source" not in table.values:
        remedy = _("Say where the statements are from, such as: source: our team, March.")
        raise table.wrong("source", _("this is missing."), remedy)
    if "permission" not in table.values:
        remedy = _("Say who allowed their use, such as: permission: ours to use.")
        raise table.wrong("permission", _("this is missing."), remedy)
    statements = table.words_list("statements", MOST_QUESTION)
    if not statements:
        raise table.wrong(
            "statements",
            _("there is no statement."),
            _("Write 1 to {most}, one on each line.").format(most=MOST_LIST),
        )
    labels = table.words_list("labels", MOST_LABEL)
    if len(labels) not in (0, LABELS):
        raise table.wrong(
            "labels", _("these are not five labels."), _("Write five, the lowest first.")
        )
    return StatementFile(
        statements,
        labels,
        table.text("source", MOST_SOURCE),
        table.text("permission", MOST_SOURCE),
    )


def _languages(table: Table) -> tuple[Language, ...]:
    codes = table.list("languages", 2) or (ENGLISH,)
    if len(set(map(str, codes))) < len(codes) or not all(
        isinstance(code, str) and CODE.fullmatch(code) for code in codes
    ):
        problem = _("this is not a list of language codes.")
        raise table.wrong("languages", problem, _("Use codes such as “cy” and “en”."))
    return in_order(tuple(Language(str(code)) for code in codes))


def _no_statements() -> PlanFileError:
    return PlanFileError(_("This is no file of statements."), _("Choose another file."))
