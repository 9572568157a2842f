"""JSON from a file is parsed within bounds, or refused with ``ValueError`` and nothing else."""

import json

import pytest

from facilitator.bounded_json import DEEPEST, bounded_json


@pytest.mark.parametrize(
    "value",
    [None, True, [], {"a": [1, -2.5, "x"]}, "[" * 100, 'a "quoted" \\ text]', "🙂", 10**18 - 1],
)
def test_what_we_write_is_read_back(value: object) -> None:
    for ascii_only in (True, False):
        assert bounded_json(json.dumps(value, ensure_ascii=ascii_only)) == value


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000,
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        '["a\\"", ' + "[" * 100_000,
        '"' + '\\"' * 200_000,
        '["\\',
        "1" * 19,
        "-" + "9" * 5000,
        "1e999",
        "NaN",
        "-Infinity",
        '{"a": 1, "a": 2}',
        '["\\ud800"]',
        '{"\\udc00": 1}',
        '"' + "a" * (1 << 20) + '"',
        "",
        "[1",
        "nothing",
    ],
    ids=lambda text: text[:12],
)
def test_what_is_out_of_bounds_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bounded_json(text)


def test_a_bound_can_be_lower() -> None:
    assert bounded_json("[[1]]", longest=5, deepest=2) == [[1]]
    with pytest.raises(ValueError, match="long"):
        bounded_json("[[1]]", longest=4)
    with pytest.raises(ValueError, match="deep"):
        bounded_json("[[1]]", deepest=1)
