"""The usual forms, their parts, and parts that somebody typed."""

from datetime import timedelta

import pytest

from facilitator.domain.plan.forms import Part, Shape, parts_in, shared, usual
from facilitator.domain.plan.step import Form, StepKind
from facilitator.errors import NotAllowedNowError

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("shape", Shape)
def test_the_parts_of_a_form_make_its_length(shape: Shape) -> None:
    form = usual(shape, 12)
    assert form.length >= MINUTE
    if form.parts:
        assert sum((time for _part, time in form.parts), timedelta()) == form.length


def test_the_usual_forms_are_as_the_field_has_them() -> None:
    minutes = [time / MINUTE for _part, time in usual(Shape.ONE_TWO_FOUR_ALL, 12).parts]
    assert minutes == [1, 2, 4, 5]
    assert [part for part, _time in usual(Shape.PAIRS, 12).parts][1] is Part.SWAP
    assert [time / MINUTE for _part, time in usual(Shape.THREES, 12).parts] == [5, 5, 5]
    assert usual(Shape.TROIKA, 12).length == 31 * MINUTE
    assert usual(Shape.BREAK, 12).kind is StepKind.BREAK
    assert usual(Shape.GO_ROUND, 12).form is Form.ROUND
    assert usual(Shape.GO_ROUND, 12).length == 14 * MINUTE  # 12 minutes and the changeovers


@pytest.mark.parametrize("total", [1, 5, 8, 12, 13, 60])
def test_parts_share_another_length_and_equal_turns_stay_equal(total: int) -> None:
    for lengths in ([3, 3, 2], [5, 5, 5], [1, 2, 4, 5], [10]):
        parts = shared(tuple(length * MINUTE for length in lengths), total * MINUTE)
        assert sum(parts, timedelta()) == total * MINUTE
        assert all(part >= timedelta(seconds=10) for part in parts)
    assert len(set(shared((5 * MINUTE, 5 * MINUTE, 2 * MINUTE), 8 * MINUTE)[:2])) == 1


def test_typed_parts_are_read_with_their_minutes() -> None:
    assert parts_in("Alone 1; In twos 2.5;\nAll of us 0,5;") == (
        ("Alone", MINUTE),
        ("In twos", 150 * timedelta(seconds=1)),
        ("All of us", timedelta(seconds=30)),
    )
    assert parts_in("") == ()


@pytest.mark.parametrize("text", ["Alone", "5", "Alone 0", "Alone -1", "Alone nan", "Alone inf"])
def test_a_part_without_name_or_minutes_is_refused(text: str) -> None:
    with pytest.raises(NotAllowedNowError):
        parts_in(text)


def test_more_parts_than_a_step_may_have_are_refused() -> None:
    with pytest.raises(NotAllowedNowError):
        parts_in("; ".join(f"Part {n} 1" for n in range(41)))


def test_no_part_is_shorter_than_a_file_can_hold_when_a_short_part_takes_its_ten_seconds() -> None:
    parts = shared((10 * MINUTE, 10 * MINUTE, MINUTE), 2 * MINUTE)
    assert parts == tuple(timedelta(seconds=seconds) for seconds in (55, 55, 10))
    many = (3 * MINUTE, 3 * MINUTE, *[MINUTE] * 10)
    for seconds in range(120, 180):
        parts = shared(many, timedelta(seconds=seconds))
        assert sum(parts, timedelta()) == timedelta(seconds=seconds)
        assert min(parts) >= timedelta(seconds=10)
