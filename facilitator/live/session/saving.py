"""Saves, then replaces, then publishes: the only way to change anything (decision 12)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from facilitator.domain.contribution import Shuffler
from facilitator.domain.summary import RecordParts
from facilitator.domain.time.clock import Clock, Moment
from facilitator.domain.time_held import with_held_time
from facilitator.domain.workshop import Workshop
from facilitator.errors import StoreUnavailableError
from facilitator.live.session.lettering import with_letters
from facilitator.store.database import Store, transaction
from facilitator.store.workshop.file import create_workshop, workshop_in_memory
from facilitator.store.workshop.whole import save_changes

NO_PARTS: RecordParts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Why nothing is saved to the disk any more, worded for the facilitator."""

    reason: str


class Saving:
    """Holds the workshop and its store. A write that fails by our fault changes nothing.

    When the disk fails, the workshop goes on in memory: the same act is repeated there, and
    ``not_saved`` says why until somebody saves elsewhere.
    """

    def __init__(
        self,
        db: Store,
        workshop: Workshop,
        clock: Clock,
        shuffler: Shuffler,
        parts: RecordParts = NO_PARTS,
    ) -> None:
        self.workshop = workshop
        self.not_saved: NotSaved | None = None
        self.shuffler = shuffler
        self._db = db
        self._clock, self._parts = clock, parts
        self._listeners: list[Callable[[], None]] = []

    @property
    def now(self) -> Moment:
        """The present moment."""
        return self._clock.moment()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each saved change."""
        self._listeners.append(listener)

    def save(self, changed: Workshop) -> None:
        """Save the parts that are new objects, then replace the workshop, then publish.

        A rebuilt part is always written: also for a turn in which nobody wrote.
        """
        self.save_quietly(changed)
        self.publish()

    def save_quietly(self, changed: Workshop) -> None:
        """Save without publishing, since nothing visible has changed."""
        changed = with_letters(with_held_time(self.workshop, changed, self.now), self._parts)
        self._save(self.workshop, changed)
        self.workshop = changed

    def publish_first(self, changed: Workshop) -> None:
        """Publish before saving, so that the curtain and pause for care do not wait for a disk.

        Saves even if a listener raises, with whatever a listener changed meanwhile.
        """
        before, was_saved = self.workshop, self.not_saved is None
        self.workshop = with_held_time(before, changed, self.now)
        try:
            self.publish()
        finally:
            self._save(before, self.workshop)
        if was_saved and self.not_saved is not None:
            self.publish()

    def publish(self) -> None:
        """Notify the listeners of a possible change."""
        for listener in tuple(self._listeners):
            listener()

    def go_on_in_memory(self, reason: str) -> None:
        """Set why the store has been in memory from the start."""
        self.not_saved = NotSaved(reason)

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new workshop file.

        Raises ``StoreUnavailableError`` when that file cannot be written either.
        """
        old, self._db = self._db, create_workshop(path, self.workshop)
        old.close()
        self.not_saved = None
        self.publish()

    def close(self) -> None:
        """Close the store."""
        self._db.close()

    def _save(self, before: Workshop, changed: Workshop) -> None:
        try:
            with transaction(self._db):
                save_changes(self._db, before, changed)
        except StoreUnavailableError as error:
            self._go_on_in_memory(changed, error)

    def _go_on_in_memory(self, changed: Workshop, error: StoreUnavailableError) -> None:
        old, self._db = self._db, workshop_in_memory(changed)
        old.close()
        self.not_saved = NotSaved(error.message)
