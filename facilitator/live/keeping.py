"""Write, then remember, then tell: the one way in which a part changes anything (decision 12)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.clock import Clock, Moment
from facilitator.domain.contribution import Shuffler
from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import create_workshop, workshop_in_memory

Write = Callable[[Store], None]
Follower = Callable[[Workshop], tuple[Workshop, Write] | None]


@dataclass(frozen=True, slots=True)
class NotKept:
    """Why nothing reaches the disk any more, worded for the facilitator."""

    reason: str


class Keeping:
    """Holds the workshop and its store. A failed write of ours changes nothing anywhere.

    When the machine fails, the workshop goes on in memory: the same act is repeated there, and
    ``not_kept`` says why until somebody saves elsewhere.
    """

    def __init__(self, db: Store, workshop: Workshop, clock: Clock, shuffler: Shuffler) -> None:
        self.workshop = workshop
        self.not_kept: NotKept | None = None
        self.shuffler = shuffler
        self._db = db
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._followers: list[Follower] = []

    @property
    def now(self) -> Moment:
        """The present moment."""
        return self._clock.moment()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each change, when the store has it."""
        self._listeners.append(listener)

    def follow(self, follower: Follower) -> None:
        """Let ``follower`` change along with every act, in the act's own write."""
        self._followers.append(follower)

    def keep(self, changed: Workshop, write: Write) -> None:
        """Write the change, remember the changed workshop, tell the listeners."""
        changed, write = self._followed(changed, write)
        self._write(changed, write)
        self.workshop = changed
        self.tell()

    def tell_first(self, changed: Workshop, write: Write) -> None:
        """Tell before writing: the curtain and pause for care do not wait for a disk.

        It is written also where a bug keeps somebody from being told.
        """
        changed, write = self._followed(changed, write)
        self.workshop = changed
        was_kept = self.not_kept is None
        try:
            self.tell()
        finally:
            self._write(changed, write)
        if was_kept and self.not_kept is not None:
            self.tell()

    def keep_quietly(self, changed: Workshop, write: Write) -> None:
        """Write and remember; nothing that anyone can see has changed."""
        changed, write = self._followed(changed, write)
        self._write(changed, write)
        self.workshop = changed

    def tell(self) -> None:
        """Tell the listeners that something may look different now."""
        for listener in tuple(self._listeners):
            listener()

    def go_unkept(self, reason: str) -> None:
        """Say why the store has been in memory from the first moment."""
        self.not_kept = NotKept(reason)

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new workshop file.

        Raises ``StoreUnavailableError`` when that one cannot be written either.
        """
        old, self._db = self._db, create_workshop(path, self.workshop)
        old.close()
        self.not_kept = None
        self.tell()

    def close(self) -> None:
        """Let go of the store."""
        self._db.close()

    def _followed(self, changed: Workshop, write: Write) -> tuple[Workshop, Write]:
        writes = [write]
        for follower in self._followers:
            if (along := follower(changed)) is not None:
                changed, more = along
                writes.append(more)

        def write_all(db: Store) -> None:
            for one in writes:
                one(db)

        return changed, write_all

    def _write(self, changed: Workshop, write: Write) -> None:
        try:
            with transaction(self._db):
                write(self._db)
        except StoreUnavailableError as error:
            self._go_on_in_memory(changed, error)

    def _go_on_in_memory(self, changed: Workshop, error: StoreUnavailableError) -> None:
        old, self._db = self._db, workshop_in_memory(changed)
        old.close()
        self.not_kept = NotKept(error.message)
