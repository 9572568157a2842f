"""The list of workshops as it is worked with: where each file is, and what is to be forgotten."""

import os
from dataclasses import replace
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.setup import Stage
from facilitator.errors import NotAllowedNowError, StoreUnavailableError
from facilitator.store.database import Store, faults_told, is_in_memory, transaction
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

    Everything here raises ``StoreUnavailableError`` when the machine keeps us from the library.
    """

    def __init__(self, folder: Path, library: Store) -> None:
        self._folder = folder
        self._library = library
        self._moved: dict[WorkshopId, str] = {}  # files whose new place could not be written
        self._unwritten: dict[WorkshopId, Entry] = {}  # workshops that could not be put on it
        self._left: set[LeftFile] = set()  # what has to go, and could not be written either

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

    def finished_records(self) -> tuple[Path, ...]:
        """Return where the records of closed workshops are; a path of another kind is left out."""
        return tuple(
            entry.record
            for entry in self.known()
            if entry.stage is Stage.CLOSED
            and entry.record is not None
            and entry.record.suffix.lower() == PDF
        )

    def is_written(self, workshop_id: WorkshopId) -> bool:
        """Return whether the next start will know a workshop, and where its file is."""
        known_here = workshop_id in self._unwritten or workshop_id in self._moved
        return not (known_here or is_in_memory(self._library))

    def know(self, entry: Entry) -> None:
        """Know a workshop as it is now until it is saved, or until the program ends."""
        self._leave_place_of(self._unwritten.get(entry.id), entry)
        self._unwritten[entry.id] = entry

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
        self._leave_place_of(self._unwritten.get(entry.id), entry)
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
        self._leave_place_of(self._unwritten.get(entry.id), entry)
        try:
            self._write(entry)
        except StoreUnavailableError:
            if entry.id not in self._unwritten:
                raise
            self._unwritten[entry.id] = entry

    def remove(self, workshop_id: WorkshopId) -> None:
        """Take a workshop off the list; its file is to go, if it is still there."""
        unwritten = self._unwritten.pop(workshop_id, None)
        self._leave_place_of(unwritten)
        try:
            self._remove_row(workshop_id)
        except StoreUnavailableError:
            if unwritten is None or workshop_id in {one.id for one in self.entries()}:
                raise

    def move(self, workshop_id: WorkshopId, file: Path) -> None:
        """Say that a workshop's file is elsewhere now, and that the old one has to go.

        When the list cannot be written, the new place holds until the program ends.
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
        """Return what the list says of where a file is: ``path_of`` finds it there again."""
        whole = real_path(path)
        return whole.name if whole.parent == real_path(self._folder) else str(whole)

    def is_file_of(self, entry: Entry, path: Path) -> bool:
        """Return whether this is the file that the list knows, whatever its folder is called."""
        return self._is_same(entry.file, self.name_of(path))

    def left(self) -> set[LeftFile]:
        """Return all files that have to go, now or with the end of their workshop."""
        with faults_told():
            return left_files(self._library) | self._left

    def due(self) -> set[LeftFile]:
        """Return the files that have to go now; never one that a workshop is in."""
        going_on = [one for one in self.entries() if one.stage is not Stage.CLOSED]
        ids = {one.id for one in going_on}
        return {
            one
            for one in self.left()
            if one.workshop not in ids
            and not any(self._is_same(one.file, other.file) for other in going_on)
        }

    def keep_left(self, left: set[LeftFile]) -> None:
        """Keep what still has to go, in place of what had."""
        with transaction(self._library):
            save_left_files(self._library, left)
        self._left.clear()

    def path_of_left(self, left: LeftFile) -> Path:
        """Return where a file is that has to go."""
        return self._folder / left.file

    def needs_finishing(self) -> bool:
        """Return whether a closing or a forgetting was interrupted, or a file is on no list."""
        closing = any(one.stage is Stage.CLOSING for one in self.entries())
        return closing or bool(self.due() or self.strays())

    def strays(self) -> list[Path]:
        """Return workshop files in the data folder that are not on the list."""
        known = {real_path(self.path_of(one)) for one in self.entries() if one.file}
        found = self._folder.glob(f"*{SUFFIX}")
        return sorted(one for one in found if real_path(one) not in known)

    def _write(self, entry: Entry) -> None:
        """Write a workshop's place; another program may have put it on the list meanwhile.

        A place that it had before is remembered, and goes with the end of the workshop.
        """
        with transaction(self._library):
            row = self._row(entry.id)
            self._leave_place_of(row, entry)
            (add_workshop if row is None else save_workshop)(self._library, entry)
            left = left_files(self._library) | self._left
            kept = {one for one in left if not self._is_same(one.file, entry.file)}
            save_left_files(self._library, kept)
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
        """Remember where a workshop was, unless it is there still; what has to go is known."""
        if before is None or not before.file:
            return
        is_there = now is not None and self._is_same(before.file, now.file)
        if not is_there and before.file not in {one.file for one in self._left}:
            self._left.add(LeftFile(before.file, before.id))

    def _row(self, workshop_id: WorkshopId) -> Entry | None:
        rows = workshops(self._library)
        return next((one for one in rows if one.id == workshop_id), None)

    def _is_same(self, one: str, other: str) -> bool:
        return real_path(self._folder / one) == real_path(self._folder / other)


def real_path(path: Path) -> Path:
    """Return a path without its links, as far as they can be followed; a loop is left in it."""
    return Path(os.path.realpath(path))
