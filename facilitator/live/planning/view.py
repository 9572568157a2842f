"""What the planner shows: a row for each step, and whether the times add up."""

from dataclasses import dataclass
from datetime import timedelta

from facilitator.domain.agenda.minutes import in_minutes, whole_minutes
from facilitator.domain.drafting.draft import Draft
from facilitator.domain.drafting.words import UNWRITTEN, is_written
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import Form, Step, StepKind
from facilitator.domain.text.language import ENGLISH, Words
from facilitator.wording import _

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlannerRow:
    """A step in the running order."""

    step_id: StepId
    number: int
    begins: str
    title: str
    more: str  # what the room reads or does, on a line below
    kind: StepKind
    form: Form
    minutes: int
    protect: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class PlannerView:
    """All rows, and the times of the whole plan."""

    rows: tuple[PlannerRow, ...]
    ends: str
    planned: int  # minutes
    booked: int
    over: int  # minutes over the booking; negative if there is time left
    verdict: str  # whether it adds up


def view_of(draft: Draft) -> PlannerView:
    """Compute what the planner shows of a draft."""
    steps, begins = draft.plan.steps, draft.begins
    minutes = whole_minutes([step.length for step in steps])
    rows = tuple(
        _row_of(number, step, clock(begin), length)
        for number, (step, begin, length) in enumerate(
            zip(steps, begins, minutes, strict=False), start=1
        )
    )
    planned, booked = in_minutes(draft.booked + draft.over), in_minutes(draft.booked)
    return PlannerView(
        rows,
        clock(begins[-1]),
        planned,
        booked,
        planned - booked,
        _verdict(planned, planned - booked),
    )


def clock(since_midnight: timedelta) -> str:
    """Return a time of the day, as on a clock."""
    minutes = since_midnight % DAY // MINUTE
    return f"{minutes // 60:02}:{minutes % 60:02}"


def shown_text(words: Words) -> str:
    """Return words for the facilitator: in English if they are written, else in the first."""
    english = words.in_(ENGLISH)
    written = (text for _language, text in words.texts if text != UNWRITTEN)
    return english if english != UNWRITTEN else next(written, UNWRITTEN)


def _row_of(number: int, step: Step, begins: str, minutes: int) -> PlannerRow:
    return PlannerRow(
        step.id,
        number,
        begins,
        shown_text(step.title),
        shown_text(step.question) if is_written(step.question) else "",
        step.kind,
        step.form,
        minutes,
        step.protect,
        step.may_drop,
    )


def _verdict(planned: int, over: int) -> str:
    if over > 0:
        return _("{planned} min planned, {over} over your booking").format(
            planned=planned, over=over
        )
    if over < 0:
        return _("{planned} min planned, {left} left").format(planned=planned, left=-over)
    return _("{planned} min planned: it adds up").format(planned=planned)
