"""Running orders as people publish them: each shape becomes a plan, and nothing is lost."""

from datetime import timedelta
from time import process_time

import pytest

from facilitator.domain.plan.plan import Plan
from facilitator.domain.plan.step import Form, StepKind
from facilitator.domain.planning.timetable import clock_text, timetable
from facilitator.errors import PlanFileError
from facilitator.store.plans.running_order.columns import Use
from facilitator.store.plans.running_order.lengths import Length, length_in, times_in
from facilitator.store.plans.running_order.reading import Imported, plan_from_table
from facilitator.store.plans.running_order.report import report_of
from tests.helpers.files import plan_from_text, text_of
from tests.helpers.plans import MINUTE

TALK, BREAK = StepKind.TALK, StepKind.BREAK

# Shapes of published running orders, in words of our own.
WORKSHOP_DAY = """| Time | Session | What we do |
|---|:---:|---|
| 08:30 | Doors and hellos | Badges |
| 09:00 | Why boundaries matter | **Short** talk |
| ~12:00-ish | Lunch | Shared with the other rooms |
| 13:00 – 16:00 | Working at tables | A break floats at 14:30 |
| 16:00 – 17:30 | What we learned \\| what next | |
"""
RETROSPECTIVE = """Step\tTime\tHow
Set the scene\t5 min\tSay why we look back
Gather\t10–15 min\tOne note each
Make sense\t15 to 20 minutes\tSort the notes
Decide\t10-15\tTwo small changes
Close\t5'\tA round of thanks
"""
DAY_TABLE = """Activity;Start-end;Lead
Arrivals;09.00 - 09.15;Ann
Talks;09.15 - 10.45;Ben
Coffee;10.45 - 11.00;
Groups;11.00 - 12.30;Cai
"""
NESTED = """3 min Welcome
- say the house rules
8 min Why safety
10 min In pairs: a time you held back
10 min Groups of four
10 min What helps
4 min Leaving round
"""
WELSH = """Amser,Gweithgaredd,Cwestiwn,Deunyddiau
10:00,Croeso,Pwy sydd yma?,
10:10,Cytundeb,Beth sydd ei angen?,Cardiau
10:30,Paned,,"Te, coffi"
10:45,Cylch gadael,Un gair?,
"""


def minutes(plan: Plan) -> list[float]:
    return [step.length / MINUTE for step in plan.steps]


def uses(imported: Imported) -> list[Use]:
    return [column.use for column in imported.columns]


def test_a_markdown_table_with_times_takes_each_length_from_the_next_row() -> None:
    imported = plan_from_table(WORKSHOP_DAY, "A day")
    plan = imported.plan
    assert uses(imported) == [Use.TIME, Use.TITLE, Use.WHAT]
    assert minutes(plan) == [30, 180, 60, 180, 90]
    assert [step.kind for step in plan.steps] == [TALK, TALK, BREAK, TALK, TALK]
    assert plan.steps[2].at == timedelta(hours=12)
    assert plan.steps[4].title.first == "What we learned | what next"
    assert plan.steps[1].do == "Short talk"
    assert [clock_text(slot.begins) for slot in timetable(plan)] == [
        "08:30",
        "09:00",
        "12:00",
        "13:00",
        "16:00",
    ]


def test_ranges_of_minutes_become_the_length_and_the_shortest() -> None:
    plan = plan_from_table(RETROSPECTIVE, "Looking back").plan
    assert minutes(plan) == [5, 15, 20, 15, 5]
    shortest = [step.trim_to and step.trim_to / MINUTE for step in plan.steps]
    assert shortest == [None, 10, 15, 10, None]


def test_times_with_dots_and_semicolons_and_who_leads_are_understood() -> None:
    imported = plan_from_table(DAY_TABLE, "Day")
    assert uses(imported) == [Use.TITLE, Use.TIME, Use.WHO]
    assert minutes(imported.plan) == [15, 90, 15, 90]
    assert imported.plan.steps[3].do == "Who: Cai"
    assert imported.plan.steps[2].kind is BREAK


def test_a_list_of_lines_with_minutes_is_a_running_order_too() -> None:
    imported = plan_from_table(NESTED, "Psychological safety")
    plan = imported.plan
    assert minutes(plan) == [3, 8, 10, 10, 10, 4]
    assert plan.steps[0].do == "say the house rules"
    assert [step.form for step in plan.steps][2] is Form.PAIRS
    assert plan.steps[5].form is Form.ROUND


def test_headings_in_welsh_and_quoted_cells_are_understood() -> None:
    imported = plan_from_table(WELSH, "Cyfarfod")
    assert uses(imported) == [Use.TIME, Use.TITLE, Use.QUESTION, Use.MATERIALS]
    assert [step.kind for step in imported.plan.steps] == [TALK, StepKind.AGREEMENT, BREAK, TALK]
    assert imported.plan.steps[2].materials == "Te, coffi"
    assert imported.plan.steps[1].question.first == "Beth sydd ei angen?"
    assert minutes(imported.plan) == [10, 20, 15, 10]


def test_the_report_names_each_column_and_each_row_to_look_at() -> None:
    text = "Time\tTitle\tRoom\n09:00\tHello\tBlue\n\tNote to self\t\n09:30\tLunch\t\n"
    lines = report_of(plan_from_table(text, "Day"))
    assert lines == (
        "2 steps, 40 min.",
        "Column 1, “Time”: when each step begins.",
        "Column 2, “Title”: titles.",
        "Column 3, “Room”: not understood: it is in the notes for you.",
        "Row 2 has no time: it is in the notes of the step before it.",
        "Row 3 has no length that can be used: check its minutes.",
        "Row 3 is a meal: it is fixed to the clock.",
    )


def test_without_headings_the_content_says_what_a_column_is() -> None:
    imported = plan_from_table("Hello\t10\tSay hello\nTalk\t20\tTalk\n", "Plan")
    assert uses(imported) == [Use.TITLE, Use.MINUTES, Use.WHAT]


@pytest.mark.parametrize(
    ("text", "longest", "shortest"),
    [
        ("5", 5, None),
        ("45 min – 1 hour", 60, 45),
        ("5–10 minutes", 10, 5),
        ("1h30", 90, None),
        ("1.5 hours", 90, None),
        ("1-2 hours", 120, 60),
        ("about 20 mins", 20, None),
        ("10 munud", 10, None),
        ("90 sec", 1.5, None),
    ],
)
def test_lengths_are_read_as_people_write_them(
    text: str, longest: float, shortest: float | None
) -> None:
    expected = Length(longest * MINUTE, None if shortest is None else shortest * MINUTE)
    assert length_in(text) == expected


@pytest.mark.parametrize("text", ["", "Welcome", "0", "10 people", "-", "1:2:3", "25:00"])
def test_other_texts_are_no_lengths_and_no_times(text: str) -> None:
    assert length_in(text) is None
    assert times_in(text) is None


def test_only_a_short_text_is_read_as_a_length_or_a_time() -> None:
    assert length_in("10" + " " * 50 + "min") == Length(10 * MINUTE)
    assert length_in("10" + " " * 60 + "min") is None
    assert times_in("9:30" + " " * 60 + "am") is None


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("second", ["Pairs", '"Pairs', '"Pairs" or threes'])
def test_a_quote_without_its_pair_takes_no_row_away(delimiter: str, second: str) -> None:
    rows = (("10", '"Who are we'), ("20", second), ("30", "More"))
    imported = plan_from_table("\n".join(map(delimiter.join, rows)), "Day")
    assert minutes(imported.plan) == [10, 20, 30]
    assert imported.plan.steps[1].title.first == second


def test_quoted_cells_may_have_lines_and_other_delimiters() -> None:
    table = '"Hello; and\nwelcome","10"\n"Pairs; then all","20"\n"More; ""much"" more","30"\n'
    imported = plan_from_table(table, "Day")
    assert minutes(imported.plan) == [10, 20, 30]
    assert imported.plan.steps[2].title.first == 'More; "much" more'


@pytest.mark.parametrize("sign", ["-", "- ", "is", "–"])
def test_a_cell_of_many_signs_does_not_hold_the_import_up(sign: str) -> None:
    start = process_time()
    imported = plan_from_table(f"10\tWelcome\n20\tPairs\n10\t{sign * 50_000}!\n", "Day")
    assert minutes(imported.plan) == [10, 20, 10]
    assert process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("09.00 - 09.15", "09:00", "09:15"),
        ("9am", "09:00", None),
        ("2:30 pm", "14:30", None),
        ("11:30–1:00", "11:30", "13:00"),
        ("~12:00-ish", "12:00", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, begins: str, ends: str | None) -> None:
    times = times_in(text)
    assert times is not None
    assert clock_text(times.begins) == begins
    assert (None if times.ends is None else clock_text(times.ends)) == ends


@pytest.mark.parametrize("text", ["", "   \n", "Hello there, how are you?", "A,B\nC,D\n", "|\n|"])
def test_a_text_without_minutes_or_times_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(PlanFileError):
        plan_from_table(text, "Plan")


@pytest.mark.parametrize("text", [WORKSHOP_DAY, RETROSPECTIVE, DAY_TABLE, NESTED, WELSH])
def test_each_becomes_a_plan_that_a_file_holds(text: str) -> None:
    plan = plan_from_table(text, "Plan").plan
    assert plan_from_text(text_of(plan)) == plan
