"""What a workshop file holds of the states of kinds, and whether it tells an order."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import TypeVar

from facilitator.live.session.session import LiveSession
from tests.helpers.attacks import count, measured

CHANCE = random.SystemRandom()
Turn = TypeVar("Turn")


def stored(folder: Path) -> list[tuple[object, ...]]:
    """Return every row of the table that kinds write, sound or not."""
    with closing(sqlite3.connect(folder / "w.workshop")) as db:
        return [tuple(row) for row in db.execute("SELECT * FROM step_state")]


def contents_after_any_order(
    name: str,
    folder: Path,
    turns: tuple[Turn, ...],
    taken: Callable[[Path, tuple[Turn, ...]], LiveSession],
) -> set[str]:
    """Return what the file holds after the same turns in many orders."""
    orders = list(permutations(turns))
    tried = CHANCE.sample(orders, count(small=12, full=len(orders)))
    held = set()
    for place, order in enumerate(tried):
        taken(folder / str(place), order).close()
        held.add(repr(stored(folder / str(place))))
    measured(name, [f"{len(tried)} orders of turns, {len(held)} contents of the file"])
    return held
