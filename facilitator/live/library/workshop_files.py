"""Workshop files that are not in the list: opened by hand, or left by a crash."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.workshop import Stage, Workshop
from facilitator.errors import (
    AnotherFileError,
    FacilitatorError,
    NotAllowedNowError,
    NotAWorkshopError,
    StoreUnavailableError,
    WorkshopInUseError,
)
from facilitator.live.library.record_file import erase_record, record_is_whole
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.live.session.stores import check_tallies, readable_store
from facilitator.store.database import converting_faults
from facilitator.store.kinds import StoredKinds
from facilitator.store.library.left_files import LeftFile
from facilitator.store.library.workshops import Entry
from facilitator.store.trust import damaged
from facilitator.store.workshop.file import (
    SUFFIX,
    create_workshop,
    forget,
    may_be_forgotten,
)
from facilitator.store.workshop.salvage import salvaged
from facilitator.store.workshop.whole import read_whole
from facilitator.wording import _

NOBODYS = "0" * 16  # an id for a workshop that nobody saves


class WorkshopFiles:
    """Adds files to the list, and deletes copies of them."""

    def __init__(self, listed: WorkshopList, today: Callable[[], date], kinds: StoredKinds) -> None:
        self._list = listed
        self._kinds = kinds
        self._today = today

    def take_in(self, path: Path, *, instead: bool = False) -> WorkshopId:
        """Add a workshop file to the list where it is, so that the workshop can resume.

        Where the list cannot be written, the entry stays in memory until the program ends.
        Replaces the listed file only with ``instead``; that file is deleted at the end of the
        workshop.

        Raises:
            AnotherFileError: the list has another file, and nobody has chosen yet.
            NotAWorkshopError: the file is something else, or holds nothing yet.
            NotAllowedNowError: this is a copy; the record is written, or is being written.
            WorkshopInUseError: a program uses this file, or the one on the list.
            StoreTooNewError, StoreUnavailableError: as ``open_workshop``.

        """
        workshop = workshop_in(path, self._kinds) if _holds_something(path) else None
        if workshop is None:
            raise NotAWorkshopError
        listed = next((entry for entry in self._list.listed() if entry.id == workshop.id), None)
        if listed is None:
            name = self._list.name_of(path)
            self._list.put(entry_of(workshop, self._day_of(workshop), name))
        elif listed.stage is Stage.CLOSED:
            raise _is_closed(listed)
        elif not self._list.is_file_of(listed, path):
            self._replace(listed, path, instead=instead)
        return workshop.id

    def can_be_salvaged(self, path: Path) -> bool:
        """Return whether any part of a file that was refused as damaged can be read.

        Raises ``NotAllowedNowError`` where ``salvage`` would.
        """
        workshop = salvaged(path, NOBODYS, self._kinds, check_tallies)
        if workshop is not None:
            self._find_salvageable(workshop.id, path)
        return workshop is not None

    def salvage(self, path: Path, new_id: str) -> WorkshopId:
        """Save what can be read of a damaged file in a new file, and list that.

        The damaged file is deleted at the end of the workshop. After an interrupted closing this
        erases the unfinished record now, and the workshop must be closed again. Shows nothing
        of the content; lines that were not opened stay closed.

        Raises:
            StoreDamagedError: nothing can be read.
            NotAllowedNowError: the list has a better file of this workshop, or its record is
                written.
            StoreUnavailableError: the new file cannot be written.

        """
        workshop = salvaged(path, new_id, self._kinds, check_tallies)
        if workshop is None:
            raise damaged()
        listed = self._find_salvageable(workshop.id, path)
        if listed is not None and listed.record is not None:
            erase_record(listed.record)
        new_file = self._list.path_of(entry_of(workshop, self._today(), f"{new_id}{SUFFIX}"))
        create_workshop(new_file, workshop).close()
        if listed is None:
            listed = entry_of(workshop, self._day_of(workshop), self._list.name_of(path))
            self._list.put(listed)
        going_on = replace(listed, stage=Stage.RUNNING, record=None)
        self._list.put(replace(going_on, file=self._list.name_of(new_file)))
        return workshop.id

    def _find_salvageable(self, workshop_id: WorkshopId, path: Path) -> Entry | None:
        """Return the list entry of the workshop in a damaged file, if any.

        Raises ``NotAllowedNowError`` when this is a copy, or the record is written.
        """
        entry = next((entry for entry in self._list.listed() if entry.id == workshop_id), None)
        if entry is None:
            return None
        if entry.stage is Stage.CLOSED:
            raise _is_closed(entry)
        if not self._list.is_file_of(entry, path):
            raise NotAllowedNowError(
                _("The list has another file of “{title}”.").format(title=entry.title),
                _("Carry on with that one, at Home. This one is a damaged copy."),
            )
        if entry.record is not None and record_is_whole(entry.record):
            raise NotAllowedNowError(
                _("The record of “{title}” is made.").format(title=entry.title),
                _("Carry on at Home to finish the record."),
                _("The record of this workshop is made."),
            )
        return entry

    def _replace(self, listed: Entry, path: Path, *, instead: bool) -> None:
        """Use another file of a workshop from now on, if that is allowed and wanted."""
        listed_path = self._list.path_of(listed)
        if listed.stage is Stage.CLOSING:
            raise NotAllowedNowError(
                _("The record of “{title}” is being made, from its own file: {path}").format(
                    title=listed.title, path=listed_path
                ),
                _("This file is a copy. Carry on at Home to finish the record."),
                _("The record of this workshop is being made, from its own file."),
            )
        if _may_hold(listed_path, listed.id, self._kinds) and not instead:
            raise AnotherFileError(listed_path)
        self._list.put(replace(listed, file=self._list.name_of(path)))

    def delete_leftovers(self) -> None:
        """Delete files that could not be removed in time; some may stay."""
        gone = {left_file for left_file in self._list.due() if self._is_forgotten(left_file)}
        if gone:
            with suppress(StoreUnavailableError):  # then it is checked again
                self._list.save_left(self._list.left() - gone)

    def _is_forgotten(self, left: LeftFile) -> bool:
        """Delete a file; return whether nothing of it is left."""
        path = self._list.path_of_left(left)
        if not path.parent.is_dir():  # on a stick that is not plugged in
            return False
        try:
            with converting_faults():
                ours = may_be_forgotten(path)
            if not ours:
                return True
            if not left.workshop or _may_hold(path, WorkshopId(left.workshop), self._kinds):
                forget(path)
        except FacilitatorError:
            return False
        return True

    def take_in_strays(self) -> None:
        """List workshop files that are on no list, after a crash or with a lost library."""
        ids = {entry.id for entry in self._list.entries()}
        for path in self._list.strays():
            try:
                workshop = workshop_in(path, self._kinds)
            except FacilitatorError:
                continue  # somebody has it open, or it is not ours
            if workshop is None:
                forget(path)  # a crash before anything was in it
            elif workshop.id not in ids:
                self._list.add(entry_of(workshop, self._day_of(workshop), path.name))

    def delete_files_of(self, entry: Entry) -> None:
        """Forget the file of a workshop that has ended, and all in the data folder that hold it."""
        if entry.file:  # a workshop that was never saved has none
            forget(self._list.path_of(entry))
        for path in self._list.strays():
            try:
                copy = workshop_in(path, self._kinds)
            except FacilitatorError:
                continue
            if copy is not None and copy.id == entry.id:
                forget(path)

    def _day_of(self, workshop: Workshop) -> date:
        begins = workshop.setup.starts_at
        return self._today() if begins is None else begins.astimezone().date()


def _is_closed(entry: Entry) -> NotAllowedNowError:
    return NotAllowedNowError(
        _("“{title}” is closed, and its record is made.").format(title=entry.title),
        _("This file is a copy that was left: delete it."),
    )


def _may_hold(path: Path, workshop_id: WorkshopId, kinds: StoredKinds) -> bool:
    """Return whether a file holds a workshop, as far as it can be read.

    Raises ``WorkshopInUseError`` when a program works with it.
    """
    if path.parent.is_dir() and not path.exists():
        return False
    try:
        workshop = workshop_in(path, kinds)
    except WorkshopInUseError:
        raise
    except FacilitatorError:
        return True  # on a stick that is not plugged in, or half forgotten
    return workshop is None or workshop.id == workshop_id


def _holds_something(path: Path) -> bool:
    """Return whether a file is worth opening: an empty one would become one of ours."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return True  # whoever opens it says why it cannot be


def entry_of(workshop: Workshop, day: date, file: str) -> Entry:
    """Return a running workshop's place in the list."""
    return Entry(
        id=workshop.id,
        title=workshop.title,
        group=workshop.setup.group,
        date=day,
        plan_id=workshop.plan_id,
        plan_title=workshop.plan_title.first,
        planned=sum((run.step.length for run in workshop.agenda.runs), timedelta()),
        stage=Stage.RUNNING,
        file=file,
    )


def workshop_in(path: Path, kinds: StoredKinds) -> Workshop | None:
    """Return the workshop in a file; ``None`` when nothing was saved in it yet."""
    with closing(readable_store(path, kinds)) as db:
        try:
            return read_whole(db, kinds)
        except NotAWorkshopError:
            return None
