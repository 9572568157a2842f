"""What a kind of step holds while a workshop runs: saved, shown, recorded, and left nowhere."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from facilitator.domain.agenda.agenda import StepRun
from facilitator.domain.contribution import Shuffler, Turn
from facilitator.domain.ids import StepId
from facilitator.domain.plan.step import StepKind
from facilitator.domain.step_state import StepState
from facilitator.domain.summary import KindBlock, KindLine, RecordedBlock
from facilitator.domain.text.language import Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import NotAllowedNowError
from facilitator.kinds.registry import LIVE
from facilitator.live.kinds import CommandPart, LiveKinds
from facilitator.live.session.chance import SeededShuffler
from facilitator.live.session.session import LiveSession
from facilitator.room.pages.kind import PageRequest
from facilitator.room.pages.picture import Content, ListPage, MessagePage
from facilitator.store.workshop.file import create_workshop
from tests.helpers.clock import FakeClock
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import GATHER, TALK, a_session

WORDS = "nobody finds this again"
KIND = StepKind.TALK


@dataclass(frozen=True, slots=True)
class Sign(StepState):
    """Words that are on the board."""

    text: str


def sign_in(workshop: Workshop) -> str:
    """Return what the sign says."""
    state = workshop.state_of(TALK.id)
    return state.text if isinstance(state, Sign) else ""


def page(request: PageRequest) -> Content:
    """Put the sign on the board."""
    return MessagePage(Words.of("Sign"), Words.of(sign_in(request.workshop) or "nothing"))


def write(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    """Write on the sign."""
    return workshop.with_state(Sign(step_id, str(act)))


def blocks(workshop: Workshop, run: StepRun) -> tuple[KindBlock, ...]:
    """Add what the sign says, and a block in which there is nothing."""
    sign = sign_in(workshop) if run.step.id == TALK.id else ""
    return (
        KindBlock(Words.of("Sign"), (KindLine("sign", sign),) if sign else ()),
        KindBlock(Words.of("Empty"), ()),
    )


@dataclass(frozen=True, slots=True)
class Pins(StepState):
    """The letters of lines that somebody pinned."""

    letters: tuple[int, ...]

    def without_letters(self, gone: frozenset[int], /) -> Self:
        """Return the other pins."""
        return replace(self, letters=tuple(each for each in self.letters if each not in gone))


def pin(workshop: Workshop, step_id: StepId, act: object, _shuffler: Shuffler) -> Workshop:
    """Pin the lines with the letters of ``act``."""
    assert isinstance(act, tuple)
    return workshop.with_state(Pins(step_id, act))


def kinds_with(kind: StepKind) -> LiveKinds:
    """Return all kinds, one of which has a sign."""
    room = replace(LIVE.room.parts[kind], page=page)
    return replace(
        LIVE,
        room=replace(LIVE.room, parts={**LIVE.room.parts, kind: room}, record={kind: blocks}),
        commands={kind: CommandPart(write)},
    )


def a_session_with_a_sign(folder: Path, kind: StepKind = KIND) -> LiveSession:
    """Return a session at a step whose kind has a sign, in sight of the room."""
    before = a_session(folder)
    run = before.workshop.agenda.run_of(TALK.id)
    changed = replace(run, step=replace(run.step, kind=kind))
    workshop = replace(before.workshop, agenda=before.workshop.agenda.with_run(changed))
    before.close()
    db = create_workshop(folder / "sign.workshop", workshop)
    session = LiveSession(
        db, workshop, FakeClock(), SeededShuffler(1), FixedRuler(), kinds_with(kind)
    )
    session.steps.jump(TALK.id)
    session.board.drop_curtain()
    session.board.toggle_curtain()
    return session


def notes_on(session: LiveSession) -> list[tuple[str, str, str]]:
    """Return letter, heading and words of each line of the list for the record on the board."""
    page = session.picture().content
    assert isinstance(page, ListPage)
    return [(note.letter, note.above.first, note.text) for note in page.lines]


def test_words_that_left_a_state_are_on_no_page_that_is_remembered(tmp_path: Path) -> None:
    session = a_session_with_a_sign(tmp_path)
    session.own.do(TALK.id, WORDS)
    session.pages.count(session.picture())
    assert WORDS in repr([cached.picture for cached in session.pages._pages.values()])
    session.own.do(TALK.id, "other words")
    assert WORDS not in repr([cached.picture for cached in session.pages._pages.values()])
    session.close()


def test_a_line_that_is_taken_out_leaves_each_state_and_no_other_line_does(
    tmp_path: Path,
) -> None:
    before = a_session(tmp_path)
    before.close()
    db = create_workshop(tmp_path / "pins.workshop", before.workshop)
    kinds = replace(LIVE, commands={StepKind.GATHER: CommandPart(pin)})
    session = LiveSession(db, before.workshop, FakeClock(), SeededShuffler(1), FixedRuler(), kinds)
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    session.writing.give_cards(tuple(Turn((text,)) for text in "vwxyz"))
    session.writing.close(GATHER.id)
    session.writing.open_together(GATHER.id)
    session.own.do(GATHER.id, (0, 2, 4))
    line = next(c for c in session.workshop.gathering(GATHER.id).ready if c.letter == 2)
    session.writing.take_out(GATHER.id, line.id)
    assert session.workshop.state_of(GATHER.id) == Pins(GATHER.id, (0, 4))
    other = next(c for c in session.workshop.gathering(GATHER.id).ready if c.letter == 1)
    state = session.workshop.state_of(GATHER.id)
    session.writing.set_in_record(GATHER.id, other.id, in_record=False)
    assert session.workshop.state_of(GATHER.id) is state
    session.close()


def test_what_a_kind_adds_is_in_the_record_in_whatever_section_its_lines_are(
    tmp_path: Path,
) -> None:
    for kind in (StepKind.TALK, StepKind.SMALL_STEPS, StepKind.AGREEMENT):
        folder = tmp_path / kind.name
        folder.mkdir()
        session = a_session_with_a_sign(folder, kind)
        session.own.do(TALK.id, WORDS)
        (step,) = (step for step in session.summary(date(2026, 11, 12)).steps if step.blocks)
        assert step.blocks == (RecordedBlock(Words.of("Sign"), (WORDS,)),)
        assert step.said == ()
        session.close()


def test_the_room_leaves_out_a_line_that_a_kind_adds_and_its_letter_stays(
    tmp_path: Path,
) -> None:
    session = a_session_with_a_sign(tmp_path)
    session.own.do(TALK.id, WORDS)
    session.board.record()
    (row,) = session.desk().record.rows
    assert (row.letter, row.text, row.in_record) == ("A", WORDS, True)
    assert notes_on(session) == [("A", "Sign", WORDS)]
    session.choice.leave_out(row)
    assert notes_on(session) == [("A", "Sign", "")]
    assert not session.summary(date(2026, 11, 12)).steps
    with pytest.raises(NotAllowedNowError, match="comes from its step"):
        session.choice.take_out(row)
    session.choice.include(row)
    assert notes_on(session) == [("A", "Sign", WORDS)]
    session.close()


def test_a_kind_that_adds_no_line_leaves_no_step_in_the_record(tmp_path: Path) -> None:
    session = a_session_with_a_sign(tmp_path)
    assert session.summary(date(2026, 11, 12)).steps == ()
    session.close()
