"""What a kind of step saves of its step, and its plan fields, in the workshop file."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

import pytest

from facilitator.domain.ids import ContributionId, StepId
from facilitator.domain.limits import UnsoundError
from facilitator.domain.plan.step import Segment, StepKind, StepOptions
from facilitator.domain.step_state import StepState
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.domain.workshop import Workshop
from facilitator.errors import FacilitatorError, StoreDamagedError, StoreTooNewError
from facilitator.store.database import Store, transaction
from facilitator.store.kinds import StoredKinds
from facilitator.store.workshop.file import create_workshop, open_workshop
from facilitator.store.workshop.plain import plain_of, value_of
from facilitator.store.workshop.salvage import salvaged
from facilitator.store.workshop.states import save_state
from facilitator.store.workshop.whole import read_whole, save_changes
from tests.helpers.workshops import a_workshop


class Sky(StrEnum):
    """How it is."""

    CLEAR = "clear"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Cloud:
    """A value inside a state."""

    sky: Sky
    over: tuple[ContributionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Weather(StepState):
    """A made-up state with a field of every type that can be stored."""

    clouds: tuple[Cloud, ...] = ()
    pair: tuple[str, int] = ("", 0)
    name: Words | None = None
    waited: timedelta = timedelta()
    closed: bool = False
    height: float = 0.0

    def check(self) -> None:
        """Refuse more than three clouds."""
        if len(self.clouds) > 3:
            raise UnsoundError("clouds")


@dataclass(frozen=True, slots=True)
class NewerWeather(Weather):
    """The same state, one version later."""

    VERSION: ClassVar[int] = 2
    wind: int = 0

    @classmethod
    def upgraded(cls, plain: dict[str, object], version: int) -> dict[str, object]:
        """Add what the first version did not have."""
        assert version == 1
        return plain | {"wind": 3}


@dataclass(frozen=True, slots=True)
class Forecast(StepOptions):
    """Made-up options."""

    days: int
    source: Words = NO_WORDS

    def check(self) -> None:
        """Refuse what nobody can foresee."""
        if self.days > 7:
            raise UnsoundError("days")


KINDS = StoredKinds({StepKind.TALK: Weather}, {StepKind.TALK: Forecast})
TALK = next(s.id for s in a_workshop().agenda.steps if s.kind is StepKind.TALK)
OTHER = next(s.id for s in a_workshop().agenda.steps if s.kind is not StepKind.TALK)
FULL = Weather(
    TALK,
    clouds=(Cloud(Sky.GREY, (ContributionId("a"), ContributionId("b"))), Cloud(Sky.CLEAR)),
    pair=("“ŵ” 🙂 مرحبا", 3),
    name=Words(((WELSH, "Tywydd"), (ENGLISH, "Weather"))),
    waited=timedelta(seconds=90, microseconds=1),
    closed=True,
    height=1.5,
)
WHOLE_NUMBER = replace(FULL, height=2)  # as the domain allows it


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a workshop in which one step has a state."""
    path = tmp_path / "a.workshop"
    create_workshop(path, a_workshop().with_state(FULL)).close()
    return path


def changed(path: Path, statement: str, *values: object) -> None:
    """Change the file as somebody could by hand."""
    with closing(open_workshop(path, KINDS)) as db, transaction(db):
        db.execute(statement, values)


def test_a_state_is_read_as_it_was_saved(path: Path) -> None:
    with closing(open_workshop(path, KINDS)) as db:
        assert read_whole(db, KINDS).states == (FULL,)


def test_a_whole_number_is_read_where_a_broken_one_may_be(path: Path) -> None:
    with closing(open_workshop(path, KINDS)) as db:
        save(db, WHOLE_NUMBER)
    with closing(open_workshop(path, KINDS)) as db:
        assert read_whole(db, KINDS).states == (WHOLE_NUMBER,)


def test_a_state_that_changed_is_saved_and_another_is_left_alone(path: Path) -> None:
    with closing(open_workshop(path, KINDS)) as db:
        before = read_whole(db, KINDS)
        after = before.with_state(replace(FULL, closed=False))
        with transaction(db):
            save_changes(db, before, after)
            save_changes(db, after, after)
        assert read_whole(db, KINDS) == after


def test_what_the_plan_says_to_one_kind_is_read_as_it_was_saved(tmp_path: Path) -> None:
    workshop = with_options(a_workshop(), Forecast(3))
    with closing(create_workshop(tmp_path / "b.workshop", workshop)) as db:
        assert read_whole(db, KINDS) == workshop


def with_options(workshop: Workshop, options: StepOptions) -> Workshop:
    """Return a workshop whose talk has options."""
    run = workshop.agenda.run_of(TALK)
    step = replace(run.step, options=options)
    return replace(workshop, agenda=workshop.agenda.with_run(replace(run, step=step)))


WORDS_IN = ("en", "cy", "de")
BROKEN: dict[str, Callable[[dict[str, object]], object]] = {
    "no object": lambda _plain: [],
    "nothing": lambda _plain: None,
    "a field too many": lambda plain: plain | {"more": 1},
    "no step": lambda plain: {key: plain[key] for key in plain if key != "step_id"},
    "another step": lambda plain: plain | {"step_id": OTHER},
    "a number for a text": lambda plain: plain | {"pair": [3, 3]},
    "a truth for a number": lambda plain: plain | {"pair": ["", True]},
    "a text for a truth": lambda plain: plain | {"closed": "yes"},
    "a pair of three": lambda plain: plain | {"pair": ["", 0, 0]},
    "no list": lambda plain: plain | {"clouds": {}},
    "no value of the enum": lambda plain: plain | {"clouds": [{"sky": "storm"}]},
    "a number that is too large": lambda plain: plain | {"pair": ["", 10**30]},
    "a text that is too long": lambda plain: plain | {"pair": ["x" * 3_000_000, 0]},
    "no words": lambda plain: plain | {"name": [["en"]]},
    "words of letters": lambda plain: plain | {"name": ["ab"]},
    "words in an object": lambda plain: plain | {"name": {"en": "a"}},
    "words of a pair in an object": lambda plain: plain | {"name": [{"en": 1, "cy": 2}]},
    "words of a number": lambda plain: plain | {"name": [["en", 3]]},
    "words in a language that is a sentence": lambda plain: plain | {"name": [["in Welsh", "a"]]},
    "words twice in a language": lambda plain: plain | {"name": [["en", "a"], ["en", "b"]]},
    "words in three languages": lambda plain: plain | {"name": [[c, "a"] for c in WORDS_IN]},
    "half a character": lambda plain: plain | {"pair": ["\ud800", 0]},
    "infinite": lambda plain: plain | {"height": float("inf")},
    "what the kind does not allow": lambda plain: plain | {"clouds": [{"sky": "grey"}] * 4},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_state_that_nobody_can_have_made_is_refused_and_salvaged_without(
    path: Path, name: str
) -> None:
    plain = plain_of(FULL)
    assert isinstance(plain, dict)
    content = {"version": 1, "fields": BROKEN[name](plain)}
    changed(path, "UPDATE step_state SET content = ?", json.dumps(content))
    with pytest.raises(FacilitatorError):
        open_workshop(path, KINDS)
    workshop = salvaged(path, "0" * 16, KINDS, lambda _workshop: None)
    assert workshop is not None
    assert workshop.states == ()
    assert len(workshop.agenda.runs) == len(a_workshop().agenda.runs)


def test_a_state_of_a_kind_that_holds_none_or_of_no_step_is_refused(path: Path) -> None:
    for step_id in (OTHER, "nowhere"):
        with closing(open_workshop(path, KINDS)) as db:
            whole = read_whole(db, KINDS)
        changed(path, "UPDATE step_state SET step_id = ?", step_id)
        with pytest.raises(FacilitatorError):
            open_workshop(path, KINDS)
        path.unlink()
        create_workshop(path, whole).close()


def test_a_state_of_a_newer_version_says_so_and_is_not_salvaged_away(path: Path) -> None:
    changed(path, "UPDATE step_state SET content = ?", stored(version=2))
    with pytest.raises(StoreTooNewError):
        open_workshop(path, KINDS)


def test_a_state_of_an_older_version_is_upgraded_by_its_kind(path: Path) -> None:
    newer = StoredKinds({StepKind.TALK: NewerWeather}, KINDS.options)
    with closing(open_workshop(path, newer)) as db:
        (state,) = read_whole(db, newer).states
    assert isinstance(state, NewerWeather)
    assert state.wind == 3


@pytest.mark.parametrize("content", ["{}", '{"version": 0, "fields": {}}', "[]", '{"version": 1}'])
def test_a_state_without_its_version_is_refused(path: Path, content: str) -> None:
    changed(path, "UPDATE step_state SET content = ?", content)
    with pytest.raises(StoreDamagedError):
        open_workshop(path, KINDS)


def test_a_step_whose_options_cannot_be_read_is_salvaged_without_them(tmp_path: Path) -> None:
    path = tmp_path / "b.workshop"
    create_workshop(path, with_options(a_workshop(), Forecast(8))).close()
    workshop = salvaged(path, "0" * 16, KINDS, lambda _workshop: None)
    assert workshop is not None
    assert [run.step.id for run in workshop.agenda.runs] == [
        run.step.id for run in a_workshop().agenda.runs
    ]
    assert workshop.agenda.run_of(TALK).step.options is None


def test_a_state_that_could_not_be_read_again_is_not_saved(path: Path) -> None:
    with closing(open_workshop(path, KINDS)) as db:
        with pytest.raises(ValueError, match="too much"):
            save(db, replace(FULL, pair=("x" * (1 << 20), 1)))
        assert read_whole(db, KINDS).states == (FULL,)


def test_states_are_in_the_order_in_which_they_are_read() -> None:
    workshop = a_workshop().with_state(FULL)
    later = replace(FULL, step_id=OTHER)
    changes = workshop.with_state(later).with_state(FULL), workshop.with_state(later)
    assert changes[0].states == changes[1].states


def stored(*, version: int) -> str:
    """Return the state as some version stores it."""
    return json.dumps({"version": version, "fields": plain_of(FULL)})


def test_options_that_the_kind_does_not_allow_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.workshop"
    create_workshop(path, with_options(a_workshop(), Forecast(8))).close()
    with pytest.raises(FacilitatorError):
        open_workshop(path, KINDS)


@pytest.mark.parametrize(
    "words", ['["ab"]', '[{"en": 1, "cy": 2}]', '[["en", 3]]', '[["in Welsh", "a"]]']
)
@pytest.mark.parametrize(
    "field", ["title", "question", "hint", "cue", "scale[0]", "segments[0][0]", "options.source"]
)
def test_a_step_with_words_that_nobody_can_have_written_is_refused(
    tmp_path: Path, field: str, words: str
) -> None:
    path, heron = tmp_path / "b.workshop", Words.of("heron")
    workshop = with_options(a_workshop(), Forecast(3, heron))
    run = workshop.agenda.run_of(TALK)
    segments = (Segment(heron, run.step.length),) * len(run.rounds)
    step = replace(run.step, scale=(heron,), segments=segments)
    workshop = replace(workshop, agenda=workshop.agenda.with_run(replace(run, step=step)))
    create_workshop(path, workshop).close()
    open_workshop(path, KINDS).close()
    setting = "UPDATE step SET content = json_set(content, ?, json(?)) WHERE id = ?"
    changed(path, setting, f"$.{field}", words, TALK)
    with pytest.raises(FacilitatorError):
        open_workshop(path, KINDS)


def test_a_state_that_is_saved_again_leaves_nothing_of_what_was_there(path: Path) -> None:
    words = "nobody may find this again"
    with closing(open_workshop(path, KINDS)) as db:
        save(db, replace(FULL, pair=(words, 1)))
        assert words.encode() in path.read_bytes()
        save(db, FULL)
    assert words.encode() not in path.read_bytes()


def save(db: Store, state: StepState) -> None:
    """Save a state in a transaction."""
    with transaction(db):
        save_state(db, state)


@pytest.mark.parametrize("value", [object(), {1}, b"x", Weather])
def test_what_cannot_be_stored_is_a_mistake_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        plain_of((value,))


def test_a_field_with_a_default_may_be_missing() -> None:
    assert value_of(Weather, {"step_id": "a"}) == Weather(StepId("a"))
