"""The list for the record has the letters that the room already knows, and keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.ids import StepId
from facilitator.domain.text.language import ENGLISH, WELSH
from facilitator.live.views.desk_view import RecordRow
from facilitator.room.pages.picture import ListPage, Note, NotesPage
from facilitator.room.pages.record import record_page
from facilitator.room.say import say
from facilitator.room.sentence_keys import Key
from tests.helpers.boards import record_row
from tests.helpers.meeting import GATHER, Meeting, a_meeting
from tests.helpers.sessions import CHOICE, PLAN, TALK
from tests.helpers.sessions import GATHER as PLAN_GATHER

SAID_STEP = StepId("said")
GONE = say(ENGLISH, Key.RECORD_GONE)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for n in range(6):
            meeting.write(f"line {n}")
        meeting.close_writing()
        meeting.open_together()
        meeting.session.board.record()
        yield meeting


def notes(meeting: Meeting) -> tuple[Note, ...]:
    """Return the notes on the board."""
    content = meeting.session.picture().content
    assert isinstance(content, ListPage)
    return content.lines


def on_board(meeting: Meeting) -> list[tuple[str, str]]:
    """Return letters and words as the room reads them."""
    return [(note.letter, note.text or note.gone.first) for note in notes(meeting)]


def row(meeting: Meeting, letter: str) -> RecordRow:
    """Return the console's row with a letter."""
    return next(row for row in meeting.session.desk().record.rows if row.letter == letter)


def lettered_rows(meeting: Meeting) -> list[tuple[str, str]]:
    """Return letters and words on the console, from above."""
    return [(row.letter, row.text) for row in meeting.session.desk().record.rows]


def written(meeting: Meeting, step: StepId, text: str) -> None:
    """Let six people write for a step, and open their lines together."""
    session = meeting.session
    session.steps.jump(step)
    session.writing.open(step, promise_said=True)
    for n in range(6):
        meeting.write(f"{text} {n}")
    session.writing.close(step)
    session.writing.open_together(step)


def test_no_letter_moves_when_a_line_is_switched_off(meeting: Meeting) -> None:
    before = on_board(meeting)
    meeting.session.choice.leave_out(row(meeting, "B"))
    assert on_board(meeting) == [before[0], ("B", GONE), *before[2:]]
    assert [row.letter for row in meeting.session.desk().record.rows] == list("ABCDEF")
    assert not row(meeting, "B").in_record


def test_what_is_left_out_and_what_is_taken_out_for_good_look_the_same(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "C"))
    left_out = notes(meeting)
    meeting.session.choice.take_out(row(meeting, "C"))
    assert notes(meeting) == left_out
    assert [row.letter for row in meeting.session.desk().record.rows] == list("ABDEF")


def test_a_line_that_is_put_back_has_its_place_and_its_letter(meeting: Meeting) -> None:
    before = on_board(meeting)
    for letter in "BE":
        meeting.session.choice.leave_out(row(meeting, letter))
    meeting.session.choice.include(row(meeting, "B"))
    assert on_board(meeting) == [*before[:4], ("E", GONE), before[5]]


def test_the_letters_are_those_of_the_opened_lines_also_of_one_that_its_writer_left_out(
    tmp_path: Path,
) -> None:
    with a_meeting(tmp_path, people=8) as meeting:
        meeting.open_writing()
        for n in range(6):
            meeting.write(f"line {n}", in_record=n != 3)
        meeting.close_writing()
        meeting.open_together()
        opened = meeting.session.picture().content
        assert isinstance(opened, NotesPage)
        wall = {note.letter: note.text for note in opened.notes}
        meeting.session.board.record()
        assert on_board(meeting) == [
            (letter, GONE if text == "line 3" else text) for letter, text in wall.items()
        ]


def test_lines_that_were_said_or_agreed_get_the_next_letters_once_the_list_is_shown(
    tmp_path: Path,
) -> None:
    with a_meeting(tmp_path, people=8) as meeting:
        session = meeting.session
        session.steps.jump(SAID_STEP)
        session.said.add("said before")
        written(meeting, GATHER, "line")
        assert not session.workshop.letters
        session.board.record()
        assert on_board(meeting)[0] == ("G", "said before")
        session.steps.jump(SAID_STEP)
        session.said.add("said later")
        assert not record_row(session, "said later").letter
        session.board.record()
        assert on_board(meeting)[:2] == [("G", "said before"), ("H", "said later")]
        session.choice.take_out(row(meeting, "G"))
        assert on_board(meeting)[:2] == [("G", GONE), ("H", "said later")]


def test_a_line_that_comes_late_gets_the_next_letter_and_moves_none(meeting: Meeting) -> None:
    session, before = meeting.session, on_board(meeting)
    meeting.open_writing()
    for n in range(3):
        meeting.write(f"late {n}")
    meeting.close_writing()
    meeting.open_together()
    session.board.record()
    assert on_board(meeting)[:6] == before
    assert [letter for letter, _text in on_board(meeting)[6:]] == list("GHI")


def test_each_showing_has_the_same_letters_and_the_same_places(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    meeting.session.choice.take_out(row(meeting, "D"))
    before = on_board(meeting)
    meeting.session.board.record()
    meeting.session.board.record()
    assert on_board(meeting) == before


def test_a_workshop_that_is_carried_on_has_the_same_list(meeting: Meeting) -> None:
    meeting.session.board.record()
    meeting.session.steps.jump(SAID_STEP)
    meeting.session.said.add("said")
    meeting.session.board.record()
    meeting.session.choice.take_out(row(meeting, "G"))
    meeting.session.choice.leave_out(row(meeting, "B"))
    before = on_board(meeting)
    assert before[0] == ("G", GONE)
    meeting.session.close()
    again = replace(meeting, session=meeting.workshops.carry_on(meeting.session.workshop.id))
    again.session.board.toggle_curtain()
    assert on_board(again) == before
    again.session.close()


def test_lines_of_a_step_that_keeps_nothing_are_not_listed_one_by_one(tmp_path: Path) -> None:
    steps = tuple(
        replace(step, record_default=False) if step.id == GATHER else step for step in PLAN.steps
    )
    with a_meeting(tmp_path, people=8, plan=replace(PLAN, steps=steps)) as meeting:
        written(meeting, GATHER, "line")
        meeting.session.board.record()
        assert on_board(meeting) == []
        meeting.session.choice.include(row(meeting, "C"))
        assert [letter for letter, _text in on_board(meeting)] == ["C"]


def test_the_curtain_does_not_change_the_letters(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    before = on_board(meeting)
    meeting.session.board.toggle_curtain()
    preview = meeting.session.desk().board.next
    assert preview is not None
    assert isinstance(preview.content, ListPage)
    assert [line.letter for line in preview.content.lines] == list("ABCDEF")
    meeting.session.board.toggle_curtain()
    assert on_board(meeting) == before


def test_the_steps_own_page_keeps_its_letters_too(meeting: Meeting) -> None:
    meeting.session.board.record()
    meeting.session.steps.jump(StepId("choice"))
    meeting.session.choice.leave_out(row(meeting, "D"))
    assert on_board(meeting)[3] == ("D", GONE)
    assert len(on_board(meeting)) == 6


def test_lines_that_were_mixed_again_keep_their_letters(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    before = on_board(meeting)
    meeting.session.writing.mix(GATHER)
    assert on_board(meeting) == before


@pytest.mark.parametrize("over", ["care", "agreement", "promise"])
def test_a_page_over_the_list_changes_no_letter(meeting: Meeting, over: str) -> None:
    session = meeting.session
    session.steps.jump(StepId("choice"))
    session.choice.leave_out(row(meeting, "B"))
    before = session.picture()
    for _time in range(2):
        getattr(session.board, over)()
    assert session.picture() == before
    assert ("B", GONE) in on_board(meeting)


def test_a_pause_for_care_gives_the_list_brought_by_its_key_back_exactly(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    before = meeting.session.picture()
    meeting.session.board.care()
    assert [row.letter for row in meeting.session.desk().record.rows] == list("ABCDEF")
    meeting.session.board.care()
    assert meeting.session.picture() == before


def test_late_turns_move_nothing_on_board_or_console(meeting: Meeting) -> None:
    session = meeting.session
    session.choice.leave_out(row(meeting, "B"))
    session.choice.take_out(row(meeting, "D"))
    meeting.open_writing()
    before, rows = session.picture(), lettered_rows(meeting)
    for texts in ((), ("line 0",), (), ("late",)):
        meeting.write(*texts)
        assert session.picture() == before
        assert lettered_rows(meeting) == rows
    meeting.close_writing()
    assert session.picture() == before
    session.choice.include(row(meeting, "B"))
    assert ("B", GONE) not in on_board(meeting)
    assert ("D", GONE) in on_board(meeting)


def test_late_turns_move_nothing_on_the_console_while_the_list_is_not_on_the_board(
    meeting: Meeting,
) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    meeting.session.board.step()
    meeting.open_writing()
    rows = lettered_rows(meeting)
    for _turn in range(4):
        meeting.write()
        assert lettered_rows(meeting) == rows


def test_mixing_one_gathering_leaves_the_letters_of_another(tmp_path: Path) -> None:
    second = replace(PLAN_GATHER, id=StepId("gather2"))
    plan = replace(PLAN, steps=(TALK, PLAN_GATHER, second, CHOICE))
    with a_meeting(tmp_path, people=8, plan=plan) as meeting:
        written(meeting, GATHER, "one")
        written(meeting, second.id, "two")
        meeting.session.steps.jump(CHOICE.id)
        meeting.session.choice.leave_out(row(meeting, "H"))
        first, others = on_board(meeting)[:6], on_board(meeting)[6:]
        meeting.session.writing.mix(GATHER)
        assert on_board(meeting)[6:] == others
        assert [letter for letter, _text in on_board(meeting)] == list("ABCDEFGHIJKL")
        assert sorted(text for _letter, text in on_board(meeting)[:6]) == sorted(
            text for _letter, text in first
        )
        meeting.session.writing.open(second.id, promise_said=True)
        before = on_board(meeting)
        for _turn in range(2):
            meeting.write()
        assert on_board(meeting) == before


def test_what_is_read_aloud_is_only_what_is_there(meeting: Meeting) -> None:
    meeting.session.choice.leave_out(row(meeting, "B"))
    aloud = meeting.session.desk().now.read_aloud
    assert [note.letter for note in aloud] == list("ACDEF")


def test_the_letters_hold_no_word_of_anyones(meeting: Meeting) -> None:
    meeting.session.steps.jump(SAID_STEP)
    meeting.session.said.add("spoken words")
    meeting.session.board.record()
    letters = meeting.session.workshop.letters
    assert len(letters) == 1
    assert "spoken" not in repr(letters)


def test_that_a_line_is_left_out_is_said_in_each_language(meeting: Meeting) -> None:
    workshop = replace(meeting.session.workshop, languages=(WELSH, ENGLISH))
    gathering = meeting.gathering.without(meeting.of("line 3").id)
    page = record_page(workshop.with_gathering(gathering), {})
    [left_out] = [note for note in page.lines if note.gone]
    assert [language for language, _text in left_out.gone.texts] == [WELSH, ENGLISH]
