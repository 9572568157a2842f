"""A name given for a small step is where people were told, and goes when it is taken out."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from facilitator.domain.ids import LineId, StepId
from facilitator.kinds.small_steps.commands import (
    Change,
    Move,
    Offer,
    SetStage,
    TakeOut,
    Undo,
)
from facilitator.kinds.small_steps.kept import Kept
from facilitator.kinds.small_steps.state import SmallSteps, Stage
from facilitator.live.library.record_file import write_record
from facilitator.live.library.taking_out import open_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.record import lines_of
from facilitator.store.record_files import json_beside
from tests.helpers.attacks import count, measured
from tests.helpers.folder import canary, left_of
from tests.helpers.programs import started
from tests.helpers.sessions import GATHER, PLAN, SETUP, a_session
from tests.kinds.small_steps.test_session import STEPS, TRY

CHANCE = random.SystemRandom()
OTHER = replace(TRY, id=StepId("try again"))
PLAN_OF_TWO = replace(PLAN, steps=(GATHER, *STEPS[:2], OTHER, STEPS[-1]))
NAME, WORDS = "Kestrel Avocet", "Begin with a quiet dunlin"


@pytest.fixture
def workshops(tmp_path: Path) -> Iterator[Workshops]:
    (tmp_path / "data").mkdir()
    with started(tmp_path / "data") as workshops:
        yield workshops


def named(session: LiveSession, name: str = NAME, words: str = WORDS) -> LineId:
    """Offer a step that somebody looks after."""
    session.steps.jump(TRY.id)
    session.own.do(TRY.id, Offer((words,)))
    state = session.workshop.state_of(TRY.id)
    assert isinstance(state, SmallSteps)
    line = state.steps[-1].id
    session.own.do(TRY.id, Change(line, words, name))
    return line


def close(session: LiveSession, workshops: Workshops, records: Path) -> Path:
    summary, record = workshops.begin_closing(session.workshop, records)
    write_record(summary, record)
    session.close()
    return workshops.finish_closing(session.workshop.id)


def where_the_name_is(tmp_path: Path, workshops: Workshops) -> tuple[list[str], list[str]]:
    """Return the files with the name while a workshop runs, and once the group said yes."""
    session = workshops.begin(PLAN_OF_TWO, replace(SETUP, group="Riverside"))
    named(session)
    session.own.keep_for_next(TRY.id, yes=True)
    before = left_of(tmp_path / "data", (NAME,)).get(NAME, [])
    close(session, workshops, tmp_path / "records")
    return before, left_of(tmp_path, (NAME, WORDS)).get(NAME, [])


def test_a_name_is_in_the_workshop_file_and_then_in_the_record_alone(
    tmp_path: Path, workshops: Workshops
) -> None:
    before, afterwards = where_the_name_is(tmp_path, workshops)
    assert [Path(file).suffix for file in before] == [".workshop"]
    assert [Path(file).suffix for file in afterwards] == [".json"], "the PDF is compressed"
    assert left_of(tmp_path / "data", (WORDS,)), "the step itself stayed by the yes"


def test_the_attack_would_see_a_name_that_stays_with_the_step(
    tmp_path: Path, workshops: Workshops, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kept, "content", property(lambda kept: f"{kept.text} {NAME}"))
    _before, afterwards = where_the_name_is(tmp_path, workshops)
    assert any(file.startswith("data") for file in afterwards)


def test_a_name_is_on_no_page_but_that_of_the_steps_and_of_the_record(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=PLAN_OF_TWO)
    session.board.toggle_curtain()
    named(session)
    assert NAME in repr(session.picture())
    for step in (GATHER.id, STEPS[0].id, OTHER.id):
        session.steps.jump(step)
        assert NAME not in repr(session.picture())
        assert NAME not in repr(session.desk().own)
    for show in (session.board.promise, session.board.agreement, session.board.today):
        show()
        assert NAME not in repr(session.picture())
    session.steps.jump(GATHER.id)
    session.writing.open(GATHER.id, promise_said=True)
    assert NAME not in repr(session.corner())
    session.close()


def test_a_name_that_was_taken_out_of_the_record_is_in_neither_of_its_files(
    tmp_path: Path, workshops: Workshops
) -> None:
    session = workshops.begin(PLAN_OF_TWO, SETUP)
    named(session)
    row = next(row for row in session.desk().record.rows if NAME in row.text)
    session.choice.leave_out(row)
    record = close(session, workshops, tmp_path / "records")
    assert left_of(tmp_path, (NAME,)) == {}
    assert WORDS in json_beside(record).read_text(encoding="utf-8")


def test_a_name_that_is_taken_out_of_the_finished_record_is_nowhere_in_the_folders(
    tmp_path: Path, workshops: Workshops
) -> None:
    session = workshops.begin(PLAN_OF_TWO, replace(SETUP, group="Riverside"))
    named(session)
    session.own.keep_for_next(TRY.id, yes=True)
    record = close(session, workshops, tmp_path / "records")
    opened = open_record(record)
    name = {place for place, text in lines_of(opened.summary) if text.endswith(NAME)}
    step = {place for place, text in lines_of(opened.summary) if text.startswith(WORDS)}
    workshops.taking_out.finish(workshops.taking_out.begin(opened, name - step).write())
    assert left_of(tmp_path, (NAME,)) == {}
    assert WORDS in json_beside(record).read_text(encoding="utf-8")
    assert left_of(tmp_path / "data", (WORDS,)), "the step stays for next time"


@dataclass
class Evening:
    """A session in which steps are offered, changed, moved and taken out at random."""

    folder: Path
    session: LiveSession
    here: dict[LineId, tuple[StepId, str, str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    def act(self) -> None:
        """Do something with a step of one of the two small-steps steps."""
        step = CHANCE.choice((TRY.id, OTHER.id))
        self.session.steps.jump(step)
        lines = [line for line, (of, _text, _name) in self.here.items() if of == step]
        if len(lines) < 3 or CHANCE.random() < 0.3:
            self._offer(step)
            return
        line = CHANCE.choice(lines)
        _of, text, name = self.here[line]
        self.session.own.do(step, CHANCE.choice((Move(line, -1), SetStage(line, Stage.LET_GO))))
        self.gone += [text, name]
        if CHANCE.random() < 0.5:
            self.session.own.do(step, TakeOut(line))
            del self.here[line]
        else:
            text, name = canary(), canary()
            self.session.own.do(step, Change(line, text, name))
            self.here[line] = step, text, name

    def _offer(self, step: StepId) -> None:
        text, name = canary(), canary()
        self.session.own.do(step, Offer((f"{text} {'x' * CHANCE.randrange(200)}",)))
        state = self.session.workshop.state_of(step)
        assert isinstance(state, SmallSteps)
        line = state.steps[-1]
        self.session.own.do(step, Change(line.id, line.text, name))
        self.here[line.id] = step, text, name


def _residue(folder: Path) -> dict[str, list[str]]:
    """Return what went, and can still be found after any of many acts."""
    folder.mkdir()
    evening = Evening(folder, a_session(folder, plan=PLAN_OF_TWO))
    acts, left = count(small=80, full=500), {}
    for _act in range(acts):
        evening.act()
        left = left_of(folder, evening.gone)
        if left:
            break
    names = [name for _of, _text, name in evening.here.values()]
    assert left_of(folder, names), "what is still there is found"
    measured("small steps", [f"{acts} acts, {len(evening.gone)} texts and names that went"])
    evening.session.close()
    return left


def test_what_is_taken_out_or_reworded_is_in_no_byte_of_the_folder(tmp_path: Path) -> None:
    assert _residue(tmp_path / "steps") == {}


def test_the_attack_would_see_a_step_that_is_only_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaking(steps: SmallSteps, line: str) -> SmallSteps:
        return steps.staged(LineId(line), Stage.LET_GO)

    monkeypatch.setattr(SmallSteps, "without_line", leaking)
    assert _residue(tmp_path / "steps")


def test_what_was_taken_out_cannot_be_undone_back(tmp_path: Path) -> None:
    session = a_session(tmp_path, plan=PLAN_OF_TWO)
    line = named(session)
    other = named(session, "", "Another")
    session.own.do(TRY.id, Move(other, -1))
    session.own.do(TRY.id, TakeOut(line))
    session.own.do(TRY.id, Undo())
    assert NAME not in repr(session.workshop)
    assert WORDS not in repr(session.workshop)
    session.close()
