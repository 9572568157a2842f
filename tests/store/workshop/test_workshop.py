"""A workshop that is saved, as a whole or part by part, is read back the same."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda.agenda import Agenda, Standing, StepRun
from facilitator.domain.agenda.finishing import Undo
from facilitator.domain.agreement.line import AgreementLine, Wording
from facilitator.domain.contribution import (
    MAX_CHARACTERS,
    Contribution,
    Gathering,
    GatheringState,
    SetAside,
    Turn,
)
from facilitator.domain.ids import LineId, PlanId, StepId, WorkshopId
from facilitator.domain.letters import Lettered, LineName
from facilitator.domain.plan.step import Segment, Step, StepKind
from facilitator.domain.said import MAX_SAID, SaidLine
from facilitator.domain.text.language import Language, Words
from facilitator.domain.text.text import LONGEST_GRAPHEME
from facilitator.domain.time.clock import Moment
from facilitator.domain.time.round import Round, RoundState
from facilitator.domain.workshop import Board, Setup, Showing, Workshop
from facilitator.errors import (
    NotAWorkshopError,
    StoreDamagedError,
    StoreUnavailableError,
    WorkshopInUseError,
)
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import Store, backup_of, open_store, transaction
from facilitator.store.workshop.agenda import save_agenda, save_run
from facilitator.store.workshop.board import save_board
from facilitator.store.workshop.file import create_workshop, forget, workshop_in_memory
from facilitator.store.workshop.gatherings import read_gatherings, save_gathering
from facilitator.store.workshop.said import save_said
from facilitator.store.workshop.schema import WORKSHOP_FILE
from facilitator.store.workshop.setup import save_setup
from facilitator.store.workshop.whole import save_changes, save_note, save_whole
from tests.helpers.clock import FakeClock
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.workshops import (
    AGREEMENT,
    GATHER,
    a_gathering,
    a_plain_step,
    a_workshop,
    the_plan,
)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
some_text = texts.filter(bool)
lengths = st.timedeltas(timedelta(), timedelta(days=2))
zones = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(-timedelta(minutes=210))])
times = st.builds(
    lambda since, zone: datetime(1971, 1, 1, tzinfo=zone) + since,
    st.timedeltas(timedelta(), timedelta(days=80_000)),
    zones,
)
codes = st.sampled_from(["cy", "en", "ar"]).map(Language)
languages = st.lists(codes, min_size=1, max_size=2, unique=True).map(tuple)
words = st.builds(
    Words,
    st.lists(st.tuples(codes, texts), max_size=2, unique_by=lambda entry: entry[0]).map(tuple),
)
several_words = st.lists(words, max_size=3).map(tuple)
steps = st.builds(
    Step,
    id=st.uuids().map(lambda uuid: StepId(str(uuid))),
    title=words,
    length=lengths,
    segments=st.lists(st.builds(Segment, words, lengths), max_size=2).map(tuple),
    question=words,
    hint=words,
    trim_to=st.none() | lengths,
    say=texts,
    do=texts,
    materials=texts,
    notes_a_turn=st.integers(1, 3),
    floor=st.integers(5, 10),
    scale=several_words,
    statements=several_words,
)
moments = st.builds(Moment, lengths, times, texts)
rounds = st.builds(
    Round, length=lengths, used_before=lengths, state=st.just(RoundState.RUNNING), since=moments
) | st.builds(Round, length=lengths, used_before=lengths)
contributions = st.builds(Contribution, id=st.just("0"), text=some_text)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """An agenda in which one step is now."""
    drawn = draw(st.lists(steps, min_size=1, max_size=3, unique_by=lambda step: step.id))
    place = draw(st.integers(0, len(drawn) - 1))
    others = st.sampled_from([standing for standing in Standing if standing is not Standing.NOW])
    runs = []
    for number, step in enumerate(drawn):
        parts = max(1, len(step.segments))
        runs.append(
            StepRun(
                step,
                tuple(draw(rounds) for _part in range(parts)),
                draw(st.integers(0, parts - 1)),
                Standing.NOW if number == place else draw(others),
            )
        )
    return Agenda(tuple(runs), place)


@st.composite
def gatherings(draw: st.DrawFn, step_id: StepId) -> Gathering:
    """A gathering whose contributions are in the order of their ids, as mixing leaves them."""
    drawn = draw(
        st.builds(
            Gathering,
            step_id=st.just(step_id),
            state=st.sampled_from([GatheringState.WRITING, GatheringState.CLOSED]),
            turns=st.integers(0, 40),
            late_turns=st.integers(0, 5),
            contributions=st.lists(contributions, max_size=5).map(tuple),
        )
    )
    return drawn.mixed(SystemShuffler())


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """A workshop that the domain allows."""
    agenda = draw(agendas())
    ids = st.sampled_from([run.step.id for run in agenda.runs])
    lines = st.builds(
        SaidLine,
        id=st.uuids().map(lambda uuid: LineId(str(uuid))),
        step_id=ids,
        text=some_text,
    )
    gather = [run.step.id for run in agenda.runs if run.step.kind is StepKind.GATHER]
    return draw(
        st.builds(
            Workshop,
            id=st.just(WorkshopId("0123456789abcdef")),
            plan_id=st.just(PlanId("a-plan")),
            plan_title=words,
            purpose=texts,
            setup=st.builds(Setup, people=st.integers(1, 99), starts_at=st.none() | times),
            agenda=st.just(agenda),
            languages=languages,
            practice=st.booleans(),
            note=texts,
            said=st.lists(lines, max_size=4, unique_by=lambda line: line.id).map(tuple),
            gatherings=st.tuples(*(gatherings(step_id) for step_id in gather)),
            board=st.builds(Board, of=st.none() | ids),
        )
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(workshops())
def test_what_is_kept_comes_back_exactly(workshop: Workshop) -> None:
    with closing(workshop_in_memory(workshop)) as db:
        assert read_whole(db) == workshop


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(workshops(), workshops())
def test_a_workshop_saved_again_leaves_nothing_of_the_one_before(
    first: Workshop, second: Workshop
) -> None:
    with closing(workshop_in_memory(first)) as db:
        save_whole(db, second)
        assert read_whole(db) == second


def reread(db: Store, save: Callable[[], None]) -> Workshop:
    """Save in a transaction; return the whole."""
    with transaction(db):
        save()
    return read_whole(db)


def test_the_agenda_is_kept(db: Store) -> None:
    clock = FakeClock()
    agenda = a_workshop().agenda
    agenda = agenda.with_run(agenda.now.with_round(agenda.now.round.start(clock.moment())))
    agenda = agenda.added(a_plain_step(StepId("new"))).moved_to(AGREEMENT, clock.moment())
    assert reread(db, lambda: save_agenda(db, agenda)) == replace(a_workshop(), agenda=agenda)


def test_one_step_is_kept_without_the_others(db: Store) -> None:
    clock = FakeClock()
    before = a_workshop()
    run = before.agenda.now.with_round(before.agenda.now.round.start(clock.moment()))
    run = run.next_segment(clock.moment())
    expected = replace(before, agenda=before.agenda.with_run(run))
    assert reread(db, lambda: save_run(db, run)) == expected


def test_a_gathering_is_kept_and_the_others_stay(db: Store) -> None:
    shuffler = SystemShuffler()
    first = Gathering(GATHER).started().turned((Turn(("a", "b")), Turn(), Turn(("c",))), shuffler)
    second = Gathering(StepId("later")).started().turned((Turn(("d",), in_record=False),), shuffler)
    for gathering in (first, second):
        with transaction(db):
            save_gathering(db, gathering)
    changed = replace(first.closed().contributions[0], set_aside=SetAside.RISK)
    first = first.closed().with_contribution(changed)
    with transaction(db):
        save_gathering(db, first)
    assert read_gatherings(db) == (first, second)


def test_contributions_come_back_in_the_order_of_their_ids(db: Store) -> None:
    mixed = Gathering(GATHER).started().turned(tuple(Turn((t,)) for t in "abcd"), SystemShuffler())
    turned = replace(mixed, contributions=mixed.contributions[::-1])
    assert reread(db, lambda: save_gathering(db, turned)).gathering(GATHER) == mixed


def test_said_lines_stay_in_the_order_they_were_said(db: Store) -> None:
    lines = a_workshop(said_lines=("one", "two", "three")).said
    assert reread(db, lambda: save_said(db, lines)).said == lines
    assert reread(db, lambda: save_said(db, lines[::-1])).said == lines[::-1]


def test_the_board_the_setup_and_the_note_are_kept(db: Store) -> None:
    board = Board(curtain=False, quiet=True, showing=Showing.LINES, of=GATHER, page=2)
    setup = Setup(7, datetime(2030, 1, 1, 9, tzinfo=UTC), "T", "G", back_row_m=8.5, low_vision=True)
    setup = replace(setup, facilitator="Ana Rhys", reach="ana@example.org")
    assert reread(db, lambda: save_board(db, board)).board == board
    assert reread(db, lambda: save_setup(db, setup)).setup == setup
    assert reread(db, lambda: save_note(db, "ask Sam")).note == "ask Sam"
    assert reread(db, lambda: save_note(db, "")).note == ""


def changes(before: Workshop) -> dict[str, Workshop]:
    """Return a workshop for each part that can change while it runs, in which that part did."""
    now = FakeClock().moment()
    line = AgreementLine(LineId("0"), (Wording("We listen"),))
    undo = Undo(((AGREEMENT, Standing.WAITING, (timedelta(minutes=5),)),))
    return {
        "setup": replace(before, setup=replace(before.setup, people=13)),
        "agenda": replace(before, agenda=before.agenda.moved_to(AGREEMENT, now)),
        "note": replace(before, note="ask Sam"),
        "said": replace(before, said=a_workshop(said_lines=("one",)).said),
        "gatherings": before.with_gathering(a_gathering(("a", "b", "c"))),
        "agreement": replace(before, agreement=before.agreement.suggest(line)),
        "board": replace(before, board=Board(curtain=False, page=2)),
        "shortened": replace(before, shortened=undo),
        "held": replace(before, held=timedelta(seconds=7)),
        "held_since": replace(before, held_since=now),
        "letters": replace(before, letters=(Lettered(3, LineName("0", 1, GATHER, why=True)),)),
        "left_out": replace(before, left_out=(LineName("sun", of=GATHER),)),
    }


FIXED = {"id", "plan_id", "plan_title", "purpose", "languages", "practice", "planned"}
OF_KINDS = {"states"}  # in test_states.py
NEVER_SAVED = {"last_time"}  # from the library


def test_every_part_that_is_another_object_is_saved(db: Store) -> None:
    before = a_workshop()
    changed = changes(before)
    assert changed.keys() | FIXED | OF_KINDS | NEVER_SAVED == {
        part.name for part in fields(Workshop)
    }
    for name, after in changed.items():
        save_whole(db, before)
        assert reread(db, partial(save_changes, db, before, after)) == after, name


def test_steps_that_moved_came_or_changed_are_saved_in_their_places(db: Store) -> None:
    before = a_workshop()
    runs = before.agenda.runs
    renamed = replace(runs[4], step=replace(runs[4].step, title=Words.of("Air")))
    for agenda in (
        replace(before.agenda, runs=(*runs[:3], renamed, runs[3])),
        before.agenda.added(a_plain_step(StepId("new"))),
        before.agenda.dropped(runs[4].step.id),
    ):
        after = replace(before, agenda=agenda)
        assert reread(db, partial(save_changes, db, before, after)) == after
        before = after


def test_whatever_can_be_typed_is_read_back() -> None:
    """What is written is never refused as damaged: the longest that each field takes."""
    letter = "e" + chr(0x301) * (LONGEST_GRAPHEME - 1)  # one character to a person
    before = a_workshop(said_lines=(letter * MAX_SAID,), written=("x" * MAX_CHARACTERS,))
    setup = replace(before.setup, title="T" * 32_767, back_row_m=1e300, image_height_m=1e-300)
    workshop = replace(before, setup=setup, note=letter * 200)
    with closing(workshop_in_memory(workshop)) as db:
        assert read_whole(db) == workshop


def test_a_file_in_which_nothing_was_kept_yet_is_no_workshop(path: Path) -> None:
    with closing(open_store(path, WORKSHOP_FILE)) as db, pytest.raises(NotAWorkshopError):
        read_whole(db)


def test_a_workshop_is_found_again_after_closing_its_file(db: Store, path: Path) -> None:
    db.close()
    with closing(open_workshop(path)) as again:
        assert read_whole(again) == a_workshop()


def test_no_file_is_written_over(db: Store, path: Path) -> None:
    db.close()
    with pytest.raises(StoreUnavailableError, match="this name already"):
        create_workshop(path, a_workshop())
    open_workshop(path).close()


def test_a_workshop_that_cannot_be_made_leaves_no_file(path: Path) -> None:
    twice = (a_workshop(said_lines=("a",)).said[0],) * 2
    with pytest.raises(Exception, match="UNIQUE"):
        create_workshop(path, replace(a_workshop(), said=twice))
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError):
        create_workshop(tmp_path / "missing" / "a.workshop", a_workshop())


def test_a_file_that_is_gone_is_reported_and_not_created_again(path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="is not there"):
        open_workshop(path)
    assert not path.exists()


def test_forgetting_leaves_nothing_and_can_be_done_again(db: Store, path: Path) -> None:
    db.close()
    backup_of(path).write_bytes(b"words")
    path.with_name(path.name + "-journal").write_bytes(b"")
    forget(path)
    forget(path)
    assert list(path.parent.iterdir()) == []


def test_a_half_forgotten_file_can_be_forgotten(db: Store, path: Path) -> None:
    db.close()
    path.write_bytes(bytes(4096))
    forget(path)
    assert not path.exists()


def test_what_cannot_be_removed_keeps_no_word_elsewhere(db: Store, path: Path) -> None:
    db.close()
    second = path.with_name("second name")
    second.hardlink_to(path)
    stays = path.with_name(path.name + "-journal")
    stays.mkdir()
    with pytest.raises(StoreUnavailableError) as caught:
        forget(path)
    assert str(stays) in caught.value.remedy
    assert not path.exists()
    assert not any(second.read_bytes())


def test_a_workshop_that_is_open_is_not_forgotten(db: Store, path: Path) -> None:
    with pytest.raises(WorkshopInUseError):
        forget(path)
    assert read_whole(db) == a_workshop()


def test_the_builders_plan_is_the_workshops() -> None:
    assert tuple(run.step for run in a_workshop().agenda.runs) == the_plan().steps


def with_lettered_lines(*letters: int | None, opened: bool = True, late: bool = False) -> Workshop:
    """Return a workshop with a line for each letter, opened unless told otherwise."""
    gathering = a_gathering(("a", "b", "c")[: len(letters)]).closed()
    lines = (
        replace(line, letter=letter, late=late)
        for line, letter in zip(gathering.contributions, letters, strict=True)
    )
    changed = replace(gathering, was_opened=opened, contributions=tuple(lines))
    return a_workshop().with_gathering(changed)


def test_letters_are_read_as_they_were_given(db: Store) -> None:
    gathering = replace(with_lettered_lines(4, 0, None).gathering(GATHER), gone=(1, 3))
    workshop = a_workshop().with_gathering(gathering)
    save_whole(db, workshop)
    assert read_whole(db) == workshop
    assert workshop.next_letter == 5


@pytest.mark.parametrize(
    "workshop",
    [
        with_lettered_lines(0, 1, opened=False),
        with_lettered_lines(2, 2),
        with_lettered_lines(0, late=True),
        with_lettered_lines(-1),
        replace(with_lettered_lines(3), letters=(Lettered(3, LineName("0")),)),
        replace(a_workshop(), letters=(Lettered(0, LineName("0", of=StepId("nowhere"))),)),
        replace(a_workshop(), left_out=(LineName("0", of=StepId("nowhere")),)),
    ],
    ids=[
        "not opened",
        "twice",
        "late",
        "none such",
        "of two kinds",
        "of no step",
        "out of no step",
    ],
)
def test_letters_that_nobody_gave_are_refused(db: Store, workshop: Workshop) -> None:
    save_whole(db, workshop)
    with pytest.raises(StoreDamagedError):
        read_whole(db)
