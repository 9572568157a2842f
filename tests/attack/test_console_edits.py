"""No edit on the console, nor a series of them, counts turns (4.2, leaks 8, 13 and 18).

The console says enough or not yet, and minutes in fives. Who changes the number of people, the
time or the contacts while people write must not learn from what is shown or refused how many have.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from facilitator.domain.contribution import Turn
from facilitator.errors import FacilitatorError
from facilitator.live.session.session import LiveSession
from facilitator.live.views import gathering_desk
from facilitator.room.promise import promise_of
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import GATHER, MINUTE, PLAN, SETUP, a_session, reopened

PEOPLE = 12
FIVES = (
    (0, 1, 4),
    (5, 7, 9),
    (10, 12, 14),
    (15, 19),
)  # within these the console may not tell turns apart

Attack = Callable[[LiveSession, FakeClock], Iterator[str]]


@contextmanager
def written(folder: Path, turns: int, clock: FakeClock) -> Iterator[LiveSession]:
    """Open writing in a workshop of its own, and let n people take a turn."""
    folder.mkdir(parents=True)
    session = a_session(folder, PLAN, replace(SETUP, people=PEOPLE), clock=clock)
    session.board.toggle_curtain()
    session.steps.jump(GATHER.id)
    session.time.start()
    session.writing.open(GATHER.id, promise_said=True)
    for n in range(turns):
        session.writing.give_turn(Turn((f"line {n}",) if n % 2 else ()))
    try:
        yield session
    finally:
        session.close()


def seen(session: LiveSession) -> str:
    """Return all that the console shows beside lines."""
    desk = session.desk()
    return repr((desk.gathering, desk.header, desk.clock, desk.finish, desk.now))


def answer(act: Callable[[], None]) -> str:
    """Return what is said when something is refused, or nothing."""
    try:
        act()
    except FacilitatorError as refused:
        return str(refused)
    return ""


def every_number_of_people(session: LiveSession, _clock: FakeClock) -> Iterator[str]:
    """Raise the number one by one, then lower it again, and further."""
    for people in range(PEOPLE, PEOPLE + 6):
        yield answer(partial(session.setup.set_people, people))
        yield seen(session)
    for lower in range(PEOPLE + 5, PEOPLE - 2, -1):
        yield answer(partial(session.setup.set_people, lower))
        yield seen(session)


def every_time_left(session: LiveSession, clock: FakeClock) -> Iterator[str]:
    """Give the step minutes and take them, and let the clock run."""
    for more in (6, *[-1] * 20):
        session.time.add(more * MINUTE)
        yield seen(session)
    session.time.add(14 * MINUTE)
    for _ in range(28):
        clock.advance(seconds=30)
        yield seen(session)


def people_and_time(session: LiveSession, clock: FakeClock) -> Iterator[str]:
    """Change both, for several pairs of them."""
    for people in (PEOPLE, PEOPLE + 3, PEOPLE + 8):
        session.setup.set_people(people)
        yield from every_time_left(session, clock)


def other_contacts(session: LiveSession, _clock: FakeClock) -> Iterator[str]:
    """Change who is told, who gets the record and whether somebody is in charge; then back."""
    setup = session.workshop.setup
    for changed in (
        replace(setup, recipients="the management too"),
        replace(setup, recipients=""),
        replace(setup, support="somebody else"),
        replace(setup, in_charge=True),
        setup,
    ):
        yield answer(partial(session.setup.set, changed))
        yield seen(session)


ATTACKS = (every_number_of_people, every_time_left, people_and_time, other_contacts)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("five", FIVES)
def test_no_edit_tells_turns_apart_within_five_of_them(
    tmp_path: Path, five: tuple[int, ...], attack: Attack
) -> None:
    told = set()
    for turns in five:
        clock = FakeClock()
        with written(tmp_path / str(turns), turns, clock) as session:
            told.add(tuple(attack(session, clock)))
    assert len(told) == 1


def test_nor_after_the_program_was_closed_and_opened_again(tmp_path: Path) -> None:
    told = set()
    for turns in (10, 12, 14):
        clock, folder = FakeClock(), tmp_path / str(turns)
        with written(folder, turns, clock) as session:
            session.setup.set_people(PEOPLE + 5)
        again = reopened(folder, clock)
        told.add(tuple(every_number_of_people(again, clock)))
        again.close()
    assert len(told) == 1


def test_the_attack_would_see_a_console_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering_desk, "still_to_come", lambda people, turns: people - turns)
    told = set()
    for turns in (5, 6):
        clock = FakeClock()
        with written(tmp_path / str(turns), turns, clock) as session:
            told.add(tuple(every_number_of_people(session, clock)))
    assert len(told) == 2


def test_before_anyone_writes_the_contacts_are_free_and_from_then_on_they_stay(
    tmp_path: Path,
) -> None:
    """Leak 13: what was promised stays; that it is refused depends on no turn."""
    heard = []
    for turns in (0, 1, 6):
        with written(tmp_path / str(turns), turns, FakeClock()) as session:
            setup = session.workshop.setup
            heard.append(
                answer(partial(session.setup.set, replace(setup, recipients="the management")))
            )
            assert session.workshop.setup.recipients == setup.recipients
    assert len(set(heard)) == 1
    assert heard[0].startswith("Who gets the record was fixed when people could take a turn.")


def test_who_types_the_cards_stays_as_it_was_said_once_writing_was_opened(tmp_path: Path) -> None:
    heard = []
    for turns in (0, 1, 6):
        with written(tmp_path / str(turns), turns, FakeClock()) as session:
            setup = session.workshop.setup
            promised = promise_of(session.workshop)
            other = replace(setup, in_charge=not setup.in_charge)
            heard.append(answer(partial(session.setup.set, other)))
            assert promise_of(session.workshop) == promised
    assert len(set(heard)) == 1
    assert heard[0].startswith("Who types the cards was said when writing was opened.")


def test_the_minutes_that_are_told_fall_as_people_take_turns(tmp_path: Path) -> None:
    told = []
    for turns in (0, 5, 10, 15):
        with written(tmp_path / str(turns), turns, FakeClock()) as session:
            view = session.desk().gathering
            assert view is not None
            told.append(view.progress)
    assert all(minutes != other for minutes, other in pairwise(told))
