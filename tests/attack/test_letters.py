"""Letters are stored with opened lines: they tell neither a turn, nor its moment (leak 19)."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from facilitator.domain.contribution import Gathering, Shuffler, Turn
from facilitator.live.session.chance import SystemShuffler
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import workshop_in_memory
from facilitator.store.workshop.gatherings import save_gathering
from tests.attack.chance import chi_square_tail
from tests.attack.order import Orders
from tests.attack.test_order import NoShuffler
from tests.helpers.attacks import count, measured
from tests.helpers.workshops import GATHER, a_workshop

T = TypeVar("T")
TURNS, LATE_TURNS, NOTES = 5, 3, 2


class TurnsTogether(SystemShuffler):
    """The planted leak: turns are shuffled, and the notes of one turn stay side by side."""

    def shuffled(self, things: tuple[T, ...]) -> tuple[T, ...]:
        notes = sorted(things, key=lambda thing: str(getattr(thing, "text", "")))
        turns = [notes[place : place + NOTES] for place in range(0, len(notes), NOTES)]
        random.SystemRandom().shuffle(turns)
        return tuple(note for turn in turns for note in turn)


@dataclass
class Found:
    """What somebody with the file counts: how far apart the notes of a turn are, and in what order.

    ``apart`` counts differences of letters by the number of lines in the batch.
    """

    apart: dict[int, Counter[int]]
    orders: Orders

    def chances(self) -> dict[str, float]:
        """Return how likely each is by chance."""
        distances = {f"apart among {n}": chance_of(n, self.apart[n]) for n in self.apart}
        return distances | {f"{m}, {p}": chance for (m, p), chance in self.orders.chances().items()}


def chance_of(lines: int, apart: Counter[int]) -> float:
    """Return the chance of such distances between two of so many letters in random order."""
    number = sum(apart.values())
    pairs = lines * (lines - 1) / 2
    even = {distance: number * (lines - distance) / pairs for distance in range(1, lines)}
    off = sum((apart[distance] - usual) ** 2 / usual for distance, usual in even.items())
    return chi_square_tail(off, lines - 2)


def texts_of(turn: int) -> tuple[str, ...]:
    """Return the notes of a turn, such as "3 0" and "3 1"."""
    return tuple(f"{turn} {note}" for note in range(NOTES))


def letters_in(db: Store, first: int = 0) -> dict[str, int]:
    """Return the letter of each line in the file, from a letter on."""
    rows = db.execute("SELECT text, letter FROM contribution WHERE letter >= ?", (first,))
    return {row["text"]: row["letter"] for row in rows}


def openings(number: int, shuffler: Shuffler) -> Iterator[tuple[Store, int]]:
    """Give the file after each first opening, and after each opening of late lines."""
    with closing(workshop_in_memory(a_workshop())) as db:
        for _ in range(number):
            gathering = Gathering(GATHER).started()
            first = 0
            for turns in (range(TURNS), range(TURNS, TURNS + LATE_TURNS)):
                for turn in turns:
                    gathering = gathering.turned((Turn(texts_of(turn)),), shuffler)
                opened = gathering.closed().opened(40, 5, shuffler, warned=False).lettered(first)
                with transaction(db):
                    save_gathering(db, opened)
                yield db, first
                gathering, first = opened.started(), len(opened.letters)


def found_in(number: int, shuffler: Shuffler) -> Found:
    """Read the letters of each opening, as whoever steals the file would."""
    looks = Found({}, Orders())
    for place, (db, first) in enumerate(openings(number, shuffler)):
        letters = letters_in(db, first)
        turns = range(TURNS) if first == 0 else range(TURNS, TURNS + LATE_TURNS)
        first_note, other_note = texts_of(
            turns[place // 2 % len(turns)]
        )  # one pair each: they are independent
        counted = looks.apart.setdefault(len(letters), Counter())
        counted[abs(letters[first_note] - letters[other_note])] += 1
        arrived = [text for turn in turns for text in texts_of(turn)]
        moment = "late" if first else "opened"
        looks.orders.see(moment, "letters", sorted(letters, key=letters.__getitem__), arrived)
        rows = [row["text"] for row in db.execute("SELECT text FROM contribution ORDER BY id")]
        if first:  # lines get ids and letters in one order when they are opened, never again
            earlier = {text: at for text, at in letters_in(db).items() if at < first}
            by_letter = sorted(earlier, key=earlier.__getitem__)
            looks.orders.see(moment, "ids beside letters", rows, by_letter)
    return looks


def attacked(shuffler: Callable[[], Shuffler]) -> dict[str, float]:
    """Return the chance of everything that was counted."""
    chances = found_in(count(small=400, full=10_000), shuffler()).chances()
    measured("letters", (f"{name}: p {chance:.3g}" for name, chance in chances.items()))
    return chances


def test_leak_19_a_letter_belongs_to_a_line_and_never_to_a_turn() -> None:
    chances = attacked(SystemShuffler)
    assert set(chances) >= {"apart among 10", "apart among 6", "opened, letters", "late, letters"}
    assert min(chances.values()) > 1e-6


def test_the_attack_would_see_notes_of_one_turn_side_by_side() -> None:
    chances = attacked(TurnsTogether)
    assert chances["apart among 10"] < 1e-12
    assert chances["apart among 6"] < 1e-12


def test_the_attack_would_see_letters_in_the_order_of_writing() -> None:
    chances = attacked(NoShuffler)
    assert chances["opened, letters"] < 1e-12
    assert chances["late, letters"] < 1e-12
    assert chances["late, ids beside letters"] < 1e-12
