"""What a step leaves for its group's next workshop: by a yes of the room, and only what it saw."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.for_next import FromLastTime, LineForNext
from facilitator.domain.plan.step import StepKind
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.pulse.commands import Begin, CloseAnswers, ShowShapes, TalkInstead
from facilitator.kinds.pulse.state import AnsweredBy
from facilitator.live.library.record_file import write_record
from facilitator.live.library.saved_for_groups import SavedForGroups
from facilitator.live.library.taking_out import open_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.record import lines_of
from facilitator.store.database import transaction
from facilitator.store.library.file import library_in_memory, open_library
from facilitator.store.library.for_next import all_saved_for_next, save_for_next, saved_for_next
from facilitator.store.library.soundness import check_library
from tests.helpers.folder import left_of
from tests.helpers.programs import started
from tests.helpers.sessions import PLAN, SETUP
from tests.kinds.pulse.test_session import EIGHT, PULSE, STATEMENTS, STEPS

GROUP = "St Ninian Street"
PULSES = replace(PLAN, steps=STEPS)
FIRST = f"{STATEMENTS[0]} 8 of us answered."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def workshops(data: Path) -> Iterator[Workshops]:
    with started(data) as workshops:
        yield workshops


def shown(workshops: Workshops, group: str = GROUP, *, yes: bool | None = True) -> LiveSession:
    """Begin a workshop in which the room saw a pulse; ``None``: nobody asked about next time."""
    session = workshops.begin(PULSES, replace(SETUP, group=group))
    session.steps.jump(PULSE.id)
    session.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    for turn in EIGHT:
        session.own.hand_in(PULSE.id, turn)
    session.own.do(PULSE.id, CloseAnswers())
    session.own.do(PULSE.id, ShowShapes())
    if yes is not None:
        session.own.keep_for_next(PULSE.id, yes=yes)
    return session


def close(workshops: Workshops, session: LiveSession, data: Path) -> Path:
    """Make the record, outside the data folder, and forget."""
    summary, record = workshops.begin_closing(session.workshop, data.parent / "records")
    write_record(summary, record)
    session.close()
    return workshops.finish_closing(session.workshop.id)


def last_time(workshops: Workshops, group: str = GROUP) -> FromLastTime | None:
    """Return what the group's next workshop has from the last one."""
    session = workshops.begin(PULSES, replace(SETUP, group=group))
    session.close()
    workshops.delete(session.workshop.id)
    return session.workshop.last_time_of(StepKind.PULSE)


def texts(part: FromLastTime | None) -> list[str]:
    return [] if part is None else [line.text for line in part.lines]


def test_with_a_yes_the_next_workshop_of_the_group_has_what_the_board_showed(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, shown(workshops), data)
    first, second = texts(last_time(workshops, "st  ninian STREET"))
    assert first.startswith(FIRST)
    assert second.startswith(STATEMENTS[1])
    assert last_time(workshops, "Others") is None


@pytest.mark.parametrize("yes", [False, None])
def test_without_a_yes_nothing_of_a_pulse_is_left(
    workshops: Workshops, data: Path, yes: bool | None
) -> None:
    close(workshops, shown(workshops, yes=yes), data)
    assert last_time(workshops) is None
    assert left_of(data, STATEMENTS) == {}


def test_a_later_no_forgets_an_earlier_yes(workshops: Workshops, data: Path) -> None:
    close(workshops, shown(workshops), data)
    close(workshops, shown(workshops, yes=False), data)
    assert last_time(workshops) is None
    assert left_of(data, STATEMENTS) == {}


def test_a_pulse_that_nobody_saw_changes_nothing_of_an_earlier_one(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, shown(workshops), data)
    session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
    session.steps.jump(PULSE.id)
    session.own.do(PULSE.id, Begin(AnsweredBy.CORNER))
    session.own.do(PULSE.id, CloseAnswers())
    session.own.do(PULSE.id, TalkInstead())
    close(workshops, session, data)
    assert texts(last_time(workshops))[0].startswith(FIRST)


def test_a_statement_that_one_voice_took_out_of_the_record_does_not_stay(
    workshops: Workshops, data: Path
) -> None:
    session = shown(workshops)
    first = next(row for row in session.desk().record.rows if row.text.startswith(FIRST))
    session.choice.leave_out(first)
    close(workshops, session, data)
    (line,) = texts(last_time(workshops))
    assert line.startswith(STATEMENTS[1])


def test_a_statement_that_is_taken_out_of_the_finished_record_goes_here_too(
    workshops: Workshops, data: Path
) -> None:
    record = close(workshops, shown(workshops), data)
    opened = open_record(record)
    gone = {place for place, text in lines_of(opened.summary) if text.startswith(FIRST)}
    assert workshops.taking_out.finish(workshops.taking_out.begin(opened, gone).write())
    (line,) = texts(last_time(workshops))
    assert line.startswith(STATEMENTS[1])
    assert left_of(data, (FIRST,)) == {}


def test_a_group_without_a_name_and_practice_leave_nothing(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, shown(workshops, ""), data)
    assert left_of(data, STATEMENTS) == {}


def test_it_goes_with_the_groups_last_workshop_on_the_list(
    workshops: Workshops, data: Path
) -> None:
    session = shown(workshops)
    close(workshops, session, data)
    workshops.remove(session.workshop.id)
    assert left_of(data, STATEMENTS) == {}


def test_a_closing_that_was_interrupted_keeps_to_the_yes(data: Path) -> None:
    with started(data) as workshops:
        session = shown(workshops)
        summary, record = workshops.begin_closing(session.workshop, data.parent / "records")
        write_record(summary, record)
        session.close()
    with started(data) as again:
        again.finish_interrupted()
        assert texts(last_time(again))[0].startswith(FIRST)


def test_another_group_named_during_the_workshop_sees_nothing_of_the_first(
    workshops: Workshops, data: Path
) -> None:
    close(workshops, shown(workshops), data)
    session = workshops.begin(PULSES, replace(SETUP, group=GROUP))
    session.setup.set(replace(session.workshop.setup, group="Others"))
    assert session.workshop.last_time_of(StepKind.PULSE) is None
    session.close()


def test_it_can_be_forgotten_by_group(workshops: Workshops, data: Path) -> None:
    close(workshops, shown(workshops), data)
    close(workshops, shown(workshops, "Others"), data)
    with closing(open_library(data)) as library:
        SavedForGroups(library).forget_steps(GROUP)
        assert saved_for_next(library, GROUP) == ()
        assert len(saved_for_next(library, "Others")) == 1


def test_a_step_without_a_state_has_nothing_to_stay(workshops: Workshops) -> None:
    session = workshops.begin(PULSES, SETUP)
    with pytest.raises(NotAllowedNowError):
        session.own.keep_for_next(PULSE.id, yes=True)
    session.close()


PART = FromLastTime("us", StepKind.PULSE, date(2030, 1, 2), (LineForNext("a", "b"),))


def test_parts_are_read_as_they_were_saved() -> None:
    library = library_in_memory()
    steps = replace(PART, kind=StepKind.SMALL_STEPS)
    with transaction(library):
        save_for_next(library, "Others", (replace(PART, group="others"),))
        save_for_next(library, "US", (PART, steps))
    assert saved_for_next(library, " Us ") == (PART, steps)
    assert len(all_saved_for_next(library)) == 3


@pytest.mark.parametrize("change", ["held_on = '30000-01-01'", "text = printf('%.*c', 99999, 'x')"])
def test_a_library_that_nobody_wrote_is_unsound(change: str) -> None:
    library = library_in_memory()
    with transaction(library):
        save_for_next(library, "us", (PART,))
        library.execute(f"UPDATE for_next SET {change}")
    with pytest.raises(ValueError, match=r".+"):
        check_library(library)
