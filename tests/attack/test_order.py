"""No bytes in the data folder and no SELECT show who wrote first (4.2, leak 25)."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from facilitator.domain.contribution import Contribution, Gathering, Shuffler, Turn
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import create_workshop
from facilitator.store.workshop.gatherings import save_gathering
from tests.attack.order import Orders, tags
from tests.helpers.attacks import count, measured
from tests.helpers.files import open_workshop
from tests.helpers.workshops import GATHER, a_workshop

T = TypeVar("T")


class NoShuffler(SystemShuffler):
    """The planted leak: everything stays in the order in which it came."""

    def shuffled(self, things: tuple[T, ...]) -> tuple[T, ...]:
        return things


class Evening:
    """One gathering from the first turn to the last, looked at after every write."""

    def __init__(self, folder: Path, db: Store, orders: Orders, shuffler: Shuffler) -> None:
        self._folder, self._db, self._orders, self._shuffler = folder, db, orders, shuffler
        self._people = random.SystemRandom()
        self.arrived: list[str] = []
        self._gathering = Gathering(GATHER).started()

    def run(self) -> None:
        """Play it."""
        left = self._people.randint(8, 40)
        while left > 0:
            left -= self._turns(left)
        self._keep("closed", self._gathering.closed())
        for time in (
            "",
            " again",
        ):  # a name for each moment, since the order stays until it is mixed
            self._keep(
                f"reworded{time}", self._gathering.with_contribution(self._reworded(self._any()))
            )
            self._keep(f"taken out{time}", self._gathering.without(self._any().id))
        self._open("opened")
        first = tuple(self.arrived)
        self._look_at_letters("opened", first)
        self._keep("started again", self._gathering.started())
        for _ in range(3):
            self._take_in("late turn", (self._typed(),))
        self._keep("closed again", self._gathering.closed())
        self._open("opened with the late ones")
        self._look_at_letters("opened with the late ones", first)
        self._look_at_letters("the late ones", tuple(self.arrived[len(first) :]))

    def _turns(self, left: int) -> int:
        """Take in one typed turn, one empty one, or a few cards; return how many turns."""
        kind = self._people.choice(["typed", "typed", "typed", "empty", "cards"])
        if kind == "cards":
            number = min(left, self._people.randint(2, 5))
            self._take_in("cards", tuple(self._typed() for _ in range(number)))
            return number
        self._take_in("turn", (Turn() if kind == "empty" else self._typed(),))
        return 1

    def _typed(self) -> Turn:
        texts = tuple(self._text() for _ in range(self._people.choice([1, 1, 2, 3])))
        return Turn(texts, in_record=self._people.random() < 0.9)

    def _text(self) -> str:
        self.arrived += tags(1)
        return self.arrived[-1] + " ŵ" * self._people.randint(0, 90)

    def _any(self) -> Contribution:
        return self._people.choice(self._gathering.contributions)

    def _reworded(self, line: Contribution) -> Contribution:
        place = next(n for n, tag in enumerate(self.arrived) if line.text.startswith(tag))
        [self.arrived[place]] = tags(1)
        return replace(line, text=self.arrived[place] + " reworded")

    def _take_in(self, moment: str, turns: tuple[Turn, ...]) -> None:
        self._keep(moment, self._gathering.turned(turns, self._shuffler))

    def _open(self, moment: str) -> None:
        opened = self._gathering.opened(40, 5, self._shuffler, warned=True)
        self._keep(moment, opened.lettered(max(opened.letters, default=-1) + 1))

    def _look_at_letters(self, moment: str, arrived: tuple[str, ...]) -> None:
        """Read the letters of one batch in the file: late lines follow the others (decision 16)."""
        rows = self._db.execute("SELECT text FROM contribution ORDER BY letter")
        seen = [row["text"][: len(tags(1)[0])] for row in rows]
        self._orders.see(moment, "letters", seen, arrived)

    def _keep(self, moment: str, changed: Gathering) -> None:
        with transaction(self._db):
            save_gathering(self._db, changed)
        self._gathering = changed
        self._orders.look(moment, self._folder, self.arrived, self._db)


def evenings(
    number: int, folder: Path, new_shuffler: Callable[[], Shuffler], *, write_ahead: bool = False
) -> Orders:
    """Play n gatherings, each in a folder of its own."""
    orders = Orders()
    for place in range(number):
        within = folder / str(place)
        within.mkdir()
        with closing(create_workshop(within / "a.workshop", a_workshop(40))) as db:
            if write_ahead:
                db.execute("PRAGMA journal_mode = WAL")
            evening = Evening(within, db, orders, new_shuffler())
            evening.run()
        orders.look("at the end", within, evening.arrived)
        if write_ahead:  # the program opens no such file
            continue
        with closing(open_workshop(within / "a.workshop")) as again:
            orders.look("reopened", within, evening.arrived, again)
    return orders


def test_no_order_in_the_folder_tells_who_wrote_first(tmp_path: Path) -> None:
    orders = evenings(count(small=10, full=300), tmp_path, SystemShuffler)
    measured("order", orders.figures())
    places = {place for _moment, place in orders.found}
    assert places >= {"SELECT", "a.workshop forward", "letters"}
    assert orders.least_chance() > 1e-6, orders.worst()


def test_the_attack_would_see_it_if_nothing_were_shuffled(tmp_path: Path) -> None:
    orders = evenings(count(small=3, full=20), tmp_path, NoShuffler)
    chances = orders.chances()
    assert chances["turn", "SELECT"] < 1e-12
    assert chances["turn", "a.workshop forward"] < 1e-12
    assert chances["opened", "letters"] < 1e-12


def test_the_attack_would_see_what_a_write_ahead_log_keeps(tmp_path: Path) -> None:
    orders = evenings(count(small=3, full=20), tmp_path, SystemShuffler, write_ahead=True)
    assert orders.chances()["turn", "a.workshop-wal forward"] < 1e-12
