"""What the command line does with plans: check, export, import. Opens no window."""

import re
import sys
from datetime import timedelta
from pathlib import Path

from facilitator.domain.plan.plan import Plan
from facilitator.domain.planning.concerns import Concern, concerns_of
from facilitator.domain.planning.words import sentence_of
from facilitator.errors import FacilitatorError, PlanFileError, StoreUnavailableError
from facilitator.kinds.registry import PLAN_FILES, READY_PLANS
from facilitator.store.plans.plan_file import MOST_BYTES
from facilitator.store.plans.ready import SUFFIX
from facilitator.store.plans.running_order.reading import plan_from_table
from facilitator.store.plans.running_order.report import report_of
from facilitator.store.plans.running_order.writing import as_csv, as_markdown
from facilitator.wording import _

STEP = re.compile(r"\s*\[\[\s*steps\s*\]\]")
MARKDOWN, CSV = ".md", ".csv"


def check(name: str, people: int | None, booked: timedelta | None, starts: timedelta | None) -> int:
    """Say what does not add up in a plan, a line each; 1 if there is anything."""
    plan = READY_PLANS.called(name)
    lines, people = _lines_of_steps(name), people or plan.people.best
    concerns = concerns_of(plan, people, booked, starts)
    sentences = [_with_place(concern, plan, lines) for concern in concerns]
    adds_up = _("“{title}” adds up for {people} people: nothing stands out.")
    for sentence in sentences or (adds_up.format(title=plan.title.first, people=people),):
        sys.stdout.write(f"{sentence}\n")
    return int(bool(sentences))


def export(name: str, file: Path, starts: timedelta | None) -> int:
    """Write a plan as a plan file, or as a running order for a colleague."""
    plan = READY_PLANS.called(name)
    suffix = file.suffix.lower()
    if suffix == SUFFIX:
        PLAN_FILES.write(file, plan)
    elif suffix in (MARKDOWN, CSV):
        text = as_markdown(plan, starts) if suffix == MARKDOWN else as_csv(plan, starts)
        _write(file, text)
    else:
        raise FacilitatorError(
            _("“{file}” is no name for a plan or a running order.").format(file=file.name),
            _("Let it end in .toml for a plan file, or in .md or .csv for a running order."),
        )
    return 0


def take_in(source: Path, target: Path) -> int:
    """Write a plan file from a running order or a plan file, and say what was understood."""
    if target.suffix.lower() != SUFFIX:
        raise FacilitatorError(
            _("“{file}” is no name for a plan file.").format(file=target.name),
            _("Let it end in .toml."),
        )
    if source.suffix.lower() == SUFFIX:
        PLAN_FILES.write(target, PLAN_FILES.read(source))
        return 0
    imported = plan_from_table(_text_in(source), source.stem)
    PLAN_FILES.write(target, imported.plan)
    for line in report_of(imported):
        sys.stdout.write(f"{line}\n")
    return 0


def _lines_of_steps(name: str) -> tuple[int, ...]:
    """Return the line at which each step begins in a plan file; none for a ready plan."""
    if not name.endswith(SUFFIX):
        return ()
    text = Path(name).read_text(encoding="utf-8-sig")
    return tuple(n for n, line in enumerate(text.split("\n"), start=1) if STEP.match(line))


def _with_place(concern: Concern, plan: Plan, lines: tuple[int, ...]) -> str:
    """Return a concern in words, with the line and the title of its step."""
    words = sentence_of(concern)
    if concern.step_id is None:
        return words
    place = [step.id for step in plan.steps].index(concern.step_id)
    step = plan.steps[place].title.first
    if len(lines) != len(plan.steps):
        return _("“{step}”: {words}").format(step=step, words=words)
    return _("Line {line}, “{step}”: {words}").format(line=lines[place], step=step, words=words)


def _text_in(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise PlanFileError(
            _("This file cannot be read."), _("Check that you may open it, or choose another.")
        ) from error
    if len(content) > MOST_BYTES:
        raise PlanFileError(_("This table is too long."), _("Choose a running order alone."))
    if content.startswith((b"PK", b"%PDF", b"\xd0\xcf")):
        raise PlanFileError(
            _("This is the file of a spreadsheet or a word processor."),
            _("Save it there as CSV or plain text, and import that."),
        )
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # a spreadsheet on Windows


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise StoreUnavailableError(
            _("The running order could not be written here."),
            _("Choose a folder that you may write to."),
        ) from error
