"""The lines of a list that is pasted, without its bullets, numbers and dashes."""

import pytest

from facilitator.domain.text.pasted import lines_of


@pytest.mark.parametrize(
    "text",
    [
        "One voice\nIt is fine to pass\nAsk first",
        "- One voice\r\n- It is fine to pass\r\n\r\n- Ask first\r\n",
        "1. One voice\n2. It is fine to pass\n10. Ask first",
        "1) One voice\n2) It is fine to pass\n(3) Ask first",
        "•\tOne voice\n•It is fine to pass\n  ▪ Ask first",
        "a) One voice\nb) It is fine to pass\nc) Ask first",
        "– One voice\u2028— It is fine to pass\u2029* Ask first",
        "- [ ] One voice\n- [x] It is fine to pass\n☐ Ask first",
    ],
)
def test_whatever_marks_a_list_its_lines_are_the_same(text: str) -> None:
    assert lines_of(text) == ("One voice", "It is fine to pass", "Ask first")


@pytest.mark.parametrize(
    "line",
    ["5 minutes each", "-5 is cold", "A. Smith said so", "2nd chances", "e-mail first", "Ŵyn"],
)
def test_what_only_looks_like_a_mark_stays(line: str) -> None:
    assert lines_of(f"{line}\nOne voice") == (line, "One voice")


def test_empty_lines_and_bare_bullets_are_none() -> None:
    assert lines_of("- \n\n\u200b\nOne voice\n") == ("One voice",)
    assert lines_of("") == ()
