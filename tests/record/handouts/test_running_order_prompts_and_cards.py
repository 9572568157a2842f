"""What the running order, the prompts and the cards say, read as a screen reader does."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from pikepdf import Pdf

from facilitator.domain.plan.step import Segment, Step
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.record.handouts import SIZES, Handout, Pack, Paper, Print, make_handout
from tests.helpers.packs import BOTH, a_pack, an_answered_pack
from tests.helpers.records import read_aloud, texts_in

LONG = "somewhat " * 33


def running_order(pack: Pack, printing: Print | None = None) -> list[str]:
    return texts_in(make_handout(Handout.RUNNING_ORDER, pack, printing or Print((ENGLISH,))))


def with_steps(pack: Pack, *steps: Step) -> Pack:
    return replace(pack, plan=replace(pack.plan, steps=steps))


def test_each_step_is_there_with_all_that_the_facilitator_needs() -> None:
    pack = a_pack()
    texts = running_order(pack)
    for step in pack.plan.steps:
        for text in (step.title.first, step.question.first, step.say, step.do, step.materials):
            assert not text or " ".join(text.split()) in texts, step.id


def test_a_step_is_read_from_its_time_to_what_to_bring() -> None:
    pack = a_pack()
    texts = running_order(with_steps(pack, pack.plan.steps[0]))
    step = pack.plan.steps[0]
    start = len(texts) - texts[::-1].index(step.title.first) - 2
    assert texts[start:] == [
        "0:00",
        "Welcome and what to expect",
        "6 min",
        "All together · Protected: keep its time",
        step.question.first,
        "Say",
        step.say,
        "Do",
        step.do,
        "Bring",
        step.materials,
    ]


def test_times_count_from_the_beginning_of_the_workshop() -> None:
    day = an_answered_pack()
    assert day.begins is not None
    hour = int(day.begins.total_seconds() // 3600)  # of this computer's time zone
    texts = running_order(day)
    assert [f"{hour:02d}:{minutes}" in texts for minutes in ("00", "06", "16", "58")] == [True] * 4
    assert "Hours and minutes count from the start." not in texts
    without = running_order(a_pack())
    assert "0:06" in without
    assert "1:30" in without
    assert "Hours and minutes count from the start." in without


def test_the_day_is_a_table_whose_rows_and_columns_have_heads() -> None:
    read = read_aloud(make_handout(Handout.RUNNING_ORDER, a_pack(), Print((ENGLISH,))))
    cells = [element for element in read if "Table" in element.kinds]
    assert [cell.text for cell in cells[:3]] == ["Time", "What happens", "Minutes"]
    kinds = [next(kind for kind in cell.kinds if kind in ("TH", "TD")) for cell in cells]
    assert kinds == ["TH", "TH", "TH"] + ["TH", "TD", "TD"] * (len(a_pack().plan.steps) + 1)


def test_a_protected_step_says_so_and_one_that_may_go_says_so() -> None:
    pack = a_pack()
    step = replace(pack.plan.steps[0], protect=False, may_drop=True, trim_to=None)
    assert "All together · May be dropped" in running_order(with_steps(pack, step))


@pytest.mark.parametrize("size", SIZES)
def test_a_step_with_much_to_say_goes_on_over_the_page(size: int) -> None:
    pack = a_pack()
    step = replace(pack.plan.steps[0], say=LONG * 3, do=LONG * 12, question=Words.of(LONG))
    texts = running_order(with_steps(pack, step), Print((ENGLISH,), Paper.LETTER, size))
    assert (LONG * 12).strip() in texts


def test_each_question_has_a_page_of_its_own_in_each_language() -> None:
    pack = an_answered_pack()
    asked = [step for step in pack.plan.steps if step.question]
    document = make_handout(Handout.PROMPTS, pack, Print(BOTH))
    with Pdf.open(io.BytesIO(document)) as pdf:
        assert len(pdf.pages) == len(asked)
    read = [(element.language, element.text) for element in read_aloud(document)]
    for step in asked:
        places = [read.index((language, text)) for language, text in step.question.texts]
        assert places[1] == places[0] + 1
        assert step.question.texts[0][0] == WELSH


@pytest.mark.parametrize("size", SIZES)
def test_a_long_question_is_whole(size: int) -> None:
    pack = a_pack()
    long = Words.from_mapping({"cy": LONG, "en": f"Why {LONG}"})
    step = replace(pack.plan.steps[0], question=long)
    document = make_handout(
        Handout.PROMPTS, with_steps(pack, step), Print(BOTH, Paper.LETTER, size)
    )
    assert {LONG.strip(), f"Why {LONG}".strip()} <= set(texts_in(document))


@pytest.mark.parametrize(("handout", "count"), [(Handout.CARDS, 8), (Handout.LARGE_CARDS, 4)])
def test_every_card_can_say_that_it_stays_out_of_the_record(handout: Handout, count: int) -> None:
    document = make_handout(handout, a_pack(), Print(BOTH))
    assert texts_in(document) == ["Nid yn y cofnod", "Not in the record"] * count
    with Pdf.open(io.BytesIO(document)) as pdf:
        assert len(pdf.pages) == 1


def test_a_plan_in_one_language_says_what_it_has() -> None:
    texts = texts_in(make_handout(Handout.PROMPTS, a_pack(), Print((WELSH,))))
    assert "What do you need from the rest of us so that you can be honest here?" in texts


def test_a_step_that_is_fixed_to_the_clock_begins_at_its_time() -> None:
    pack = a_pack()
    fixed = replace(pack.plan.steps[1], at=timedelta(hours=12, minutes=30))
    plan = with_steps(pack, pack.plan.steps[0], fixed)
    assert plan.times() == ("12:24", "12:30", "12:34")
    assert replace(plan, begins=timedelta(hours=12)).times() == ("12:00", "12:30", "12:34")


def test_a_part_with_a_question_of_its_own_has_a_page() -> None:
    pack = a_pack()
    parts = (
        Segment(Words.of("First"), timedelta(minutes=3), Words.of("What helps you?")),
        Segment(Words.of("Second"), timedelta(minutes=3)),
    )
    asked = with_steps(pack, replace(pack.plan.steps[0], segments=parts))
    for handout in (Handout.PROMPTS, Handout.INTERPRETER):
        assert "What helps you?" in texts_in(make_handout(handout, asked, Print((ENGLISH,))))
    assert "What helps you?" in " ".join(running_order(asked))
