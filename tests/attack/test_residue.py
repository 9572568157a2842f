"""Text that was taken out, reworded, wiped or deleted is in no byte of the folder.

And nothing that can be seen from outside a file tells a pass from a contribution.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import SystemRandom

import pytest

from facilitator.domain.contribution import Contribution, Gathering, Turn
from facilitator.domain.ids import LineId, StepId
from facilitator.domain.said import SaidLine
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import create_workshop, forget
from facilitator.store.workshop.gatherings import save_gathering
from facilitator.store.workshop.said import save_said
from facilitator.store.workshop.whole import save_note
from tests.helpers.attacks import count, measured
from tests.helpers.files import open_workshop, read_whole
from tests.helpers.folder import bytes_in, canary, left_of
from tests.helpers.workshops import AGREEMENT, GATHER, a_workshop

CHANCE = SystemRandom()
SHUFFLER = SystemShuffler()
LATER = StepId("later")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.workshop"


@pytest.fixture
def db(path: Path) -> Iterator[Store]:
    with closing(create_workshop(path, a_workshop())) as store:
        yield store


def with_tail(text: str) -> str:
    """Return a text of any length that begins so: rows of many sizes move between pages."""
    return text + " é" * CHANCE.randint(0, 90)


class Writing:
    """A gathering into which people write, and from which lines go again."""

    def __init__(self, db: Store, step_id: StepId) -> None:
        self._db = db
        self._gathering = Gathering(step_id).started()
        self.gone: set[str] = set()

    def fill(self, lines: int) -> None:
        """Hand in n cards, so that the rows fill several pages and have to move."""
        cards = tuple(Turn((with_tail(canary()),)) for _ in range(lines))
        self._keep(self._gathering.turned(cards, SHUFFLER))

    def write(self) -> None:
        """Hand in one turn of up to three texts."""
        turn = Turn(tuple(with_tail(canary()) for _ in range(CHANCE.randint(0, 3))))
        self._keep(self._gathering.turned((turn,), SHUFFLER))

    def reword(self) -> None:
        """Reword a line; its original goes at once."""
        line = self._leaving()
        self._keep(self._gathering.with_contribution(replace(line, text=with_tail(canary()))))

    def take_out(self) -> None:
        """Take a line out for good."""
        self._keep(self._gathering.without(self._leaving().id))

    @property
    def has_some(self) -> bool:
        """Whether there is a line that could go."""
        return bool(self._gathering.contributions)

    def _leaving(self) -> Contribution:
        line = CHANCE.choice(self._gathering.contributions)
        self.gone.add(line.text[:16])
        return line

    def _keep(self, changed: Gathering) -> None:
        with transaction(self._db):
            save_gathering(self._db, changed)
        self._gathering = changed


def test_leak_24_what_is_taken_out_or_reworded_is_gone_at_once(db: Store, path: Path) -> None:
    both = Writing(db, GATHER), Writing(db, LATER)
    for side in both:
        side.fill(40)
    acts = count(small=120, full=2_000)
    for _ in range(acts):
        side = CHANCE.choice(both)
        act = CHANCE.choice(
            [side.write, side.reword, side.take_out] if side.has_some else [side.write]
        )
        act()
        left = left_of(path.parent, side.gone)
        assert not left, left
    measured("residue", [f"{len(both[0].gone | both[1].gone)} texts went in {acts} acts, 0 found"])


def test_a_said_line_that_is_corrected_or_taken_back_is_gone_at_once(db: Store, path: Path) -> None:
    lines: tuple[SaidLine, ...] = ()
    gone: set[str] = set()
    for place in range(count(small=60, full=600)):
        lines += (SaidLine(LineId(secrets.token_hex(8)), AGREEMENT, with_tail(canary())),)
        if place % 3:
            at = CHANCE.randrange(len(lines))
            gone.add(lines[at].text[:16])
            corrected = (replace(lines[at], text=with_tail(canary())),) if place % 2 else ()
            lines = (*lines[:at], *corrected, *lines[at + 1 :])
        with transaction(db):
            save_said(db, lines)
        assert not left_of(path.parent, gone)


def test_a_wiped_note_is_gone_at_once(db: Store, path: Path) -> None:
    gone: set[str] = set()
    for number in (1, 50, 500):
        gone.add(text := canary())
        for note in (text * number, ""):
            with transaction(db):
                save_note(db, note)
        assert not left_of(path.parent, gone)


def test_a_forgotten_workshop_is_gone_from_the_folder_and_was_overwritten(path: Path) -> None:
    texts = tuple(canary() for _ in range(40))
    create_workshop(path, a_workshop(said_lines=texts[:20], written=texts[20:])).close()
    second_name = path.with_name("second name")  # shows what is in the place on the disk afterwards
    second_name.hardlink_to(path)
    assert len(left_of(path.parent, set(texts))) == len(texts)
    forget(path)
    assert not left_of(path.parent, set(texts))
    assert set(second_name.read_bytes()) == {0}


def test_the_attack_would_see_what_is_deleted_without_wiping(db: Store, path: Path) -> None:
    writing = Writing(db, GATHER)
    db.execute("PRAGMA secure_delete = OFF")
    for _ in range(10):
        writing.write()
    while writing.has_some:
        writing.take_out()
    assert left_of(path.parent, writing.gone)


def test_the_attack_would_see_a_journal_that_is_kept(db: Store, path: Path) -> None:
    writing = Writing(db, GATHER)
    db.execute("PRAGMA journal_size_limit = -1")
    for _ in range(10):
        writing.write()
    while writing.has_some:
        writing.take_out()
    assert any(
        "journal" in name for where in left_of(path.parent, writing.gone).values() for name in where
    )


def outside(folder: Path) -> list[tuple[str, int]]:
    """Return what a directory listing shows."""
    return sorted((name, len(held)) for name, held in bytes_in(folder).items())


def test_file_sizes_do_not_tell_a_pass_from_a_contribution(tmp_path: Path) -> None:
    seen = []
    for name, turn in (("passing", Turn()), ("writing", Turn(("ŵ" * 200,) * 3))):
        folder = tmp_path / name
        folder.mkdir()
        gathering = Gathering(GATHER).started()
        with closing(create_workshop(folder / "a.workshop", a_workshop(40))) as db:
            seen.append([outside(folder)])
            for _ in range(40):
                gathering = gathering.turned((turn,), SHUFFLER)
                with transaction(db):
                    save_gathering(db, gathering)
                seen[-1].append(outside(folder))
        with closing(open_workshop(folder / "a.workshop")) as db:
            assert read_whole(db).gathering(GATHER).turns == 40
        seen[-1].append(outside(folder))
    assert seen[0] == seen[1]
    measured("sizes", [f"{dict(seen[0][20])} for 40 passes and for 40 × 3 notes of 200 characters"])
