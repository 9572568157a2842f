"""Whether any order that can be read tells the order in which people wrote."""

import re
import secrets
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from facilitator.store.database import Store
from tests.attack.chance import chi_square_tail, normal_tail, rank_correlation
from tests.helpers.folder import bytes_in

TAG = re.compile(rb"tag[0-9a-f]{12}")
FEWEST = 4  # under this many a rank correlation says too little


def tags(number: int) -> list[str]:
    """Return n texts that can be found in any bytes."""
    return [f"tag{secrets.token_hex(6)}" for _ in range(number)]


class Orders:
    """All orders that were looked at, by the moment and the place where they were read.

    Of each the rank correlation with the order of arrival is kept. Over many looks its mean must
    lie within chance, and its size too: an order that is now forward, now backward is none.
    """

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], list[float]] = defaultdict(list)

    def look(
        self, moment: str, folder: Path, arrived: Sequence[str], db: Store | None = None
    ) -> None:
        """Read the order of ``arrived`` from every file, and from what SELECT gives."""
        for path, held in bytes_in(folder).items():
            name = re.sub("[0-9a-f]{16}", "a", path)  # a workshop's file has a random name
            seen = [match.decode() for match in TAG.findall(held)]
            self._add(moment, f"{name} forward", seen, arrived)
            self._add(moment, f"{name} backward", seen[::-1], arrived)
        if db is not None:
            texts = " ".join(row["text"] for row in db.execute("SELECT text FROM contribution"))
            self._add(moment, "SELECT", [x.decode() for x in TAG.findall(texts.encode())], arrived)

    def see(self, moment: str, place: str, seen: Sequence[str], arrived: Sequence[str]) -> None:
        """Take an order in which texts are shown."""
        self._add(moment, place, list(seen), arrived)

    def chances(self) -> dict[tuple[str, str], float]:
        """Return how likely each is by chance: the lesser of its mean's and its size's."""
        return {key: chance_of(values) for key, values in self.found.items()}

    def least_chance(self) -> float:
        """Return the least likely of all."""
        return min(self.chances().values())

    def worst(self) -> object:
        """Return where that was."""
        return min(self.chances().items(), key=lambda item: item[1])

    def figures(self) -> list[str]:
        """Return a line for each, for whoever measures."""
        lines = []
        for (moment, place), chance in sorted(self.chances().items()):
            values = self.found[moment, place]
            mean = sum(values) / len(values)
            lines.append(f"{moment}, {place}: {len(values)} looks, z {mean:+.3f}, p {chance:.2g}")
        return lines

    def _add(self, moment: str, place: str, seen: Sequence[str], arrived: Sequence[str]) -> None:
        first = {tag: at for at, tag in reversed(list(enumerate(seen)))}
        places = [first[tag] for tag in arrived if tag in first]
        if len(places) < FEWEST:
            return
        scaled = rank_correlation(places) * (len(places) - 1) ** 0.5  # by chance: mean 0, size 1
        self.found[moment, place].append(scaled)
        newest = sorted(places).index(places[-1])
        even = (newest + 0.5) / len(places) - 0.5
        spread = ((1 - len(places) ** -2) / 12) ** 0.5
        self.found[moment, f"{place}: the newest"].append(even / spread)


def chance_of(values: Sequence[float]) -> float:
    """Return the lesser chance of the values' mean and of their size, if each is about normal."""
    mean = sum(values) / len(values) ** 0.5
    return min(normal_tail(mean), chi_square_tail(sum(value**2 for value in values), len(values)))
