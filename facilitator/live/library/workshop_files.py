"""Workshop files that the list does not know: opened by hand, or left by a crash."""

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
from facilitator.store.database import faults_told
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

NOBODYS = "0" * 16  # an id for a workshop that nobody keeps


class WorkshopFiles:
    """Brings files to the list, and copies of them to an end."""

    def __init__(self, listed: WorkshopList, today: Callable[[], date], kinds: StoredKinds) -> None:
        self._list = listed
        self._kinds = kinds
        self._today = today

    def take_in(self, path: Path, *, instead: bool = False) -> WorkshopId:
        """Put the workshop in a file on the list where it lies, so that it can be carried on.

        Where the list cannot be written, it knows the workshop until the program ends. A file that
        the list knew before is only replaced when ``instead`` says so; it goes with the end of the
        workshop.

        Raises:
            AnotherFileError: the list knows another file, and nobody has chosen yet.
            NotAWorkshopError: the file is something else, or holds nothing yet.
            NotAllowedNowError: this is a copy; the record is made, or is being made.
            WorkshopInUseError: a program works with this file, or with the one on the list.
            StoreTooNewError, StoreUnavailableError: as ``open_workshop``.

        """
        workshop = workshop_in(path, self._kinds) if _holds_something(path) else None
        if workshop is None:
            raise NotAWorkshopError
        known = next((one for one in self._list.known() if one.id == workshop.id), None)
        if known is None:
            name = self._list.name_of(path)
            self._list.put(entry_of(workshop, self._day_of(workshop), name))
        elif known.stage is Stage.CLOSED:
            raise _is_closed(known)
        elif not self._list.is_file_of(known, path):
            self._replace(known, path, instead=instead)
        return workshop.id

    def can_be_salvaged(self, path: Path) -> bool:
        """Return whether something can be read of a file that was refused as damaged.

        Raises ``NotAllowedNowError`` where ``salvage`` would.
        """
        workshop = salvaged(path, NOBODYS, self._kinds, check_tallies)
        if workshop is not None:
            self._find_salvageable(workshop.id, path)
        return workshop is not None

    def salvage(self, path: Path, new_id: str) -> WorkshopId:
        """Save what can be read of a damaged file in a new one, and put that on the list.

        The damaged one goes with the end of the workshop; where its closing was interrupted, a
        half-made record goes now, and it is to be closed again. Nothing of it is shown meanwhile;
        lines that were not opened stay closed.

        Raises:
            StoreDamagedError: nothing can be read.
            NotAllowedNowError: the list has a better file of this workshop, or its record is made.
            StoreUnavailableError: the new file cannot be written.

        """
        workshop = salvaged(path, new_id, self._kinds, check_tallies)
        if workshop is None:
            raise damaged()
        known = self._find_salvageable(workshop.id, path)
        if known is not None and known.record is not None:
            erase_record(known.record)
        new_file = self._list.path_of(entry_of(workshop, self._today(), f"{new_id}{SUFFIX}"))
        create_workshop(new_file, workshop).close()
        if known is None:
            known = entry_of(workshop, self._day_of(workshop), self._list.name_of(path))
            self._list.put(known)
        going_on = replace(known, stage=Stage.RUNNING, record=None)
        self._list.put(replace(going_on, file=self._list.name_of(new_file)))
        return workshop.id

    def _find_salvageable(self, workshop_id: WorkshopId, path: Path) -> Entry | None:
        """Return what the list has of a workshop whose damaged file this is, if anything.

        Raises ``NotAllowedNowError`` when this is a copy, or the record is made.
        """
        entry = next((entry for entry in self._list.known() if entry.id == workshop_id), None)
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

    def _replace(self, known: Entry, path: Path, *, instead: bool) -> None:
        """Let another file of a workshop count from now on, if that is allowed and wanted."""
        other = self._list.path_of(known)
        if known.stage is Stage.CLOSING:
            raise NotAllowedNowError(
                _("The record of “{title}” is being made, from its own file: {path}").format(
                    title=known.title, path=other
                ),
                _("This file is a copy. Carry on at Home to finish the record."),
                _("The record of this workshop is being made, from its own file."),
            )
        if _may_hold(other, known.id, self._kinds) and not instead:
            raise AnotherFileError(other)
        self._list.put(replace(known, file=self._list.name_of(path)))

    def forget_what_was_left(self) -> None:
        """Forget files that could not be removed when they should have been; some may stay."""
        gone = {one for one in self._list.due() if self._is_forgotten(one)}
        if gone:
            with suppress(StoreUnavailableError):  # then it is looked at again
                self._list.keep_left(self._list.left() - gone)

    def _is_forgotten(self, left: LeftFile) -> bool:
        """Forget a file; return whether nothing of it is left to forget."""
        path = self._list.path_of_left(left)
        if not path.parent.is_dir():  # on a stick that is not plugged in
            return False
        try:
            with faults_told():
                ours = may_be_forgotten(path)
            if not ours:
                return True
            if not left.workshop or _may_hold(path, WorkshopId(left.workshop), self._kinds):
                forget(path)
        except FacilitatorError:
            return False
        return True

    def take_in_strays(self) -> None:
        """Put workshop files that no list knows on the list: a crash, or a lost library."""
        ids = {one.id for one in self._list.entries()}
        for path in self._list.strays():
            try:
                workshop = workshop_in(path, self._kinds)
            except FacilitatorError:
                continue  # somebody has it open, or it is not ours
            if workshop is None:
                forget(path)  # a crash before anything was in it
            elif workshop.id not in ids:
                self._list.add(entry_of(workshop, self._day_of(workshop), path.name))

    def forget_files_of(self, entry: Entry) -> None:
        """Forget the file of a workshop that has ended, and all in the data folder that hold it."""
        if entry.file:  # one that was never kept has none
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
    """Return whether a file holds that workshop, as far as can be known.

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
    """Return the workshop in a file; ``None`` when nothing has been kept in it yet."""
    with closing(readable_store(path, kinds)) as db:
        try:
            return read_whole(db, kinds)
        except NotAWorkshopError:
            return None
