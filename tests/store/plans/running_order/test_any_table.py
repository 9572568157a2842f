"""Any text is read as a running order, or refused in a sentence; and no word is lost."""

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.text.text import shows_something
from facilitator.errors import FacilitatorError
from facilitator.store.plans.running_order.reading import plan_from_table
from facilitator.store.plans.running_order.report import report_of
from tests.helpers.files import plan_from_text, text_of
from tests.store.plans.running_order.test_reading import (
    DAY_TABLE,
    NESTED,
    RETROSPECTIVE,
    WELSH,
    WORKSHOP_DAY,
)

TABLES = (WORKSHOP_DAY, RETROSPECTIVE, DAY_TABLE, NESTED, WELSH)
WORDS = re.compile(r"[a-z]{4,}")
CELLS = st.text(st.characters(codec="utf-8") | st.sampled_from("ab 09:|\t;,\n'\""), max_size=30)
MUTATIONS = 1000


def check(text: str) -> None:
    """Read a text: it becomes a plan that a file holds, or one sentence says what is wrong."""
    try:
        imported = plan_from_table(text, "A plan")
    except FacilitatorError:
        return
    assert plan_from_text(text_of(imported.plan)) == imported.plan
    assert all(report_of(imported))


def test_a_thousand_mutated_tables_are_read_or_refused() -> None:
    chance = random.Random(13)
    for number in range(MUTATIONS):
        text = TABLES[number % len(TABLES)]
        for _times in range(chance.randint(1, 6)):
            place = chance.randrange(len(text) + 1)
            piece = chance.choice(
                ["|", "\t", ";", ",", "\n", '"', "\0", "99999", "24:00", "-", "–", "\u202e", ""]
            )
            text = text[:place] + piece + text[place + chance.randint(0, 3) :]
        check(text)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8), st.sampled_from("\t;,|"))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_are_read_or_refused(cells: list[list[str]], delimiter: str) -> None:
    check("\n".join(delimiter.join(row) for row in cells))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 90),
            st.from_regex(r"[a-z]{4,12}( [a-z]{4,12}){0,30}", fullmatch=True),
            st.from_regex(r"([a-z]{4,12} ?){0,60}", fullmatch=True),
        ),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_a_table_is_lost(rows: list[tuple[int, str, str]]) -> None:
    text = "Room\tMinutes\tTitle\tWhat\n" + "\n".join(
        f"{title}\t{minutes}\t{title}\t{what}" for minutes, title, what in rows
    )
    try:
        imported = plan_from_table(text, "A plan")
    except FacilitatorError:
        return
    held = text_of(imported.plan) + "\n".join(report_of(imported))
    for _minutes, title, what in rows:
        assert set(WORDS.findall(f"{title} {what}")) <= set(WORDS.findall(held))


@pytest.mark.parametrize("text", ["1\ta\n" * 101, "a\t1\n" * 1001, "1|" * 60, "x" * 300_000])
def test_too_large_tables_are_refused(text: str) -> None:
    with pytest.raises(FacilitatorError):
        plan_from_table(text, "A plan")


def test_a_title_that_shows_nothing_becomes_one_that_does() -> None:
    assert shows_something(plan_from_table("5\tHello\n", "\u200b").plan.title.first)
