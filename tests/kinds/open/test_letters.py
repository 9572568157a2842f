"""Letters of opened lines stay with their line, from the opening on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.contribution import SetAside
from facilitator.domain.ids import StepId
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.room.layout.layout import lay_out
from facilitator.room.pages.gathering import notes_of
from facilitator.room.pages.picture import NotesPage
from facilitator.room.say import say, say_in
from facilitator.room.sentence_keys import Key
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import GATHER as PLAN_GATHER
from tests.helpers.sessions import PLAN

GONE = say(ENGLISH, Key.LINE_GONE)
OPEN, TALK = StepId("open"), StepId("talk")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for n in range(6):
            meeting.write(f"line {n}")
        meeting.close_writing()
        meeting.open_together()
        yield meeting


def on_board(meeting: Meeting) -> list[tuple[str, str]]:
    """Return letters and words as the room reads them."""
    content = meeting.session.picture().content
    assert isinstance(content, NotesPage)
    return [(note.letter, note.text or note.gone.first) for note in content.notes]


def on_console(meeting: Meeting) -> list[tuple[str, str]]:
    """Return letters and words as the facilitator has them."""
    view = meeting.session.desk().gathering
    assert view is not None
    return [(row.letter, row.text) for row in view.rows if row.letter]


def without(rows: list[tuple[str, str]], letter: str) -> list[tuple[str, str]]:
    """Return what is shown once the line with a letter has gone."""
    return [(row_letter, GONE if row_letter == letter else text) for row_letter, text in rows]


def take_out(meeting: Meeting, letter: str) -> None:
    """Take out the line with that letter."""
    text = dict(on_board(meeting))[letter]
    meeting.session.writing.take_out(GATHER, meeting.of(text).id)


def test_a_line_that_is_taken_out_moves_no_other(meeting: Meeting) -> None:
    before = on_board(meeting)
    take_out(meeting, "C")
    assert on_board(meeting) == without(before, "C")
    assert on_console(meeting) == [row for row in before if row[0] != "C"]
    take_out(meeting, "A")
    assert on_board(meeting) == without(without(before, "C"), "A")


def test_who_reads_aloud_meets_no_line_that_went(meeting: Meeting) -> None:
    take_out(meeting, "C")
    read = [note.letter for note in meeting.session.desk().now.read_aloud]
    assert read == ["A", "B", "D", "E", "F"]


def test_the_curtain_a_page_over_it_and_one_line_at_a_time_are_the_same_showing(
    meeting: Meeting,
) -> None:
    take_out(meeting, "B")
    before = on_board(meeting)
    session = meeting.session
    for there_and_back in (session.board.toggle_curtain, session.board.promise, session.board.care):
        there_and_back()
        there_and_back()
        assert on_board(meeting) == before
    session.board.one_line(GATHER)
    assert on_board(meeting) == before
    session.board.promise()
    session.board.one_line(GATHER)
    assert on_board(meeting) == before
    session.steps.jump(OPEN)
    assert on_board(meeting) == before


def test_a_page_over_lines_that_are_over_another_step_does_not_end_their_showing(
    meeting: Meeting,
) -> None:
    session = meeting.session
    session.steps.jump(TALK)
    session.board.lines(GATHER)
    take_out(meeting, "B")
    before = on_board(meeting)
    for over in (session.board.promise, session.board.care):
        over()
        session.board.one_line(GATHER)
        assert on_board(meeting) == before


def test_one_line_at_a_time_is_taken_off_the_board_like_all_of_them(meeting: Meeting) -> None:
    session = meeting.session
    session.steps.jump(TALK)
    session.board.lines(GATHER)
    session.board.one_line(GATHER)
    session.board.lines(GATHER)
    assert not isinstance(session.picture().content, NotesPage)


@pytest.mark.parametrize("how", ["all of them", "one at a time", "the step"])
def test_another_showing_has_the_same_letters(meeting: Meeting, how: str) -> None:
    take_out(meeting, "B")
    session, before = meeting.session, on_board(meeting)
    for _ in range(3):
        session.steps.jump(TALK)
        if how == "all of them":
            session.board.lines(GATHER)
        elif how == "one at a time":
            session.board.one_line(GATHER)
        else:
            session.steps.jump(GATHER)
        assert on_board(meeting) == before
        assert on_console(meeting) == [row for row in before if row[0] != "B"]


def test_late_lines_are_lettered_after_the_others_and_move_none(meeting: Meeting) -> None:
    meeting.session.steps.jump(TALK)
    meeting.session.board.lines(GATHER)
    take_out(meeting, "B")
    before = on_board(meeting)
    meeting.open_writing()
    for n in range(3):
        meeting.write(f"late {n}")
        assert on_board(meeting) == before
    meeting.close_writing()
    assert on_board(meeting) == before
    meeting.open_together()
    assert on_board(meeting)[:6] == before
    late = on_board(meeting)[6:]
    assert [letter for letter, _text in late] == list("GHI")
    assert sorted(text for _letter, text in late) == ["late 0", "late 1", "late 2"]


def test_the_facilitator_reads_late_lines_after_the_opened_ones_without_letters(
    meeting: Meeting,
) -> None:
    before = on_board(meeting)
    meeting.open_writing()
    for n in range(3):
        meeting.write(f"late {n}")
    meeting.close_writing()
    for _look in range(3):
        meeting.session.writing.mix(GATHER)
        view = meeting.session.desk().gathering
        assert view is not None
        assert [(row.letter, row.text) for row in view.rows[:6]] == before
        assert [row.letter for row in view.rows[6:]] == [""] * 3


def test_before_the_opening_there_are_no_letters_and_each_look_has_another_order(
    tmp_path: Path,
) -> None:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for n in range(8):
            meeting.write(f"line {n}")
        meeting.close_writing()
        orders = set()
        for _look in range(6):
            meeting.session.writing.mix(GATHER)
            view = meeting.session.desk().gathering
            assert view is not None
            assert not any(row.letter for row in view.rows)
            orders.add(tuple(row.text for row in view.rows))
        assert len(orders) > 1


def test_a_line_set_aside_while_late_ones_are_read_has_its_place_again_when_let_through(
    meeting: Meeting,
) -> None:
    session = meeting.session
    session.steps.jump(TALK)
    session.board.lines(GATHER)
    before = on_board(meeting)
    meeting.open_writing()
    meeting.close_writing()
    line = meeting.of(dict(before)["D"]).id
    session.writing.set_aside(GATHER, line, SetAside.PERSON)
    assert on_board(meeting) == without(before, "D")
    session.writing.mix(GATHER)
    assert on_board(meeting) == without(before, "D")
    session.writing.let_through(GATHER, meeting.of(dict(before)["D"]).id)
    assert on_board(meeting) == before


def test_a_line_set_aside_at_the_opening_gets_the_next_letter_when_let_through(
    tmp_path: Path,
) -> None:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for n in range(6):
            meeting.write(f"line {n}")
        meeting.close_writing()
        aside = meeting.of("line 2").id
        meeting.session.writing.set_aside(GATHER, aside, SetAside.PERSON)
        meeting.open_together()
        before = on_board(meeting)
        assert [letter for letter, _text in before] == list("ABCDE")
        meeting.session.writing.let_through(GATHER, meeting.of("line 2").id)
        assert on_board(meeting) == [*before, ("F", "line 2")]


def test_a_reworded_line_keeps_its_letter(meeting: Meeting) -> None:
    line = meeting.of(dict(on_board(meeting))["E"]).id
    meeting.session.writing.reword(GATHER, line, "other words")
    assert dict(on_board(meeting))["E"] == "other words"


def test_a_second_gathering_goes_on_with_the_letters(tmp_path: Path) -> None:
    second = replace(PLAN_GATHER, id=StepId("gather2"))
    plan = replace(PLAN, steps=(*PLAN.steps, second))
    with a_meeting(tmp_path, people=8, plan=plan) as meeting:
        session = meeting.session
        for step, text in ((GATHER, "one"), (second.id, "two")):
            session.steps.jump(step)
            session.writing.open(step, promise_said=True)
            for n in range(6):
                meeting.write(f"{text} {n}")
            session.writing.close(step)
            session.writing.open_together(step)
        assert [letter for letter, _text in on_board(meeting)] == list("GHIJKL")
        assert {text[:3] for _letter, text in on_board(meeting)} == {"two"}
        take_out_last = session.workshop.gathering(second.id)
        last = max(take_out_last.ready, key=lambda line: line.letter or 0)
        session.writing.take_out(second.id, last.id)
        assert session.workshop.next_letter == 12  # nobody gets L again


def test_where_a_line_went_the_board_says_so_in_both_languages(meeting: Meeting) -> None:
    take_out(meeting, "F")
    both = (WELSH, ENGLISH)
    workshop = replace(meeting.session.workshop, languages=both)
    notes = notes_of(workshop, meeting.gathering)
    content = NotesPage(say_in(both, Key.PROMISE_TITLE), notes)
    drawn = repr(lay_out(content, both, meeting.session.picture().spec, FixedRuler()))
    assert drawn.index(say(WELSH, Key.LINE_GONE)) < drawn.index(GONE)


def test_a_workshop_that_is_carried_on_has_the_same_letters(meeting: Meeting) -> None:
    take_out(meeting, "B")
    before = on_board(meeting)
    meeting.session.close()
    again = replace(meeting, session=meeting.workshops.carry_on(meeting.session.workshop.id))
    assert on_console(again) == [row for row in before if row[0] != "B"]
    again.session.board.toggle_curtain()
    assert on_board(again) == before
    again.session.close()
