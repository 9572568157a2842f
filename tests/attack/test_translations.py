"""A helper's translations and a drawing's words: gone when they go, and no order tells anything.

A missing translation would point to whoever wrote in the other language; so the room sees all of
them or none.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from facilitator.domain.contribution import Contribution, Gathering, Turn
from facilitator.domain.summary import summary_of
from facilitator.domain.text.language import ENGLISH, NO_WORDS, WELSH, Words
from facilitator.domain.workshop import Showing, Workshop
from facilitator.kinds.registry import LIVE
from facilitator.live.session.chance import SystemShuffler
from facilitator.record import json_of
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import create_workshop
from facilitator.store.workshop.gatherings import save_gathering
from tests.attack.order import Orders, tags
from tests.helpers.attacks import count, measured
from tests.helpers.clock import FakeClock
from tests.helpers.folder import canary, left_of
from tests.helpers.workshops import GATHER, a_workshop

CHANCE = random.SystemRandom()
SHUFFLER = SystemShuffler()
BOTH = (WELSH, ENGLISH)
Save = Callable[[Store, Gathering, Contribution], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.workshop"


@pytest.fixture
def db(path: Path) -> Iterator[Store]:
    with closing(create_workshop(path, a_workshop(40))) as store:
        yield store


def opened(texts: tuple[str, ...]) -> Gathering:
    """Return opened lines, some of them drawings."""
    turns = tuple(Turn((text,), drawing=CHANCE.random() < 0.3) for text in texts)
    gathering = Gathering(GATHER).started().turned(turns, SHUFFLER).closed()
    return gathering.opened(40, 5, SHUFFLER, warned=False).lettered(0)


def with_tail(text: str) -> str:
    """Return a text of any length that begins so: rows of many sizes move between pages."""
    return text + " é" * CHANCE.randint(0, 90)


def saved(db: Store, gathering: Gathering, _line: Contribution) -> None:
    """Save a gathering as the program does."""
    save_gathering(db, gathering)


def appended(db: Store, _gathering: Gathering, line: Contribution) -> None:
    """Add a row to a table of their own, as is usual: the planted leak."""
    db.execute("CREATE TABLE IF NOT EXISTS translation (line TEXT, text TEXT)")
    row = line.id, line.translation.first
    db.execute("INSERT INTO translation VALUES (?, ?)", row)


def orders_of_translating(number: int, folder: Path, save: Save) -> Orders:
    """Translate the lines of many gatherings, in an order that nobody should find."""
    orders = Orders()
    for place in range(number):
        within = folder / str(place)
        within.mkdir()
        with closing(create_workshop(within / "a.workshop", a_workshop(40))) as db:
            gathering = opened(tuple(canary() for _line in range(12)))
            with transaction(db):
                save_gathering(db, gathering)
            translated: list[str] = []
            for line in CHANCE.sample(gathering.contributions, 12):
                translated += tags(1)
                words = Words.of(translated[-1] + " é" * CHANCE.randint(0, 20), WELSH)
                changed = replace(line, translation=words)
                gathering = gathering.with_contribution(changed)
                with transaction(db):
                    save(db, gathering, changed)
            orders.look("translated", within, translated)
    return orders


def test_no_bytes_tell_in_which_order_lines_were_translated(tmp_path: Path) -> None:
    orders = orders_of_translating(count(small=20, full=400), tmp_path, saved)
    measured("translations", orders.figures())
    assert ("translated", "a.workshop forward") in orders.found
    assert orders.least_chance() > 1e-6, orders.worst()


def test_the_attack_would_see_translations_in_rows_of_their_own(tmp_path: Path) -> None:
    orders = orders_of_translating(count(small=20, full=40), tmp_path, appended)
    assert orders.least_chance() < 1e-12


def test_translating_leaves_ids_letters_and_the_order_of_rows_as_they_are(db: Store) -> None:
    gathering = opened(tuple(canary() for _line in range(30)))
    columns = "SELECT id, text, letter, drawing FROM contribution"
    with transaction(db):
        save_gathering(db, gathering)
    before = [tuple(row) for row in db.execute(columns)]
    for line in CHANCE.sample(gathering.contributions, 15):
        words = Words.of(with_tail(canary()), ENGLISH)
        gathering = gathering.with_contribution(replace(line, translation=words))
        with transaction(db):
            save_gathering(db, gathering)
        assert [tuple(row) for row in db.execute(columns)] == before


class Helper:
    """Somebody who translates, changes and withdraws translations, and takes lines out."""

    def __init__(self, db: Store, *, forgetful: bool = False) -> None:
        self._db, self._forgetful = db, forgetful
        self._gathering = opened(tuple(with_tail(canary()) for _line in range(40)))
        self.gone: set[str] = set()

    def act(self) -> None:
        """Do one of the acts to one of the lines."""
        line = CHANCE.choice(self._gathering.contributions)
        if line.translation:
            self.gone.add(line.translation.first[:16])
        act = CHANCE.choice([self._translate, self._withdraw, self._reword, self._take_out])
        changed = act(line)
        with transaction(self._db):
            save_gathering(self._db, changed)
        self._gathering = changed

    @property
    def lines(self) -> int:
        """How many are left."""
        return len(self._gathering.contributions)

    def _translate(self, line: Contribution) -> Gathering:
        words = Words.of(with_tail(canary()), CHANCE.choice(BOTH))
        return self._gathering.with_contribution(replace(line, translation=words))

    def _withdraw(self, line: Contribution) -> Gathering:
        return self._gathering.with_contribution(replace(line, translation=NO_WORDS))

    def _reword(self, line: Contribution) -> Gathering:
        self.gone.add(line.text[:16])
        left = line.translation if self._forgetful else NO_WORDS
        reworded = replace(line, text=with_tail(canary()), translation=left)
        return self._gathering.with_contribution(reworded)

    def _take_out(self, line: Contribution) -> Gathering:
        self.gone.add(line.text[:16])
        return self._gathering.without(line.id)


def test_a_translation_and_a_drawings_words_are_gone_with_the_act(db: Store, path: Path) -> None:
    helper = Helper(db)
    for _act in range(count(small=80, full=1_000)):
        if helper.lines < 2:
            helper = Helper(db)
        helper.act()
        left = left_of(path.parent, helper.gone)
        assert not left, left


def test_the_attack_would_see_a_translation_that_outlives_its_line(db: Store, path: Path) -> None:
    helper = Helper(db, forgetful=True)
    while helper.lines > 2:
        helper.act()
        if left_of(path.parent, helper.gone):
            return
    pytest.fail("nothing was left")


def shown_of(workshop: Workshop) -> str:
    """Return all that the room sees of the lines: on the board, for the record, in the record."""
    now = FakeClock().moment()
    boards = (
        replace(workshop.board, curtain=False, showing=showing, of=GATHER)
        for showing in (Showing.LINES, Showing.ONE, Showing.OVERVIEW, Showing.RECORD)
    )
    pages = (LIVE.room.content_of(replace(workshop, board=board), now) for board in boards)
    summary = summary_of(workshop, now.wall.date(), LIVE.room.record)
    return "\n".join(chain(map(repr, pages), (json_of(summary),)))


def one_missing(*, shows: bool) -> tuple[str, list[str]]:
    """Return what is shown where some lines have no translation, and those that there are."""
    gathering = opened(tuple(canary() for _line in range(CHANCE.randint(5, 12))))
    translated = CHANCE.sample(
        gathering.contributions, CHANCE.randrange(1, len(gathering.contributions))
    )
    texts = []
    for line in translated:
        texts.append(canary())
        words = Words.of(texts[-1], WELSH)
        gathering = gathering.with_contribution(replace(line, translation=words))
    if shows:  # as if those without one had gone
        gone = [line for line in gathering.contributions if not line.translation]
        for line in gone:
            gathering = gathering.without(line.id)
    workshop = replace(a_workshop(40), languages=BOTH).with_gathering(gathering)
    return shown_of(workshop), texts


def test_no_translation_is_shown_while_one_is_missing() -> None:
    for _look in range(count(small=20, full=400)):
        seen, texts = one_missing(shows=False)
        assert not [text for text in texts if text in seen]


def test_the_attack_would_see_those_that_are_shown() -> None:
    seen, texts = one_missing(shows=True)
    assert all(seen.count(text) == 5 for text in texts)
