"""Killed while people answer a pulse at the typing corner: each saved turn is there once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.workshop import Workshop
from facilitator.kinds.pulse.state import AnsweredBy, Pulse
from facilitator.store.workshop.file import create_workshop
from tests.attack.strace import Point, kept_wherever_killed, killed, paths_in
from tests.attack.turns import PULSE_ANSWERS
from tests.helpers.attacks import measured
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in
from tests.helpers.sessions import CHOICE, PLAN, SETUP
from tests.kinds.pulse.test_session import PULSE

TWELVE = (((0, None), (3, 4)), ((2, 2), (None, 1)), ((4, 4), (4, 0))) * 2


def before() -> Pulse:
    """Return a pulse that twelve people have answered."""
    pulse = Pulse(PULSE.id).begun(AnsweredBy.CORNER, len(PULSE.statements))
    for pair in TWELVE:
        for turn in pair:
            pulse = pulse.with_turn(turn)
    return pulse


def fresh(path: Path) -> None:
    """Make a workshop file in which such a pulse is the present step."""
    plan = replace(PLAN, steps=(PULSE, CHOICE))
    workshop = Workshop.of(WorkshopId("w"), plan, SETUP, practice=False)
    create_workshop(path, workshop.with_state(before())).close()


def turns_kept(path: Path) -> int:
    """Reopen; return how many of the turns are in the file, each of them once and whole."""
    with closing(open_workshop(path)) as db:
        workshop = read_whole(db)
    (state,) = workshop.states
    assert isinstance(state, Pulse)
    kept = state.turns - before().turns
    expected = before()
    for turn in PULSE_ANSWERS[:kept]:
        expected = expected.with_turn(turn)
    assert state.answers == expected.answers
    assert [name for name, held in bytes_in(path.parent).items() if held] == [path.name]
    return kept


def files_in(folder: Path) -> Iterator[Path]:
    """Give such a file, again and again."""
    for path in paths_in(folder):
        fresh(path)
        yield path


def test_killed_at_any_point_what_done_answered_for_is_there_once(tmp_path: Path) -> None:
    done = kept_wherever_killed("pulse", files_in(tmp_path), turns_kept, len(PULSE_ANSWERS))
    measured("crash, pulse", [f"{done.points} points, {done.lost} times a turn was not kept"])
    assert done.points > 20
    assert done.lost  # else nothing was ever killed in the middle


def test_the_attack_would_see_a_turn_that_is_acknowledged_before_it_is_saved(
    tmp_path: Path,
) -> None:
    path = next(files_in(tmp_path))
    outcome = killed("pulse too early", path, Point("fdatasync", 1))
    assert outcome.output.count("turn") > turns_kept(path)
