"""Writes a plan as a running order for a colleague: Markdown, or CSV for a spreadsheet."""

import csv
import io
from datetime import timedelta

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, Step
from facilitator.domain.planning.timetable import Slot, clock_text, timetable, usual_start
from facilitator.domain.text.language import Words
from facilitator.wording import _

MINUTE = timedelta(minutes=1)
FORMULA = ("=", "+", "-", "@")  # with which a spreadsheet would begin to calculate


def as_csv(plan: Plan, starts: timedelta | None = None) -> str:
    """Return the running order for a spreadsheet, read by any of them as text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_headings())
    writer.writerows([_safe(cell) for cell in row] for row in _rows(plan, starts))
    return "\ufeff" + file.getvalue()


def as_markdown(plan: Plan, starts: timedelta | None = None) -> str:
    """Return the running order as a page with a table."""
    rows = [_headings(), ["---"] * len(_headings()), *_rows(plan, starts)]
    table = "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows)
    about = [plan.summary, plan.purpose, plan.for_whom, plan.room]
    head = "\n\n".join([f"# {_words(plan.title)}", *filter(None, about)])
    return f"{head}\n\n{table}\n"


def _headings() -> list[str]:
    return [
        _("Time"),
        _("Minutes"),
        _("Title"),
        _("How"),
        _("Question"),
        _("What to say"),
        _("Notes"),
        _("Materials"),
    ]


def _rows(plan: Plan, starts: timedelta | None) -> list[list[str]]:
    by_the_clock = starts is not None or usual_start(plan) is not None
    return [_row(slot, by_the_clock=by_the_clock) for slot in timetable(plan, starts)]


def _row(slot: Slot, *, by_the_clock: bool) -> list[str]:
    step = slot.step
    return [
        clock_text(slot.begins) if by_the_clock else f"+{slot.begins // MINUTE}",
        _minutes(step),
        _words(step.title),
        "" if step.form is Form.PLENARY else step.form.value,
        _words(step.question),
        step.say,
        "\n".join(filter(None, [step.do, *_parts(step)])),
        step.materials,
    ]


def _minutes(step: Step) -> str:
    longest = f"{step.length / MINUTE:.4g}"
    return longest if step.trim_to is None else f"{step.trim_to / MINUTE:.4g}–{longest}"


def _parts(step: Step) -> list[str]:
    return [
        " ".join(
            filter(
                None,
                [
                    f"{_words(segment.name)}: {segment.length / MINUTE:.4g} min",
                    _words(segment.question),
                ],
            )
        )
        for segment in step.segments
    ]


def _words(words: Words) -> str:
    return " / ".join(text for _language, text in words.texts)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    plain_time = cell.startswith("+") and cell[1:].isdigit()
    return f"'{cell}" if cell.startswith(FORMULA) and not plain_time else cell
