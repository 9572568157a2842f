"""A workshop as it runs, through the session's own commands."""

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.domain.contribution import GatheringState, SetAside, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.time.round import RoundState
from facilitator.domain.workshop import Setup, Showing
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.session.events import Event, RoomChanged
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.picture import CalmPage, MessagePage, NotesPage, StepPage
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import SETUP, a_session, reopened

GATHER = StepId("gather")


@pytest.fixture
def session(session: LiveSession) -> LiveSession:
    session.board.toggle_curtain()
    return session


def write_lines(session: LiveSession, count: int, passes: int = 0) -> None:
    session.steps.jump(GATHER)
    session.writing.open(GATHER, promise_said=True)
    for n in range(count):
        session.writing.give_turn(Turn((f"line {n}",)))
    for _pass in range(passes):
        session.writing.give_turn(Turn())


def test_a_workshop_begins_behind_the_curtain(tmp_path: Path) -> None:
    assert a_session(tmp_path).picture().content == CalmPage()


def test_next_goes_through_segments_and_asks_before_a_step(session: LiveSession) -> None:
    session.time.start()
    seen = [session.desk().now.next.label]
    for _press in range(3):
        session.steps.next()
        seen.append(session.desk().now.next.label)
    assert seen == ["Swap", "Together", "Next: Celebrate", "Go on to: Celebrate"]
    assert session.workshop.agenda.now.step.id == "talk"
    session.steps.next()
    assert session.workshop.agenda.now.step.id == "said"


def test_what_comes_next_is_the_page_after_this_one_and_then_the_step(
    session: LiveSession,
) -> None:
    step_after = session.desk().board.next
    session.board.promise()
    while (board := session.desk().board).page < board.pages - 1:
        session.steps.next()
        assert session.desk().board.now == board.next
    assert board.pages > 1
    assert board.next == step_after


def test_a_step_that_was_reached_is_not_asked_for_any_more(session: LiveSession) -> None:
    session.steps.ask_to_go(StepId("said"))
    session.steps.ask_to_go(StepId("said"))
    assert session.workshop.agenda.now.step.id == "said"
    assert session.steps.asked is None


def test_back_forgets_that_next_was_asked(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    session.steps.next()
    session.steps.back()
    assert session.desk().now.next.label == "Next: Tea, and one line each"
    assert session.workshop.agenda.now.step.id == "said"


def test_going_back_to_a_step_loses_none_of_its_time(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    clock.advance(minutes=2)
    session.steps.jump(StepId("said"))
    clock.advance(minutes=5)
    session.steps.back()
    assert session.desk().clock.face == "1:00"
    assert session.desk().clock.state is RoundState.HELD
    session.time.start()
    clock.advance(minutes=2)
    assert session.desk().clock.face == "+1:00"


def test_a_held_round_keeps_its_time(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    clock.advance(seconds=70)
    session.time.hold()
    clock.advance(minutes=30)
    assert session.desk().clock.face == "1:50"
    session.time.add(timedelta(minutes=1))
    assert session.desk().clock.face == "2:50"


def test_the_board_shows_whole_minutes_and_changes_only_with_them(
    session: LiveSession, clock: FakeClock
) -> None:
    pictures: list[Event] = []
    session.time.start()
    session.subscribe(lambda e: pictures.append(e) if isinstance(e, RoomChanged) else None)
    for _tick in range(180 * 5):
        clock.advance(milliseconds=200)
        session.tick()
    content = session.picture().content
    assert isinstance(content, StepPage)
    assert content.time is not None
    assert content.time.minutes == 0
    assert len(pictures) <= 12 + 3  # twelfths, minutes, the two cues


def test_nothing_moves_by_itself_when_time_is_over(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    for _minute in range(40):
        clock.advance(seconds=15)
        session.tick()
    assert session.workshop.agenda.now.step.id == "talk"
    assert session.workshop.agenda.now.segment == 0
    assert session.desk().now.cue == "When you are ready, finish your sentence."


def test_a_step_can_be_added_dropped_brought_back_and_skipped(session: LiveSession) -> None:
    session.steps.add("A stretch", timedelta(minutes=5))
    titles = [row.title for row in session.desk().agenda.rows]
    assert titles[1] == "A stretch"
    added = session.desk().agenda.rows[1].step_id
    session.steps.drop(added)
    session.steps.next()
    assert session.workshop.agenda.next is not None
    assert session.workshop.agenda.next.step.id == "said"
    session.steps.restore(added)
    session.steps.skip()
    assert session.workshop.agenda.now.step.id == added
    with pytest.raises(NotAllowedNowError):
        session.steps.drop(added)
    with pytest.raises(NotAllowedNowError):
        session.steps.add("  ", timedelta(minutes=5))


def test_writing_waits_for_the_promise_and_the_contacts(tmp_path: Path) -> None:
    session = a_session(tmp_path, setup=Setup(people=8))
    session.steps.jump(GATHER)
    with pytest.raises(NotAllowedNowError, match="promise"):
        session.writing.open(GATHER, promise_said=False)
    with pytest.raises(NotAllowedNowError, match="who to turn to"):
        session.writing.open(GATHER, promise_said=True)
    session.setup.set(SETUP)
    session.writing.open(GATHER, promise_said=True)
    assert session.corner() is not None


def test_the_desk_holds_no_line_and_no_count_while_people_write(session: LiveSession) -> None:
    write_lines(session, 4)
    view = session.desk().gathering
    assert view is not None
    assert view.rows == ()
    assert "4" not in view.progress
    assert not view.enough
    session.writing.give_turn(Turn())
    view = session.desk().gathering
    assert view is not None
    assert view.enough


def test_lines_are_opened_together_only_after_writing_has_closed(session: LiveSession) -> None:
    write_lines(session, 4, passes=1)
    with pytest.raises(NotAllowedNowError):
        session.writing.open_together(GATHER)
    session.writing.close(GATHER)
    assert isinstance(session.picture().content, MessagePage)
    session.writing.open_together(GATHER)
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert {note.text for note in content.notes} == {f"line {n}" for n in range(4)}
    assert [note.letter for note in content.notes] == ["A", "B", "C", "D"]


def test_three_or_four_are_opened_only_after_the_warning_and_two_never(
    session: LiveSession,
) -> None:
    write_lines(session, 2)
    session.writing.close(GATHER)
    with pytest.raises(FloorError, match="Too few"):
        session.writing.open_together(GATHER, warned=True)
    session.writing.open(GATHER, promise_said=True)
    session.writing.give_turn(Turn())
    session.writing.close(GATHER)
    view = session.desk().gathering
    assert view is not None
    assert view.needs_warning
    with pytest.raises(FloorError, match="guess"):
        session.writing.open_together(GATHER)
    session.writing.open_together(GATHER, warned=True)
    assert session.workshop.gathering(GATHER).state is GatheringState.OPENED


def test_a_line_set_aside_leaves_no_sign_on_the_board(session: LiveSession) -> None:
    write_lines(session, 6)
    session.writing.close(GATHER)
    view = session.desk().gathering
    assert view is not None
    row = view.rows[2]
    session.writing.set_aside(GATHER, row.id, SetAside.PERSON)
    session.writing.open_together(GATHER)
    content = session.picture().content
    assert isinstance(content, NotesPage)
    assert len(content.notes) == 5
    assert row.text not in {note.text for note in content.notes}
    assert [note.letter for note in content.notes] == list("ABCDE")


def test_late_lines_are_opened_only_when_three_wait(session: LiveSession) -> None:
    write_lines(session, 6)
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    for lines, notes in ((2, 6), (3, 9)):
        session.writing.open(GATHER, promise_said=True)
        for n in range(lines):
            session.writing.give_turn(Turn((f"late {n}",)))
        session.writing.close(GATHER)
        session.writing.open_together(GATHER)
        content = session.picture().content
        assert isinstance(content, NotesPage)
        assert len(content.notes) == notes


def test_no_fewer_people_than_when_writing_was_opened(session: LiveSession) -> None:
    session.setup.set_people(6)
    write_lines(session, 5)
    session.writing.close(GATHER)
    session.writing.open(GATHER, promise_said=True)
    for n in range(3):
        session.writing.give_turn(Turn((f"late {n}",)))
    session.setup.set_people(9)
    session.setup.set_people(6)
    with pytest.raises(NotAllowedNowError, match="A lower number"):
        session.setup.set_people(5)


def test_one_voice_takes_a_line_out_of_board_and_record(session: LiveSession) -> None:
    write_lines(session, 6)
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    session.board.record()
    row = next(row for row in session.desk().record.rows if row.text == "line 3")
    session.choice.take_out(row)
    today = FakeClock().moment().wall.date()
    assert "line 3" not in str(session.summary(today))
    assert "line 3" not in str(session.picture())
    kept = session.desk().record.rows[0]
    session.choice.leave_out(kept)
    assert kept.text not in str(session.summary(today))
    row = next(row for row in session.desk().record.rows if row.text == kept.text)
    assert not row.in_record
    session.choice.include(row)
    assert kept.text in str(session.summary(today))


def test_the_letter_on_the_desk_is_the_letter_on_the_board(session: LiveSession) -> None:
    write_lines(session, 6)
    session.writing.close(GATHER)
    session.writing.open_together(GATHER)
    session.choice.leave_out(session.desk().record.rows[1])
    session.board.record()
    on_board = {note.letter: note.text for note in session.desk().now.read_aloud}
    on_desk = {row.letter: row.text for row in session.desk().record.rows if row.in_record}
    assert on_board == on_desk


def test_said_lines_stand_in_the_order_in_which_they_were_said(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    for text in ("We turned up", "The soup", "Nobody fixed anything"):
        session.said.add(text)
    view = session.desk().said
    assert view is not None
    session.said.correct(view.rows[1].id, "The soup was hot")
    session.said.remove(view.rows[0].id)
    content = session.picture().content
    assert isinstance(content, StepPage)
    assert content.said == ("The soup was hot", "Nobody fixed anything")
    session.steps.jump(GATHER)
    with pytest.raises(NotAllowedNowError):
        session.said.add("not here")


def test_pause_for_care_restores_time_and_board_exactly(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    clock.advance(minutes=1)
    before, face = session.picture(), session.desk().clock.face
    session.board.care()
    clock.advance(minutes=20)
    assert session.workshop.board.showing is Showing.CARE
    session.board.care()
    assert session.picture() == before
    assert session.desk().clock.face == face
    assert session.desk().clock.state is RoundState.RUNNING


def test_a_said_line_comes_with_its_page_in_one_change(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    while session.page_count() == 1:
        session.said.add("A cup of tea")
    session.steps.back()
    rooms: list[tuple[int, int]] = []

    def listen(event: Event) -> None:
        if isinstance(event, RoomChanged) and isinstance(event.picture.content, StepPage):
            rooms.append((len(event.picture.content.said), event.picture.page))

    session.subscribe(listen)
    session.said.add("and time to drink it")
    assert rooms == [(len(session.workshop.said), session.page_count() - 1)]
    assert session.workshop.board.page > 0


def test_a_page_over_the_step_goes_as_it_came(session: LiveSession) -> None:
    before = session.picture()
    for show in (session.board.agreement, session.board.promise, session.board.check):
        show()
        assert session.picture() != before
        show()
        assert session.picture() == before


def test_just_talk_keeps_the_board_quiet_and_the_time(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    session.board.toggle_quiet()
    clock.advance(minutes=1)
    assert session.picture().content == CalmPage()
    assert session.desk().clock.face == "2:00"


def test_everything_is_there_after_a_stop(tmp_path: Path, clock: FakeClock) -> None:
    session = a_session(tmp_path, clock=clock)
    write_lines(session, 5)
    session.time.start()
    clock.advance(seconds=30)
    session.tick()
    session.close()
    clock.advance(minutes=4)
    again = reopened(tmp_path, clock)
    again.time.resumed()
    assert {c.text for c in again.workshop.gathering(GATHER).contributions} == {
        f"line {n}" for n in range(5)
    }
    assert again.desk().clock.lost == "The laptop was away for 4 minutes. Time went on."
    assert again.desk().clock.face == "9:30"
    again.time.give_back()
    assert again.desk().clock.face == "13:30"
    assert again.desk().clock.lost == ""
    again.close()


def test_a_laptop_that_slept_can_give_its_time_back(session: LiveSession, clock: FakeClock) -> None:
    session.time.start()
    session.tick()
    clock.advance(minutes=2)
    session.tick()
    assert session.desk().clock.face == "1:00"
    session.time.give_back()
    assert session.desk().clock.face == "3:00"
    with pytest.raises(NotAllowedNowError):
        session.time.give_back()


def test_going_back_counts_what_is_left_of_both_steps(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(StepId("said"))
    session.time.start()
    clock.advance(minutes=2)
    session.steps.jump(GATHER)
    session.time.start()
    clock.advance(minutes=3)
    ends = session.desk().header.pace
    session.steps.back()
    assert session.desk().clock.face == "4:00"
    later = session.desk().header.pace
    assert int(later[-2:]) - int(ends[-2:]) == 4
    assert session.desk().now.next.label == "Next: Tea, and one line each"


def test_next_the_pace_and_the_room_pass_over_a_skipped_step_alike(
    session: LiveSession,
) -> None:
    session.steps.jump(StepId("said"))
    session.steps.skip()
    session.steps.jump(StepId("talk"))
    assert session.workshop.agenda.next is not None
    assert session.workshop.agenda.next.step.id == GATHER
    without = int(session.desk().header.pace[-2:])
    session.steps.restore(StepId("said"))
    assert session.workshop.agenda.next.step.id == "said"
    assert int(session.desk().header.pace[-2:]) - without == 6


def test_the_pace_says_how_late_it_will_be(session: LiveSession, clock: FakeClock) -> None:
    assert session.desk().header.pace.startswith("On plan")
    clock.advance(minutes=4)
    session.tick()
    assert session.desk().header.pace.startswith("4 min behind")


def test_next_asks_again_when_the_second_press_comes_late(
    session: LiveSession, clock: FakeClock
) -> None:
    session.steps.jump(StepId("said"))
    session.steps.next()
    clock.advance(minutes=5)
    session.steps.next()
    assert session.workshop.agenda.now.step.id == "said"
    session.steps.next()
    assert session.workshop.agenda.now.step.id == "gather"


def test_pages_that_are_gone_need_no_presses(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    for n in range(40):
        session.said.add(f"Something rather long that was said, number {n} " * 3)
    assert session.workshop.board.page > 2
    for line in session.workshop.said[1:]:
        session.said.remove(line.id)
    assert session.page_count() == 1
    session.steps.back()
    assert session.workshop.agenda.now.step.id == "talk"
    assert session.workshop.board.page == 0


def test_back_on_pages_that_are_fewer_now_goes_one_page_back(session: LiveSession) -> None:
    session.steps.jump(StepId("said"))
    for n in range(40):
        session.said.add(f"Something rather long that was said, number {n} " * 3)
    for line in session.workshop.said[20:]:
        session.said.remove(line.id)
    last = session.page_count() - 1
    assert last > 0
    assert session.picture().page == last
    session.steps.back()
    assert session.picture().page == last - 1


def test_what_is_said_of_lost_time_can_be_closed_and_the_time_stays_counted(
    session: LiveSession, clock: FakeClock
) -> None:
    session.time.start()
    session.tick()
    clock.advance(minutes=4)
    session.tick()
    used = session.desk().clock.face
    assert session.desk().clock.lost
    session.time.dismiss_lost()
    session.tick()
    assert not session.desk().clock.lost
    assert session.desk().clock.face == used
    with pytest.raises(NotAllowedNowError, match="no lost time"):
        session.time.give_back()
    clock.jump(minutes=-60)
    session.tick()
    assert session.desk().clock.clock_word
    session.time.dismiss_lost()
    assert not session.desk().clock.clock_word
