"""Views of Home with plans and workshops, to show in its window."""

from datetime import timedelta

from facilitator.domain.ids import PlanId, StepId, WorkshopId
from facilitator.domain.plan.plan import PeopleRange, Plan
from facilitator.domain.plan.step import Step, StepKind
from facilitator.domain.plan.summary import PlanSummary
from facilitator.domain.text.language import Words
from facilitator.ui.home.home_view import HomeView, RowState, WorkshopRow

READY = (
    ("Courageous conversations", "Agree how to talk, hear from everyone, choose one thing.", 90),
    ("Courageous conversations, long", "The longer form, with threes and an inner circle.", 180),
    ("Three-question reflection", "What to celebrate, what made us curious.", 30),
    ("Challenge and care", "Find your group’s balance, and one line for your agreement.", 60),
    ("Equal partners", "Co-production with underserved communities.", 120),
    ("Workarounds", "The ways people get round the system, and what they show.", 60),
    ("Team pulse", "The shape of how safe it feels, and one small step.", 75),
    ("Ethics of care", "How care is noticed, given and received in our work.", 90),
)


def a_row(
    number: int = 1, state: RowState = RowState.CLOSED, title: str = "Riverside"
) -> WorkshopRow:
    return WorkshopRow(
        WorkshopId(f"w{number}"),
        title,
        "Night team",
        "Team pulse",
        "Thursday 26 November",
        state,
        "" if state is RowState.CLOSED else "Thursday 26 November 2026, 14:05",
        "/home/ana/Documents/riverside.pdf" if state is RowState.CLOSED else "",
    )


def a_home(*rows: WorkshopRow, has_run_one: bool = False) -> HomeView:
    plans = tuple(
        PlanSummary(PlanId(f"plan-{place}"), title, summary, minutes, 6, 16)
        for place, (title, summary, minutes) in enumerate(READY)
    )
    return HomeView(plans, rows, has_run_one)


def a_short_plan() -> Plan:
    step = Step(StepId("s"), StepKind.TALK, Words.of("Arriving"), timedelta(minutes=30))
    return Plan(PlanId("short"), Words.of("Short talk"), "We talk.", PeopleRange(3, 8, 12), (step,))
