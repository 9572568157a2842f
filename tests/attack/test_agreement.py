"""The agreement under attack: what went is in no byte, and no order tells who wrote first."""

import secrets
from dataclasses import replace
from pathlib import Path
from random import SystemRandom

import pytest

from facilitator.domain.agreement.line import LineState, Parking
from facilitator.domain.contribution import Turn
from facilitator.domain.ids import LineId
from facilitator.live.library.record_file import write_record
from facilitator.live.session.chance import SystemShuffler
from facilitator.live.session.session import LiveSession
from facilitator.store.workshop.file import create_workshop
from tests.attack.chance import normal_tail, rank_correlation
from tests.helpers.agreements import AGREE, AGREEING, agree, an_agreeing_session
from tests.helpers.attacks import count, measured
from tests.helpers.clock import FakeClock
from tests.helpers.files import live_session
from tests.helpers.folder import left_of
from tests.helpers.programs import started, workshop_files
from tests.helpers.rulers import FixedRuler
from tests.helpers.sessions import SETUP

CHANCE = SystemRandom()
CHANCE_OF_ALARM = 1e-4


def canary() -> str:
    """Return a random text, of a length that moves rows between pages."""
    return secrets.token_hex(8) + " é" * CHANCE.randint(0, 60)


class Meeting:
    """A group that suggests, rewords, joins and takes lines back, at random."""

    def __init__(self, session: LiveSession) -> None:
        self.session = session
        self.gone: set[str] = set()

    def act(self) -> None:
        """Do one thing at random."""
        lines = [line.id for line in self.session.workshop.agreement.top_lines]
        acts = [self._suggest] if len(lines) < 4 else [self._suggest, self._take_out]
        acts += [self._reword, self._join, self._undo, self._check] if len(lines) > 2 else []
        CHANCE.choice(acts)()

    def _any(self) -> LineId:
        return CHANCE.choice(self.session.workshop.agreement.top_lines).id

    def _suggest(self) -> None:
        self.session.agreements.suggest(canary())

    def _take_out(self) -> None:
        line = self.session.workshop.agreement.line(self._any())
        self.gone |= {line.text, *line.earlier, *self._joined_in(line.id)}
        self.session.agreements.take_out(line.id)

    def _joined_in(self, line_id: LineId) -> set[str]:
        agreement = self.session.workshop.agreement
        texts: set[str] = set()
        for join in agreement.line(line_id).joins:
            original = agreement.line(join)
            texts |= {original.text, *original.earlier, *self._joined_in(join)}
        return texts

    def _reword(self) -> None:
        line = self.session.workshop.agreement.line(self._any())
        if line.state is not LineState.AGREED and line.text not in line.earlier:
            if line.at.wording not in line.at.agreed_in:
                self.gone.add(line.text)
            self.session.agreements.word(line.id, canary())

    def _join(self) -> None:
        standing = self.session.workshop.agreement.top_lines
        both = CHANCE.sample([line.id for line in standing], 2)
        self.session.agreements.join(tuple(both), canary())

    def _check(self) -> None:
        line = self._any()
        if self.session.workshop.agreement.checkable(line):
            agree(self.session, line)

    def _undo(self) -> None:
        agreement = self.session.workshop.agreement
        if not agreement.done:
            return
        before = texts_kept(self.session)
        self.session.agreements.undo()
        now = texts_kept(self.session)
        self.gone = (self.gone | (before - now)) - now


def texts_kept(session: LiveSession) -> set[str]:
    """Return every wording that the file should hold."""
    lines = session.workshop.agreement.settled().lines
    return {wording.text for line in lines for wording in line.wordings}


@pytest.mark.attack
def test_no_line_that_went_is_in_any_byte_at_any_moment(tmp_path: Path) -> None:
    session = an_agreeing_session(tmp_path)
    meeting = Meeting(session)
    acts = count(150, 1500)
    for _act in range(acts):
        meeting.act()
        assert left_of(tmp_path, meeting.gone - texts_kept(session)) == {}
    kept = texts_kept(session)
    assert set(left_of(tmp_path, kept)) == kept, "the scan finds what is there"
    measured("agreement", [f"{acts} acts, {len(meeting.gone)} texts gone, none found"])
    session.close()


@pytest.mark.attack
def test_lines_taken_over_stand_in_an_order_that_tells_nothing(tmp_path: Path) -> None:
    workshops, people = count(60, 600), 8
    texts = [f"line {place}" for place in range(people)]
    total = 0.0
    for number in range(workshops):
        session = freshly_chanced(tmp_path / str(number))
        session.agreements.gather()
        session.writing.open(AGREE, promise_said=True)
        for text in texts:
            session.writing.give_turn(Turn((text,)))
        session.writing.close(AGREE)
        session.writing.open_together(AGREE)
        session.agreements.take_over_all(AGREE)
        stands = [line.text for line in session.workshop.agreement.lines]
        total += rank_correlation([stands.index(text) for text in texts])
        session.close()
    z = total / workshops * (workshops * (people - 1)) ** 0.5
    measured("taken over", [f"{workshops} workshops, mean rho {total / workshops:.3f}, z {z:.2f}"])
    assert normal_tail(z) > CHANCE_OF_ALARM


def freshly_chanced(folder: Path) -> LiveSession:
    """Return a session in its agreement step whose chance nobody can repeat."""
    folder.mkdir()
    seeded = an_agreeing_session(folder)
    workshop = seeded.workshop
    seeded.close()
    db = create_workshop(folder / "chance.workshop", workshop)
    return live_session(db, workshop, FakeClock(), SystemShuffler(), FixedRuler())


@pytest.mark.attack
def test_after_closing_no_proposal_and_no_reason_is_in_the_data_folder(tmp_path: Path) -> None:
    with started(tmp_path) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, people=12))
        session.board.step()
        texts = [canary() for _line in range(6)]
        for text in texts:
            session.agreements.suggest(text)
        ids = {line.text: line.id for line in session.workshop.agreement.lines}
        agreed, let_go, parked, proposed, out, joined = (ids[text] for text in texts)
        agree(session, agreed)
        session.agreements.steer(let_go, LineState.LET_GO)
        reason, wording = canary(), canary()
        session.agreements.park(parked, Parking(reason))
        session.agreements.take_out(out)
        session.agreements.join((proposed, joined), wording)
        summary, record = workshops.begin_closing(session.workshop, tmp_path / "records")
        write_record(summary, record)
        session.close()
        workshops.finish_closing(session.workshop.id)
    assert workshop_files(tmp_path) == []
    for path in (tmp_path / "records").iterdir():
        path.rename(tmp_path.parent / f"{tmp_path.name}-{path.name}")
    assert left_of(tmp_path, [*texts, reason, wording]) == {}
    beside = list(tmp_path.parent.glob(f"{tmp_path.name}-*.json"))
    held = beside[0].read_text(encoding="utf-8")
    kept = [text in held for text in texts]
    assert kept == [True, False, True, False, False, False]
    assert reason not in held
    assert wording not in held


class Canaries:
    """Texts of an agreement that has been through everything, each named by what became of it."""

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self.of: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return a fresh text under a name."""
        self.of[name] = canary()
        return self.of[name]

    def line(self, name: str) -> LineId:
        """Suggest a line, and return its id."""
        text = self.text(name)
        self._session.agreements.suggest(text)
        lines = self._session.workshop.agreement.lines
        return next(line.id for line in lines if line.text == text)

    def act(self) -> None:
        """Word, join, separate, check, park, drop, take out and undo."""
        session = self._session
        changed = self.line("agreed first")
        agree(session, changed)
        session.agreements.word(changed, self.text("only proposed"))
        session.agreements.word(changed, self.text("agreed now"), self.text("example"))
        agree(session, changed)
        taken = self.line("agreed, then taken from the record")
        agree(session, taken)
        session.agreements.word(taken, self.text("agreed in its place"))
        agree(session, taken)
        first = session.workshop.agreement.line(taken).versions[0]
        session.agreements.take_version_out(taken, first)
        both = self.line("original one"), self.line("original two")
        session.agreements.join(both, self.text("joined and agreed"))
        self._agree_joined("joined and agreed")
        apart = self.line("apart one"), self.line("apart two")
        session.agreements.join(apart, self.text("joined and separated"))
        session.agreements.separate(self._id("joined and separated"))
        session.agreements.steer(self.line("let go"), LineState.LET_GO)
        session.agreements.park(self.line("parked"), Parking(self.text("why it waits")))
        session.agreements.take_out(self.line("taken out"))
        self.line("undone")
        session.agreements.undo()
        self.line("never checked")

    def _agree_joined(self, name: str) -> None:
        line = self._id(name)
        self._session.agreements.confirm(line)
        agree(self._session, line)

    def _id(self, name: str) -> LineId:
        lines = self._session.workshop.agreement.lines
        return next(line.id for line in lines if line.text == self.of[name])


FINAL = ("agreed now", "agreed in its place", "joined and agreed")
IN_RECORD = (*FINAL, "agreed first", "parked")


@pytest.mark.attack
@pytest.mark.parametrize("yes", [True, False], ids=["the room said yes", "nobody said yes"])
def test_after_closing_only_a_yes_keeps_the_final_lines_and_nothing_keeps_the_rest(
    tmp_path: Path, yes: bool
) -> None:
    with started(tmp_path) as workshops:
        session = workshops.begin(AGREEING, replace(SETUP, people=12, group="Night shift"))
        session.board.step()
        canaries = Canaries(session)
        canaries.act()
        session.agreements.keep_for_next(yes=yes)
        texts = canaries.of
        gone = {texts["taken out"], texts["undone"], texts["agreed, then taken from the record"]}
        assert left_of(tmp_path, gone) == {}, "while the workshop runs"
        summary, record = workshops.begin_closing(session.workshop, tmp_path / "records")
        write_record(summary, record)
        session.close()
        workshops.finish_closing(session.workshop.id)
    held = record.with_suffix(".json").read_text(encoding="utf-8")
    for path in (tmp_path / "records").iterdir():
        path.unlink()
    assert {name for name, text in texts.items() if text in held} == set(IN_RECORD)
    left = set(left_of(tmp_path, list(texts.values())))
    assert left == ({texts[name] for name in FINAL} if yes else set())
    measured("after closing", [f"{len(texts)} texts, {len(left)} left, by a yes of the room"])
