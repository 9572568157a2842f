"""A check at the typing corner: only counts, a floor of five, nothing shown until it ends."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.checks import CheckId, HandsWay
from facilitator.domain.agreement.line import LineState
from facilitator.domain.contribution import GatheringState
from facilitator.domain.ids import LineId
from facilitator.errors import FloorError, NotAllowedNowError
from facilitator.live.session.events import DeskChanged, Event, RoomChanged
from facilitator.live.session.session import LiveSession
from facilitator.room.checks import checks
from tests.helpers.agreements import AGREE, FIST, agreeing_session, an_agreeing_session, suggested
from tests.helpers.boards import hands_page
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import SETUP, reopened

CORNER = HandsWay.CORNER


session = pytest.fixture(agreeing_session)


def begun(session: LiveSession, check: CheckId = FIST) -> LineId:
    """Begin a check of one line at the corner."""
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), check, CORNER)
    return line


@pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.id))
def test_eleven_at_the_top_and_one_at_the_bottom_are_not_yet(
    session: LiveSession, check: object
) -> None:
    kind = next(candidate for candidate in checks() if candidate is check)
    line = begun(session, kind.id)
    for _person in range(11):
        session.holding.hand_in(0)
    session.holding.hand_in(len(kind.positions) - 1)
    session.holding.close()
    assert session.workshop.agreement.line(line).state is LineState.NEEDS_CHANGE
    page = hands_page(session)
    assert page.label.first == "Not yet"
    assert not page.text
    assert "11" not in f"{page}"


def test_board_and_console_look_the_same_after_every_turn_but_for_enough(
    session: LiveSession,
) -> None:
    begun(session)
    told: list[Event] = []
    session.subscribe(told.append)
    seen = []
    for place in (0, None, 5, 0):
        session.holding.hand_in(place)
        seen.append(session.desk())
    assert not told
    assert len(set(map(repr, seen))) == 1
    check = seen[0].agreement.check
    assert check is not None
    assert (check.rows, check.counted, check.not_shown, check.counts) == ((), 0, 0, "")
    session.holding.hand_in(3)
    assert [type(event) for event in told] == [DeskChanged]
    enough = session.desk().agreement.check
    assert enough is not None
    assert enough.may_close
    assert not check.may_close
    session.holding.hand_in(4)
    assert len(told) == 1
    assert not [event for event in told if isinstance(event, RoomChanged)]


def test_fewer_than_five_are_never_shown(session: LiveSession) -> None:
    begun(session)
    for _person in range(4):
        session.holding.hand_in(0)
        with pytest.raises(FloorError):
            session.holding.close()
    session.holding.hand_in(None)
    session.holding.close()
    assert hands_page(session).label.first == "Agreed for now"


def test_it_is_refused_in_a_room_of_four(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=4))
    with pytest.raises(FloorError):
        begun(session)
    session.close()


def test_nobody_counts_for_others(session: LiveSession) -> None:
    begun(session)
    with pytest.raises(NotAllowedNowError):
        session.holding.count(0)
    with pytest.raises(NotAllowedNowError):
        session.holding.count_none()
    with pytest.raises(ValueError, match="position"):
        session.holding.hand_in(6)


def test_a_turn_is_taken_under_the_curtain_and_during_a_pause_for_care(
    session: LiveSession,
) -> None:
    begun(session)
    session.board.toggle_curtain()
    session.holding.hand_in(0)
    session.board.care()
    session.holding.hand_in(1)
    checking = session.workshop.agreement.checking
    assert checking is not None
    assert checking.tally.everyone == 2


def test_more_turns_than_people_are_said_kindly_and_nothing_is_lost(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path, replace(SETUP, people=5))
    line = begun(session)
    for _person in range(6):
        session.holding.hand_in(0)
    with pytest.raises(NotAllowedNowError, match="more turns"):
        session.holding.close()
    session.setup.set_people(6)
    with pytest.raises(NotAllowedNowError):
        session.setup.set_people(5)
    session.holding.close()
    assert session.workshop.agreement.line(line).state is LineState.AGREED
    session.close()


def test_writing_and_a_check_are_never_at_the_corner_at_once(session: LiveSession) -> None:
    (line,) = suggested(session, "One voice")
    session.agreements.gather()
    session.writing.open(AGREE, promise_said=True)
    with pytest.raises(NotAllowedNowError):
        session.holding.begin((line,), FIST, CORNER)
    session.writing.close(AGREE)
    session.holding.begin((line,), FIST, CORNER)
    with pytest.raises(NotAllowedNowError):
        session.writing.open(AGREE, promise_said=True)
    session.holding.leave()
    session.writing.open(AGREE, promise_said=True)
    assert session.workshop.gathering(AGREE).state is GatheringState.WRITING


def test_the_corner_shows_the_check_as_long_as_it_is_open(session: LiveSession) -> None:
    assert session.corner() is None
    begun(session)
    picture = session.corner()
    assert picture is not None
    assert [position.key for position in picture.positions] == ["5", "4", "3", "2", "1", "0"]
    assert picture.line == "One voice"
    assert any("not who or when" in sentence.first for sentence in picture.promise)
    for _person in range(5):
        session.holding.hand_in(0)
    assert session.corner() == picture
    session.holding.close()
    assert session.corner() is None


def test_what_was_handed_in_is_there_once_after_a_crash(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    begun(session)
    for place in (0, 0, 5, None, 1):
        session.holding.hand_in(place)
    session.close()
    again = reopened(tmp_path, FakeClock())
    checking = again.workshop.agreement.checking
    assert checking is not None
    assert checking.at_corner
    assert checking.tally.counts == (2, 1, 0, 0, 0, 1)
    assert checking.tally.not_shown == 1
    assert again.corner() is not None
    again.close()


def test_undo_brings_the_line_back_and_knows_nobody(session: LiveSession) -> None:
    line = begun(session)
    before = session.workshop.agreement.line(line)
    for place in (0, 0, 0, 4, None):
        session.holding.hand_in(place)
    session.holding.close()
    checked = session.workshop.agreement.line(line)
    session.agreements.undo()
    assert session.workshop.agreement.line(line).at == before.at
    assert session.corner() is None
    session.agreements.redo()
    assert session.workshop.agreement.line(line).at == checked.at
    tally = checked.at.tally
    assert tally is not None
    assert tally.counts == (3, 0, 0, 0, 1, 0)


def test_any_order_of_the_same_turns_leaves_the_same_file(tmp_path: Path) -> None:
    kept = []
    for name, order in (("one", (0, 5, 0, None, 3)), ("other", (None, 3, 0, 0, 5))):
        folder = tmp_path / name
        folder.mkdir()
        session = an_agreeing_session(folder)
        begun(session)
        for place in order:
            session.holding.hand_in(place)
        session.close()
        kept.append((folder / "w.workshop").read_bytes())
    assert kept[0] == kept[1]


def test_leaving_keeps_nothing_of_what_was_handed_in(session: LiveSession) -> None:
    line = begun(session)
    for _person in range(5):
        session.holding.hand_in(5)
    session.holding.leave()
    assert session.workshop.agreement.line(line).state is LineState.SUGGESTED
    assert session.workshop.agreement.line(line).at.tally is None
    assert not session.workshop.agreement.done[1:]


def test_the_record_says_how_and_no_count(session: LiveSession) -> None:
    begun(session)
    for _person in range(5):
        session.holding.hand_in(0)
    session.holding.close()
    summary = session.summary(FakeClock().moment().wall.date())
    assert summary.agreed_ways == (CORNER,)
    assert json.dumps(HandsWay.CORNER) == '"corner"'


def test_a_check_begins_again_in_another_way_only_while_nobody_has_shown_a_hand(
    session: LiveSession,
) -> None:
    (line,) = suggested(session, "One voice")
    session.holding.begin((line,), FIST)
    session.holding.again(CORNER)
    assert session.corner() is not None
    session.holding.hand_in(0)
    with pytest.raises(NotAllowedNowError):
        session.holding.again(HandsWay.HANDS)
