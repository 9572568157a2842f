"""The group's small steps come back in its next workshop, by its yes, with their days."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.for_next import LineForNext, TakenOut
from facilitator.domain.text.language import ENGLISH, WELSH, Words
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.small_steps.commands import Change, LookAgain, Offer, SetStage
from facilitator.kinds.small_steps.desk import StepsView
from facilitator.kinds.small_steps.kept import Kept
from facilitator.kinds.small_steps.state import SmallSteps, Stage
from facilitator.live.library.record_file import write_record
from facilitator.live.library.remembered import remembered_here
from facilitator.live.library.taking_out import open_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.record import lines_of
from facilitator.room.pages.picture import StepCard, StepsPage
from facilitator.store.library.file import open_library
from tests.helpers.folder import left_of
from tests.helpers.programs import started
from tests.helpers.sessions import PLAN, SETUP
from tests.kinds.small_steps.test_session import (
    AGAIN,
    AWAY,
    DAY,
    MINUTE,
    QUESTIONS,
    STEPS,
    TRY,
    check,
)

GROUP = replace(SETUP, group="St Ninian Street")
STEPS_ONLY = replace(PLAN, steps=STEPS)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def workshops(data: Path) -> Iterator[Workshops]:
    with started(data) as workshops:
        yield workshops


def first(workshops: Workshops, *, yes: bool = True) -> LiveSession:
    """Begin a workshop with a step that Tom looks after, another one, and an idea for later."""
    session = workshops.begin(STEPS_ONLY, GROUP)
    session.steps.jump(TRY.id)
    session.own.do(TRY.id, Offer((QUESTIONS, MINUTE, AWAY)))
    state = session.workshop.state_of(TRY.id)
    assert isinstance(state, SmallSteps)
    questions, _minute, away = (step.id for step in state.steps)
    for act in (
        Change(questions, QUESTIONS, "Tom", by_day=DAY),
        SetStage(away, Stage.PARKED),
        LookAgain(AGAIN),
    ):
        session.own.do(TRY.id, act)
    session.own.keep_for_next(TRY.id, yes=yes)
    return session


def close(workshops: Workshops, session: LiveSession, data: Path) -> Path:
    summary, record = workshops.begin_closing(session.workshop, data.parent / "records")
    write_record(summary, record)
    session.close()
    return workshops.finish_closing(session.workshop.id)


def next_time(workshops: Workshops) -> LiveSession:
    return workshops.begin(STEPS_ONLY, GROUP)


def test_the_board_shows_what_the_group_said_last_time_and_asks_how_it_went(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, first(workshops), data)
    session = next_time(workshops)
    assert session.desk().has_steps_of_last_time
    session.board.last_time()
    assert session.picture().content == StepsPage(
        Words.of("Last time we said"),
        (StepCard(QUESTIONS, by=Words.of("by 7 December")), StepCard(MINUTE)),
        foot=Words.of("How did it go?"),
    )
    session.board.last_time()
    assert not isinstance(session.picture().content, StepsPage)
    session.close()


def test_the_panel_says_it_until_the_first_offer(workshops: Workshops, data: Path) -> None:
    close(workshops, first(workshops), data)
    session = next_time(workshops)
    session.steps.jump(TRY.id)
    own = session.desk().own
    assert own is not None
    assert isinstance(own.view, StepsView)
    assert own.view.last_time == (QUESTIONS, MINUTE)
    session.close()


def test_without_a_yes_nothing_stays_and_nothing_can_be_shown(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, first(workshops, yes=False), data)
    assert left_of(data, (QUESTIONS, MINUTE, AWAY)) == {}
    session = next_time(workshops)
    assert not session.desk().has_steps_of_last_time
    with pytest.raises(NotAllowedNowError):
        session.board.last_time()
    session.close()


def test_f9_lists_the_steps_with_their_days_and_without_names(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, first(workshops), data)
    with closing(open_library(data)) as library:
        lines = [line for part in remembered_here(library, data) for line in part.lines]
    kept = [line for line in lines if QUESTIONS in line]
    assert len(kept) == 1
    assert "by 7 December 2026" in kept[0]
    assert "Tom" not in "".join(lines)


def test_an_agreed_step_stays_and_one_that_was_only_offered_does_not(
    workshops: Workshops, data: Path
) -> None:
    session = first(workshops)
    check(session, QUESTIONS)
    close(workshops, session, data)
    assert left_of(data, (QUESTIONS,))
    assert left_of(data, (MINUTE,)) == {}


def test_a_step_that_is_taken_out_of_the_finished_record_goes_here_too_also_with_a_name(
    workshops: Workshops, data: Path
) -> None:
    record = close(workshops, first(workshops), data)
    opened = open_record(record)
    gone = {place for place, text in lines_of(opened.summary) if text.startswith(QUESTIONS)}
    assert workshops.taking_out.finish(workshops.taking_out.begin(opened, gone).write())
    assert left_of(data, (QUESTIONS,)) == {}
    assert left_of(data, (MINUTE,))


def taken_out(workshops: Workshops, record: Path, beginning: str) -> bool:
    """Take the lines that begin so out of a record; return whether the group lost any too."""
    opened = open_record(record)
    gone = {place for place, text in lines_of(opened.summary) if text.startswith(beginning)}
    assert gone
    return workshops.taking_out.finish(workshops.taking_out.begin(opened, gone).write())


def test_a_day_that_is_taken_out_of_the_finished_record_goes_here_too(
    workshops: Workshops, data: Path
) -> None:
    record = close(workshops, first(workshops), data)
    assert taken_out(workshops, record, "by 7 December")
    assert left_of(data, ("7 December",)) == {}
    assert left_of(data, (MINUTE,))


def test_a_name_that_is_taken_out_of_the_finished_record_leaves_its_step(
    workshops: Workshops, data: Path
) -> None:
    record = close(workshops, first(workshops), data)
    assert not taken_out(workshops, record, "Looked after by")
    assert left_of(data, (QUESTIONS,))


def test_a_step_goes_here_too_when_the_record_has_no_day_for_it_any_more() -> None:
    line = LineForNext("Ask Priya\nby when she is back")
    assert line.goes_with(TakenOut(next_steps=frozenset({"Ask Priya"})))
    assert line.goes_with(TakenOut(details=frozenset({("Ask Priya", "by when she is back")})))
    assert not line.goes_with(TakenOut(details=frozenset({("Ask Priya", "by Monday")})))
    assert not line.goes_with(TakenOut(details=frozenset({("Ask", "by when she is back")})))


def test_what_was_left_out_of_the_record_does_not_stay(workshops: Workshops, data: Path) -> None:
    session = first(workshops)
    row = next(row for row in session.desk().record.rows if row.text.startswith(QUESTIONS))
    session.choice.leave_out(row)
    close(workshops, session, data)
    assert left_of(data, (QUESTIONS,)) == {}


def test_a_name_that_is_left_out_leaves_its_step(workshops: Workshops, data: Path) -> None:
    session = first(workshops)
    row = next(row for row in session.desk().record.rows if "Tom" in row.text)
    session.choice.leave_out(row)
    close(workshops, session, data)
    assert left_of(data, (QUESTIONS,))


def test_a_step_is_read_as_it_was_left() -> None:
    kept = Kept(QUESTIONS, Words(((WELSH, "erbyn 7 Rhagfyr"), (ENGLISH, "by 7 December"))), AGAIN)
    assert Kept.of(kept.content) == kept
    assert Kept.of(Kept(QUESTIONS).content) == Kept(QUESTIONS)


@pytest.mark.parametrize(
    "content", ["", "[]", "1", '["a"]', '["a", [], null]', '["a", {}, "30000-01-01"]', "{" * 5000]
)
def test_what_no_small_step_left_is_passed_over(content: str) -> None:
    assert Kept.of(content) is None


def test_a_line_goes_with_the_line_of_the_record_that_begins_with_it() -> None:
    line = LineForNext("Begin quietly\nby 7 December")
    assert line.is_among(("Begin quietly\nby 7 December\nLooked after by: Tom",))
    assert line.is_among(("Begin quietly\nby 7 December",))
    assert not line.is_among(("Begin quietly\nby 7 December 2027",))
