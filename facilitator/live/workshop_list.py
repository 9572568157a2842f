"""The list of workshops as it is worked with: where each file is, and what is to be forgotten."""

from dataclasses import replace
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.setup import Stage
from facilitator.errors import FacilitatorError, NotAllowedNowError, StoreUnavailableError
from facilitator.store.database import Store, faults_told, transaction
from facilitator.store.library.left_files import left_files, save_left_files
from facilitator.store.library.workshops import (
    Entry,
    add_workshop,
    remove_workshop,
    save_workshop,
    workshops,
)
from facilitator.store.workshop.forgetting import SUFFIX, forget
from facilitator.wording import _


class WorkshopList:
    """The list, in the library of one data folder.

    Everything here raises ``StoreUnavailableError`` when the machine keeps us from the library.
    """

    def __init__(self, folder: Path, library: Store) -> None:
        self._folder = folder
        self._library = library
        self._moved: dict[WorkshopId, str] = {}  # files whose new place could not be written
        self._unwritten: dict[WorkshopId, Entry] = {}  # workshops that could not be put on it

    def entries(self) -> tuple[Entry, ...]:
        """Return the list, the newest first."""
        with faults_told():
            found = workshops(self._library)
        written = (
            replace(one, file=self._moved.get(one.id, one.file))
            for one in found
            if one.id not in self._unwritten
        )
        return (*self._unwritten.values(), *written)

    def known(self) -> tuple[Entry, ...]:
        """Return the list; where it cannot be read, what this program has put on it."""
        try:
            return self.entries()
        except StoreUnavailableError:
            return tuple(self._unwritten.values())

    def is_written(self, workshop_id: WorkshopId) -> bool:
        """Return whether the next start will know a workshop, and where its file is."""
        return workshop_id not in self._unwritten and workshop_id not in self._moved

    def entry(self, workshop_id: WorkshopId) -> Entry:
        """Return one workshop of the list. Raises ``NotAllowedNowError`` if it is not there."""
        if workshop_id in self._unwritten:
            return self._unwritten[workshop_id]
        for one in self.entries():
            if one.id == workshop_id:
                return one
        raise NotAllowedNowError(_("This workshop is not in the list any more."))

    def path_of(self, entry: Entry) -> Path:
        """Return where a workshop's file is: in the data folder, or where it was saved instead.

        One that was closed has none.
        """
        return self._folder / entry.file

    def add(self, entry: Entry) -> None:
        """Put a workshop on the list."""
        with transaction(self._library):
            add_workshop(self._library, entry)

    def put(self, entry: Entry) -> None:
        """Put a workshop on the list, or change it there; or know it until the program ends."""
        listed = entry.id in {one.id for one in self.known()} - self._unwritten.keys()
        try:
            self._write(entry)
        except StoreUnavailableError:
            if listed:
                self._moved[entry.id] = entry.file
            else:
                self._unwritten[entry.id] = entry

    def save(self, entry: Entry) -> None:
        """Keep a workshop on the list as it is now; one that is not on it is put there, if it can.

        If it cannot, it goes on being known until the program ends.
        """
        try:
            self._write(entry)
        except StoreUnavailableError:
            if entry.id not in self._unwritten:
                raise
            self._unwritten[entry.id] = entry

    def _write(self, entry: Entry) -> None:
        """Write a workshop's place; another program may have put it on the list meanwhile."""
        with transaction(self._library):
            listed = any(one.id == entry.id for one in workshops(self._library))
            (save_workshop if listed else add_workshop)(self._library, entry)
        self._moved.pop(entry.id, None)
        self._unwritten.pop(entry.id, None)

    def remove(self, workshop_id: WorkshopId) -> None:
        """Take a workshop off the list."""
        if self._unwritten.pop(workshop_id, None) is not None:
            return
        with transaction(self._library):
            remove_workshop(self._library, workshop_id)

    def move(self, workshop_id: WorkshopId, file: Path) -> None:
        """Say that a workshop's file is elsewhere now, and forget the old one, or later.

        When the list cannot be written, the new place holds until the program ends.
        """
        entry = self.entry(workshop_id)
        moved = replace(entry, file=str(file))
        self._moved[workshop_id] = moved.file
        with transaction(self._library):
            save_workshop(self._library, moved)
            save_left_files(self._library, {*left_files(self._library), entry.file})
        del self._moved[workshop_id]
        self.forget_what_was_left()

    def needs_finishing(self) -> bool:
        """Return whether a closing or a forgetting was interrupted, or a file is on no list."""
        closing = any(one.stage is Stage.CLOSING for one in self.entries())
        return closing or bool(self._to_forget() or self.strays())

    def strays(self) -> list[Path]:
        """Return workshop files in the data folder that are not on the list."""
        known = {self.path_of(one) for one in self.entries() if one.file}
        return sorted(set(self._folder.glob(f"*{SUFFIX}")) - known)

    def forget_what_was_left(self) -> None:
        """Forget files that could not be removed when they should have been; some may stay."""
        there = self._to_forget()
        left = {name for name in there if not _is_forgotten(self._folder / name)}
        if left != there:
            with transaction(self._library):
                save_left_files(self._library, left)

    def _to_forget(self) -> set[str]:
        with faults_told():
            return left_files(self._library)


def _is_forgotten(path: Path) -> bool:
    """Forget a file; return whether nothing of it is left."""
    if not path.parent.is_dir():  # on a stick that is not plugged in
        return False
    try:
        forget(path)
    except FacilitatorError:
        return False
    return True
