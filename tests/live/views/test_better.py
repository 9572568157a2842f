"""Starter lines and better versions: offered in the room's languages, and only when asked."""

import tomllib

import pytest

from facilitator.domain.agreement.line import MAX_LINE
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.live.views.better import better_than, starters
from facilitator.resources import resource


@pytest.mark.parametrize(
    "line",
    ["Be respectful", "Assume good intent!", "Agree to disagree", "What’s said here stays here"],
)
def test_lines_that_often_go_wrong_have_a_version_that_holds_more(line: str) -> None:
    better = better_than(line)
    assert better is not None
    assert better.version != line


def test_no_starter_line_is_one_that_often_goes_wrong() -> None:
    for offered in starters((WELSH, ENGLISH)):
        assert [line for line in offered.lines if better_than(line, (WELSH, ENGLISH))] == []


def test_starter_lines_come_in_the_languages_of_the_room() -> None:
    welsh, english = starters((WELSH, ENGLISH))
    assert (welsh.language, english.language) == (WELSH, ENGLISH)
    assert len(welsh.lines) == len(english.lines)
    assert not set(welsh.lines) & set(english.lines)
    assert not welsh.checked
    assert [starter.language for starter in starters((Language("fr"),))] == [ENGLISH]


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("Parchu pawb", "Gadewch i bobl orffen. Gofynnwch cyn rhoi cyngor."),
        ("Dim ffonau, plîs", "Mae croeso i ffonau at ofal a hygyrchedd."),
        ("Be respectful", "Let people finish. Ask before giving advice."),
    ],
)
def test_a_better_version_is_in_the_language_of_the_line(line: str, version: str) -> None:
    better = better_than(line, (WELSH, ENGLISH))
    assert better is not None
    assert better.version == version
    assert better.checked is (line == "Be respectful")


def test_every_better_version_is_written_in_every_language_and_fits_a_line() -> None:
    table = tomllib.loads(resource("agreements/better.toml").read_text(encoding="utf-8"))
    for starter in table["lines"]:
        assert starter["words"].keys() == starter["version"].keys() == {WELSH, ENGLISH}
        assert all(len(text) <= MAX_LINE for text in starter["version"].values())
