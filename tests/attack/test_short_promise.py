"""The short lines above the field promise no more than the whole page does, in any mode."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from facilitator.domain.plan.step import Way
from facilitator.domain.text.language import ENGLISH, WELSH, Language
from facilitator.domain.workshop import Workshop
from facilitator.kinds.dots import room as dots
from facilitator.kinds.dots.sentences import Sentence as Dots
from facilitator.kinds.pulse import room as pulse
from facilitator.kinds.pulse.sentences import Sentence
from facilitator.room.pages import hands
from facilitator.room.promise import (
    SHORT,
    Short,
    promise_in_the_corner,
    promise_of,
    short_lines,
    short_promise,
)
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key, RoomKey
from tests.helpers.meeting import Meeting, a_meeting
from tests.helpers.workshops import GATHER, a_workshop

BOTH = (WELSH, ENGLISH)
# "we" is the laptop and who works with it; "pasio" is "basio"; the others only join
JOINING = {"we", "has", "them", "rydym", "yn", "ei", "pasio"}
EVERY_LINE = (*SHORT, *hands.SHORT, *pulse.SHORT, *dots.SHORT)


def every_mode() -> Iterator[Workshop]:
    """Return a workshop in each mode that changes what is promised."""
    ways = ((Way.CORNER,), (Way.CORNER, Way.CARDS), (Way.CARDS,))
    texts = ("", "Sam, room 4")
    for way, support, in_charge, practice in product(ways, texts, (False, True), (False, True)):
        workshop = replace(a_workshop(), languages=BOTH, practice=practice)
        run = workshop.agenda.run_of(GATHER)
        agenda = workshop.agenda.with_run(replace(run, step=replace(run.step, ways=way)))
        setup = replace(workshop.setup, support=support, recipients=support, in_charge=in_charge)
        yield replace(workshop, agenda=agenda, setup=setup)


def stems(text: str) -> set[str]:
    """Return the beginnings of the words of a text."""
    return {word[:4] for word in re.findall(r"\w+", text.lower())}


def says_more(short: str, whole: str) -> set[str]:
    """Return the words of a short line that its whole sentences do not have."""
    return stems(short) - stems(whole) - {word[:4] for word in JOINING}


def whole_of(line: Short, language: Language) -> str:
    """Return the whole sentences that a short line stands for."""
    return " ".join(say(language, key) for key in line.stands_for)


def test_in_each_mode_the_whole_page_has_all_that_the_short_lines_stand_for() -> None:
    for workshop in every_mode():
        corner = [words.in_(ENGLISH) for words in promise_in_the_corner(workshop)]
        board = [words.in_(ENGLISH) for words in promise_of(workshop)]
        lines = {line.words.in_(ENGLISH) for line in short_promise(workshop)}
        assert lines == {say(ENGLISH, line.key) for line in SHORT}
        for line in SHORT:
            whole = [say(ENGLISH, key) for key in line.stands_for]
            assert all(sentence in corner and sentence in board for sentence in whole)


def test_a_short_line_is_left_out_where_one_of_its_sentences_is_not_promised() -> None:
    promised = (Key.PROMISE_KEPT, Key.PROMISE_READS, Key.PROMISE_PASSED_ON)
    (line,) = short_lines(SHORT, promised, BOTH)
    assert line.words.in_(ENGLISH) == say(ENGLISH, Key.SHORT_READS)


@pytest.mark.parametrize("language", BOTH)
def test_no_short_line_has_a_word_that_its_whole_sentences_do_not_have(language: Language) -> None:
    for line in EVERY_LINE:
        assert not says_more(say(language, line.key), whole_of(line, language)), line.key


@pytest.mark.parametrize(
    "more",
    ["We keep your words, and nobody can guess.", "Only the facilitator ever reads it."],
)
def test_the_attack_would_see_a_line_that_promises_more(more: str) -> None:
    assert all(says_more(more, whole_of(line, ENGLISH)) for line in EVERY_LINE)


@pytest.mark.parametrize("line", EVERY_LINE, ids=lambda line: line.key)
def test_what_limits_a_promise_is_never_left_out_of_its_short_line(line: Short) -> None:
    """People may guess, serious harm is passed on: whoever reads only three lines reads these."""
    limits: dict[RoomKey, str] = {
        Sentence.SHORT_SAVED: "People may still guess",
        Dots.SHORT_SAVED: "People may still guess",
        Key.SHORT_KEPT: "People may still guess",
        Key.SHORT_CHOICE_KEPT: "People may still guess",
        Key.SHORT_READS: "has to be passed on",
    }
    assert limits.get(line.key, "") in say(ENGLISH, line.key)


def write_six(meeting: Meeting) -> None:
    """Let six people write a line each."""
    for n in range(6):
        meeting.write(f"line {n}")


def test_the_corner_has_the_three_lines_typed_late_and_when_nothing_is_saved(
    tmp_path: Path,
) -> None:
    with a_meeting(tmp_path, people=12) as meeting:
        for act in (
            meeting.open_writing,
            lambda: meeting.session.go_on_in_memory("The disk is full."),
            partial(write_six, meeting),
            meeting.close_writing,
            meeting.open_together,
            meeting.open_writing,
        ):
            act()
            picture = meeting.session.corner()
            if picture is not None:
                assert picture.short == short_promise(meeting.session.workshop)
                assert len(picture.short) == 3
        assert picture is not None
        assert picture.late
