"""The list of workshops: where each file is, and which files must be deleted."""

import os
from dataclasses import replace
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.stage import Stage
from facilitator.errors import NotAllowedNowError, StoreUnavailableError
from facilitator.store.database import Store, converting_faults, is_in_memory, transaction
from facilitator.store.library.left_files import LeftFile, left_files, save_left_files
from facilitator.store.library.workshops import (
    Entry,
    add_workshop,
    remove_workshop,
    save_workshop,
    workshops,
)
from facilitator.store.record_files import PDF
from facilitator.store.workshop.forgetting import SUFFIX
from facilitator.wording import _


class WorkshopList:
    """The list, in the library of one data folder.

    Every method raises ``StoreUnavailableError`` when the library cannot be read or written.
    """

    def __init__(self, folder: Path, library: Store) -> None:
        self._folder = folder
        self._library = library
        self._moved: dict[WorkshopId, str] = {}  # files whose new place could not be written
        self._unwritten: dict[WorkshopId, Entry] = {}  # workshops that could not be added
        self._left: set[LeftFile] = set()  # files to delete, which could not be written either

    def entries(self) -> tuple[Entry, ...]:
        """Return the list, the newest first."""
        with converting_faults():
            rows = workshops(self._library)
        written = (
            replace(row, file=self._moved.get(row.id, row.file))
            for row in rows
            if row.id not in self._unwritten
        )
        return (*self._unwritten.values(), *written)

    def listed(self) -> tuple[Entry, ...]:
        """Return the list; where it cannot be read, the entries that this program added."""
        try:
            return self.entries()
        except StoreUnavailableError:
            return tuple(self._unwritten.values())

    def finished_records(self) -> tuple[Path, ...]:
        """Return the records of closed workshops, without paths of another kind."""
        return tuple(
            entry.record
            for entry in self.listed()
            if entry.stage is Stage.CLOSED
            and entry.record is not None
            and entry.record.suffix.lower() == PDF
        )

    def is_written(self, workshop_id: WorkshopId) -> bool:
        """Return whether the next start will find a workshop and its file in the list."""
        listed_here = workshop_id in self._unwritten or workshop_id in self._moved
        return not (listed_here or is_in_memory(self._library))

    def hold(self, entry: Entry) -> None:
        """Hold an entry in memory until it is saved, or until the program ends."""
        self._leave_place_of(self._unwritten.get(entry.id), entry)
        self._unwritten[entry.id] = entry

    def entry(self, workshop_id: WorkshopId) -> Entry:
        """Return one workshop of the list. Raises ``NotAllowedNowError`` if it is not listed."""
        if workshop_id in self._unwritten:
            return self._unwritten[workshop_id]
        for entry in self.entries():
            if entry.id == workshop_id:
                return entry
        raise NotAllowedNowError(_("This workshop is not in the list any more."))

    def path_of(self, entry: Entry) -> Path:
        """Return where a workshop's file is: in the data folder, or where it was saved instead.

        A closed workshop has none.
        """
        return self._folder / entry.file

    def add(self, entry: Entry) -> None:
        """Put a workshop on the list."""
        with transaction(self._library):
            add_workshop(self._library, entry)

    def put(self, entry: Entry) -> None:
        """Add or change a workshop in the list; if that fails, hold it in memory."""
        listed = (
            entry.id in {listed_entry.id for listed_entry in self.listed()} - self._unwritten.keys()
        )
        self._leave_place_of(self._unwritten.get(entry.id), entry)
        try:
            self._write(entry)
        except StoreUnavailableError:
            if listed:
                self._moved[entry.id] = entry.file
            else:
                self._unwritten[entry.id] = entry

    def save(self, entry: Entry) -> None:
        """Save a workshop as it is now in the list; add it if it is not listed.

        If that fails, the entry stays in memory until the program ends.
        """
        self._leave_place_of(self._unwritten.get(entry.id), entry)
        try:
            self._write(entry)
        except StoreUnavailableError:
            if entry.id not in self._unwritten:
                raise
            self._unwritten[entry.id] = entry

    def remove(self, workshop_id: WorkshopId) -> None:
        """Remove a workshop from the list; its file must be deleted, if it still exists."""
        unwritten = self._unwritten.pop(workshop_id, None)
        self._leave_place_of(unwritten)
        try:
            self._remove_row(workshop_id)
        except StoreUnavailableError:
            if unwritten is None or workshop_id in {entry.id for entry in self.entries()}:
                raise

    def move(self, workshop_id: WorkshopId, file: Path) -> None:
        """Change the place of a workshop's file, and mark the old file for deletion.

        When the list cannot be written, the new place stays in memory until the program ends.
        """
        entry = self.entry(workshop_id)
        moved = replace(entry, file=self.name_of(file))
        if entry.file:
            self._left.add(LeftFile(entry.file))
        if workshop_id in self._unwritten:
            self._unwritten[workshop_id] = moved
        else:
            self._moved[workshop_id] = moved.file
        self._write(moved)

    def name_of(self, path: Path) -> str:
        """Return a file's path as the list stores it; ``path_of`` turns it back."""
        whole = real_path(path)
        return whole.name if whole.parent == real_path(self._folder) else str(whole)

    def is_file_of(self, entry: Entry, path: Path) -> bool:
        """Return whether this is the listed file, whatever its folder is called."""
        return self._is_same(entry.file, self.name_of(path))

    def left(self) -> set[LeftFile]:
        """Return all files to delete, now or at the end of their workshop."""
        with converting_faults():
            return left_files(self._library) | self._left

    def due(self) -> set[LeftFile]:
        """Return the files to delete now; never one that holds a listed workshop."""
        going_on = [entry for entry in self.entries() if entry.stage is not Stage.CLOSED]
        ids = {entry.id for entry in going_on}
        return {
            left_file
            for left_file in self.left()
            if left_file.workshop not in ids
            and not any(self._is_same(left_file.file, entry.file) for entry in going_on)
        }

    def save_left(self, left: set[LeftFile]) -> None:
        """Replace the saved list of files to delete."""
        with transaction(self._library):
            save_left_files(self._library, left)
        self._left.clear()

    def path_of_left(self, left: LeftFile) -> Path:
        """Return the path of a file to delete."""
        return self._folder / left.file

    def needs_finishing(self) -> bool:
        """Return whether a closing or a deletion was interrupted, or a file is not listed."""
        closing = any(entry.stage is Stage.CLOSING for entry in self.entries())
        return closing or bool(self.due() or self.strays())

    def strays(self) -> list[Path]:
        """Return workshop files in the data folder that are not on the list."""
        listed_paths = {real_path(self.path_of(entry)) for entry in self.entries() if entry.file}
        files = self._folder.glob(f"*{SUFFIX}")
        return sorted(file for file in files if real_path(file) not in listed_paths)

    def _write(self, entry: Entry) -> None:
        """Write a workshop's place; another program may have listed it meanwhile.

        Saves the place before, whose file is deleted at the end of the workshop.
        """
        with transaction(self._library):
            row = self._row(entry.id)
            self._leave_place_of(row, entry)
            (add_workshop if row is None else save_workshop)(self._library, entry)
            left = left_files(self._library) | self._left
            files_left = {
                left_file for left_file in left if not self._is_same(left_file.file, entry.file)
            }
            save_left_files(self._library, files_left)
        self._left.clear()
        self._moved.pop(entry.id, None)
        self._unwritten.pop(entry.id, None)

    def _remove_row(self, workshop_id: WorkshopId) -> None:
        with transaction(self._library):
            self._leave_place_of(self._row(workshop_id))
            remove_workshop(self._library, workshop_id)
            save_left_files(self._library, left_files(self._library) | self._left)
        self._left.clear()

    def _leave_place_of(self, before: Entry | None, now: Entry | None = None) -> None:
        """Mark the earlier file of a workshop for deletion, unless it is still in use."""
        if before is None or not before.file:
            return
        is_there = now is not None and self._is_same(before.file, now.file)
        if not is_there and before.file not in {left_file.file for left_file in self._left}:
            self._left.add(LeftFile(before.file, before.id))

    def _row(self, workshop_id: WorkshopId) -> Entry | None:
        rows = workshops(self._library)
        return next((row for row in rows if row.id == workshop_id), None)

    def _is_same(self, file: str, other_file: str) -> bool:
        return real_path(self._folder / file) == real_path(self._folder / other_file)


def real_path(path: Path) -> Path:
    """Return a path with its links resolved as far as possible; a loop stays in it."""
    return Path(os.path.realpath(path))
