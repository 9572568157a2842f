"""The source of all chance: the order of contributions and their ids."""

import itertools
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from secrets import SystemRandom

T = TypeVar("T")


class SystemShuffler:
    """Randomness from the operating system, which nobody can reproduce."""

    @cached_property
    def _chance(self) -> "SystemRandom":
        from secrets import SystemRandom  # imports OpenSSL, which the first window does not need

        return SystemRandom()

    def shuffled(self, things: tuple[T, ...]) -> tuple[T, ...]:
        """Return things in a fresh random order."""
        return tuple(self._chance.sample(things, len(things)))

    def new_id(self) -> str:
        """Return a fresh random id of 16 hexadecimal digits."""
        from secrets import token_hex

        return token_hex(8)


class SeededShuffler:
    """Randomness that is the same for the same seed on every Python, for tests and rehearsals.

    Never for a real workshop: the seed reveals the order.
    """

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._count = itertools.count()

    def shuffled(self, things: tuple[T, ...]) -> tuple[T, ...]:
        """Return things in the next order of this seed."""
        return tuple(sorted(things, key=lambda _one: self.new_id()))

    def new_id(self) -> str:
        """Return the next id of this seed."""
        from hashlib import sha256

        return sha256(f"{self._seed} {next(self._count)}".encode()).hexdigest()[:16]
