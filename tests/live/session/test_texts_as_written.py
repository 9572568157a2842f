"""What people write is saved as they write it, whichever way it came in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.agreement.line import MAX_LINE, Parking
from facilitator.domain.contribution import MAX_CHARACTERS, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.said import MAX_SAID
from facilitator.errors import NotAllowedNowError
from facilitator.live.session.session import LiveSession
from tests.helpers.agreements import AGREEMENT, suggested
from tests.helpers.clock import FakeClock
from tests.helpers.sessions import MINUTE, PLAN, SETUP, a_session

GATHER, SAID = StepId("gather"), StepId("said")
FAMILY = "👨‍👩‍👧‍👦"
WRITTEN = [
    ("a\u202eb", "ab"),
    ("a\0b", "ab"),
    ("a\x1bb", "ab"),
    ("\u2067שמע", "שמע"),
    ("می‌خواهم", "می‌خواهم"),
    ("ක්‍ෂ", "ක්‍ෂ"),
    ("a\u00a0b\u202fc", "a b c"),
    (" w\u0302  mor\nhapus ", "w\u0302 mor hapus"),
    (FAMILY * 80, FAMILY * 80),
]
UNSEEN = ["\u200b", "\u2060", "\u00ad", "\ufe0f", "\u200f", "\U000e0041", "\u3164", "\u2800", " "]


def by_said_line(session: LiveSession, text: str) -> str:
    session.steps.jump(SAID)
    session.said.add(text)
    return session.workshop.said[-1].text


def by_corrected_line(session: LiveSession, text: str) -> str:
    by_said_line(session, "as it was")
    line = session.workshop.said[-1].id
    session.said.correct(line, text)
    return session.workshop.said_line(line).text


def by_line_of_the_agreement(session: LiveSession, text: str) -> str:
    session.agreements.suggest(text, example="")
    return session.workshop.agreement.lines[-1].text


def by_other_wording(session: LiveSession, text: str) -> str:
    (line,) = suggested(session, "as it was")
    session.agreements.word(line, text, example=text)
    wording = session.workshop.agreement.line(line).wordings[-1]
    assert wording.example == wording.text
    return wording.text


def by_reason(session: LiveSession, text: str) -> str:
    (line,) = suggested(session, "a line")
    session.agreements.park(line, Parking(text))
    return session.workshop.agreement.line(line).parkings[-1].reason


def by_rewording(session: LiveSession, text: str) -> str:
    session.writing.open(GATHER, promise_said=True)
    session.writing.give_cards((Turn(("as it was",)), Turn(), Turn()))
    session.writing.close(GATHER)
    (line,) = session.workshop.gathering(GATHER).contributions
    session.writing.reword(GATHER, line.id, text)
    return session.workshop.gathering(GATHER).contributions[0].text


def by_added_step(session: LiveSession, text: str) -> str:
    session.steps.add(text, 5 * MINUTE)
    return next(run.step.title.first for run in session.workshop.agenda.runs if run.step.was_added)


REFUSING: list[Callable[[LiveSession, str], str]] = [
    by_said_line,
    by_corrected_line,
    by_line_of_the_agreement,
    by_other_wording,
    by_reason,
    by_rewording,
    by_added_step,
]


def by_turn(session: LiveSession, text: str) -> str:
    session.writing.open(GATHER, promise_said=True)
    session.writing.give_turn(Turn((text,)))
    return "".join(line.text for line in session.workshop.gathering(GATHER).contributions)


def by_setup(session: LiveSession, text: str) -> str:
    setup = replace(session.workshop.setup, title=text, group=text, support=text, reach=text)
    session.setup.set(setup)
    texts = session.workshop.setup
    assert texts.title == texts.group == texts.support == texts.reach
    return texts.title


def by_note(session: LiveSession, text: str) -> str:
    session.setup.set_note(text)
    return session.workshop.note


LEFT_EMPTY = [by_turn, by_setup, by_note]


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[LiveSession]:
    plan = replace(PLAN, steps=(AGREEMENT, *PLAN.steps))
    session = a_session(tmp_path, plan=plan, clock=clock)
    yield session
    session.close()


@pytest.mark.parametrize("put_in", [*REFUSING, *LEFT_EMPTY])
@pytest.mark.parametrize(("written", "kept"), WRITTEN)
def test_by_every_way_in_the_same_characters_are_kept(
    session: LiveSession, put_in: Callable[[LiveSession, str], str], written: str, kept: str
) -> None:
    assert put_in(session, written) == kept


@pytest.mark.parametrize("put_in", REFUSING)
@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_line_of_which_nothing_can_be_seen_is_refused(
    session: LiveSession, put_in: Callable[[LiveSession, str], str], unseen: str
) -> None:
    with pytest.raises(NotAllowedNowError):
        put_in(session, unseen)


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_turn_of_which_nothing_can_be_seen_is_a_pass(session: LiveSession, unseen: str) -> None:
    assert by_turn(session, unseen) == ""
    assert session.workshop.gathering(GATHER).turns == 1


@pytest.mark.parametrize("unseen", UNSEEN)
def test_contacts_of_which_nothing_can_be_seen_are_none(session: LiveSession, unseen: str) -> None:
    session.setup.set(replace(SETUP, support=unseen))
    with pytest.raises(NotAllowedNowError, match="who to turn to"):
        session.writing.open(GATHER, promise_said=True)


@pytest.mark.parametrize(
    ("put_in", "most"),
    [
        (by_turn, MAX_CHARACTERS),
        (by_rewording, MAX_CHARACTERS),
        (by_said_line, MAX_SAID),
        (by_line_of_the_agreement, MAX_LINE),
    ],
)
def test_a_line_is_as_long_as_people_see_it(
    session: LiveSession, put_in: Callable[[LiveSession, str], str], most: int
) -> None:
    assert put_in(session, FAMILY * most) == FAMILY * most


@pytest.mark.parametrize("put_in", [by_rewording, by_said_line, by_line_of_the_agreement])
def test_a_line_that_people_see_as_too_long_is_refused(
    session: LiveSession, put_in: Callable[[LiveSession, str], str]
) -> None:
    with pytest.raises(NotAllowedNowError, match="characters"):
        put_in(session, "e\u0301" * 301)
