"""Begins, resumes, closes and deletes workshops.

Closing can be killed at any moment; the next start finishes it. It marks the workshop in the list
as closing, with the path of its record; then writes the record and puts it in its place; then
deletes the workshop file; then marks the workshop as closed. Each part can be repeated.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from facilitator.domain.contribution import Shuffler
from facilitator.domain.for_next import FromLastTime
from facilitator.domain.ids import WorkshopId
from facilitator.domain.plan.plan import Plan
from facilitator.domain.summary import SessionSummary, summary_of
from facilitator.domain.time.clock import Clock
from facilitator.domain.workshop import Setup, Stage, Workshop
from facilitator.errors import (
    FacilitatorError,
    NotAllowedNowError,
    NotAWorkshopError,
    StoreUnavailableError,
)
from facilitator.live.kinds import LiveKinds
from facilitator.live.library.forgetting import Forgetting
from facilitator.live.library.record_file import (
    erase_record,
    erase_unfinished,
    free_name,
    record_is_whole,
    write_record,
)
from facilitator.live.library.saved_for_groups import SavedForGroups
from facilitator.live.library.saved_steps import stays_after
from facilitator.live.library.taking_out import TakingOut
from facilitator.live.library.workshop_files import WorkshopFiles, entry_of, workshop_in
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.live.session.session import LiveSession
from facilitator.live.session.stores import new_store, opened_store
from facilitator.room.layout.ruler import Ruler
from facilitator.store.database import Store, converting_faults
from facilitator.store.kinds import StoredKinds
from facilitator.store.library.workshops import Entry
from facilitator.store.workshop.file import (
    SUFFIX,
    closing_on_failure,
    open_workshop,
    workshop_in_memory,
)
from facilitator.store.workshop.whole import read_whole
from facilitator.wording import _


@dataclass(frozen=True, slots=True)
class Finished:
    """The outcome of interrupted closings."""

    records: tuple[Path, ...] = ()
    problems: tuple[str, ...] = ()  # worded for the facilitator


class Workshops:
    """All workshops of one data folder."""

    def __init__(
        self,
        folder: Path,
        library: Store,
        clock: Clock,
        shuffler: Shuffler,
        new_ruler: Callable[[], Ruler],
        kinds: LiveKinds,
    ) -> None:
        self._kinds = kinds
        self._folder = folder
        self.list = WorkshopList(folder, library)
        self.files = WorkshopFiles(self.list, self._today, kinds.stored)
        self._for_groups = SavedForGroups(library, partial(_stays_after, kinds))
        self._forgetting = Forgetting(self.list, self.files, self._for_groups)
        self.taking_out = TakingOut(self.list, self._for_groups, self._today)
        self._clock = clock
        self._shuffler = shuffler
        self._new_ruler = new_ruler  # one for each session: a ruler caches texts

    def entries(self) -> tuple[Entry, ...]:
        """Return the list, the newest first."""
        return self.list.entries()

    def is_closing(self, workshop_id: WorkshopId) -> bool:
        """Return whether a workshop's closing began and is not finished."""
        return self.list.entry(workshop_id).stage is Stage.CLOSING

    def check_what_is_closing(self, workshop_id: WorkshopId) -> None:
        """Raise the reason why a closing cannot finish, such as ``StoreDamagedError``."""
        if self.is_closing(workshop_id):
            workshop_in(self.file_of(workshop_id), self._kinds.stored)

    def begin(self, plan: Plan, setup: Setup) -> LiveSession:
        """Begin a workshop in its own file; if the file cannot be written, in memory."""
        workshop = self._new(plan, setup, practice=False)
        file = f"{self._shuffler.new_id()}{SUFFIX}"
        db, reason = new_store(self._folder / file, workshop)
        with closing_on_failure(db):
            if reason:
                self.list.hold(entry_of(workshop, self._today(), file=""))
            else:
                self.list.put(entry_of(workshop, self._today(), file))
            return self._session(db, workshop, reason)

    def practise(self, plan: Plan, setup: Setup) -> LiveSession:
        """Begin a workshop with made-up people, in memory only: nothing of it is saved."""
        workshop = self._new(plan, setup, practice=True)
        return self._session(workshop_in_memory(workshop), workshop)

    def carry_on(self, workshop_id: WorkshopId) -> LiveSession:
        """Open a workshop that was stopped, or that a crash ended. The curtain is down.

        Where its file can be read but not written, it goes on in memory.
        """
        db, reason = opened_store(
            self.list.path_of(self.list.entry(workshop_id)), self._kinds.stored
        )
        with closing_on_failure(db):
            workshop = read_whole(db, self._kinds.stored)
            board = replace(workshop.board, curtain=True)
            session = self._session(db, replace(workshop, board=board), reason)
            session.time.resumed()
            return session

    def file_of(self, workshop_id: WorkshopId) -> Path:
        """Return the file of a stopped workshop."""
        return self.list.path_of(self.list.entry(workshop_id))

    def salvage(self, path: Path) -> WorkshopId:
        """Save what can be read of a damaged file in a new file. Raises as ``files.salvage``."""
        return self.files.salvage(path, self._shuffler.new_id())

    def begin_closing(
        self, workshop: Workshop, records: Path, *, kept: bool = True
    ) -> tuple[SessionSummary, Path]:
        """Mark a workshop as closing in the list; return its record and the path for it.

        Where the list cannot be written, or the workshop is not ``kept``, a crash leaves it as it
        was. A practice workshop is in no list: this only returns its record.

        Raises ``StoreUnavailableError`` when the folder for records cannot be listed.
        """
        if workshop.practice:
            today = self._today()
            return summary_of(workshop, today, self._kinds.record), free_name(
                records, workshop, today
            )
        entry = self.list.entry(workshop.id)
        record = free_name(records, workshop, entry.date)
        changed = replace(
            entry,
            title=workshop.title,
            group=workshop.setup.group,
            stage=Stage.CLOSING,
            record=record,
        )
        self.list.hold(changed)
        if kept:  # else the next start would build the record from an outdated file
            self.list.save(changed)
        return summary_of(workshop, entry.date, self._kinds.record), record

    def abandon_closing(self, workshop_id: WorkshopId) -> None:
        """Return a workshop to running when its record could not be written."""
        entry = self.list.entry(workshop_id)
        if entry.record is not None:
            erase_record(entry.record)
        running = replace(entry, stage=Stage.RUNNING, record=None)
        (self.list.save if self.list.is_written(entry.id) else self.list.hold)(running)

    def save_elsewhere(self, session: LiveSession, folder: Path) -> None:
        """Save a workshop that is only in memory to a file in another folder.

        Where the list cannot be written, the new place stays in memory until the program ends.

        Raises ``StoreUnavailableError`` when that folder cannot be written, and changes nothing
        then.
        """
        path = folder / f"{self._shuffler.new_id()}{SUFFIX}"
        session.save_elsewhere(path)
        with suppress(StoreUnavailableError):
            self.list.move(session.workshop.id, path)
        self.files.delete_leftovers()

    def save_in_own_folder(self, session: LiveSession) -> None:
        """Save a workshop that is only in memory with the others. Raises as ``save_elsewhere``."""
        self.save_elsewhere(session, self._folder)

    def finish_closing(self, workshop_id: WorkshopId, ended: Workshop | None = None) -> Path:
        """Delete the workshop file once the record is in its place; return the record.

        ``ended`` is the workshop as it ended, which may be newer than its file. After a crash it is
        read from the file. Raises ``NotAllowedNowError`` while there is no record.
        """
        entry = self.list.entry(workshop_id)
        if entry.record is None:
            raise NotAllowedNowError(_("This workshop has no record yet."))
        if entry.stage is not Stage.CLOSED:
            erase_unfinished(entry.record)
            self._forgetting.close(
                entry, ended or _still_in(self.list.path_of(entry), self._kinds.stored)
            )
        return entry.record

    def keeps_for_group_of(self, workshop: Workshop) -> bool:
        """Return whether anything is saved for the next workshop of this group."""
        return bool(self._for_groups.of(workshop) or self._for_groups.steps_of(workshop))

    def finish_interrupted(self) -> Finished:
        """Finish every interrupted closing and deletion."""
        self.files.delete_leftovers()
        self.files.take_in_strays()
        finished = Finished()
        for entry in self.entries():
            if entry.stage is Stage.CLOSING:
                finished = self._finish(entry, finished)
        return finished

    def delete(self, workshop_id: WorkshopId) -> None:
        """Delete a workshop: its file, its place in the list, and an unfinished record."""
        self._forgetting.delete(self.list.entry(workshop_id))

    def remove(self, workshop_id: WorkshopId) -> None:
        """Remove a closed workshop from the list; its record stays where it is."""
        entry = self.list.entry(workshop_id)
        if entry.stage is not Stage.CLOSED:
            raise NotAllowedNowError(
                _("This workshop has not been closed."), _("Carry on with it, or delete it.")
            )
        self._forgetting.remove(entry)

    def _finish(self, entry: Entry, finished: Finished) -> Finished:
        """Finish one closing; a workshop whose closing cannot finish can resume."""
        try:
            with converting_faults():  # also for a folder that can no longer be listed
                self._make_record(entry)
                record = self.finish_closing(entry.id)
        except FacilitatorError as error:
            return replace(finished, problems=(*finished.problems, str(error)))
        return replace(finished, records=(*finished.records, record))

    def _make_record(self, entry: Entry) -> None:
        """Build the record, or rebuild it: a line may have been removed since."""
        workshop = _to_record(entry, self.list.path_of(entry), self._kinds.stored)
        if workshop is None or entry.record is None:
            return
        try:
            write_record(summary_of(workshop, entry.date, self._kinds.record), entry.record)
        except StoreUnavailableError:
            self.abandon_closing(entry.id)
            raise

    def _new(self, plan: Plan, setup: Setup, *, practice: bool) -> Workshop:
        workshop_id = WorkshopId(self._shuffler.new_id())
        workshop = Workshop.of(workshop_id, plan, setup, practice=practice)
        return replace(workshop, board=workshop.board.welcoming)

    def _session(self, db: Store, workshop: Workshop, reason: str = "") -> LiveSession:
        session = LiveSession(
            db,
            self._with_last_time(workshop),
            self._clock,
            self._shuffler,
            self._new_ruler(),
            self._kinds,
        )
        if reason:
            session.go_on_in_memory(reason)
        with suppress(StoreUnavailableError):  # the workshop works without last time's lines
            session.agreements.last_time = self._for_groups.of(workshop)
        return session

    def _with_last_time(self, workshop: Workshop) -> Workshop:
        """Return the workshop with what steps left last time, if the library can be read."""
        with suppress(StoreUnavailableError):
            return replace(workshop, last_time=self._for_groups.steps_of(workshop))
        return workshop

    def _today(self) -> date:
        return self._clock.moment().wall.astimezone().date()


def _stays_after(
    kinds: LiveKinds, workshop: Workshop, held_on: date, before: tuple[FromLastTime, ...]
) -> tuple[FromLastTime, ...]:
    return stays_after(workshop, held_on, before, kinds)


def _to_record(entry: Entry, path: Path, kinds: StoredKinds) -> Workshop | None:
    """Return the workshop of an interrupted closing; ``None`` when its file is being deleted."""
    if not path.parent.is_dir():
        raise StoreUnavailableError(
            _("The file of “{title}” is not there: {path}.").format(title=entry.title, path=path),
            _("Plug in what holds it, then start Facilitator again."),
            _("The file of a workshop is not there."),
        )
    if not path.exists():
        return None
    try:
        with closing(open_workshop(path, kinds)) as db:
            return read_whole(db, kinds)
    except (NotAWorkshopError, StoreUnavailableError):
        if entry.record is not None and record_is_whole(entry.record):
            return None
        raise


def _still_in(path: Path, kinds: StoredKinds) -> Workshop | None:
    """Return the workshop in a file; ``None`` if the file is deleted, or half erased."""
    if not path.exists():
        return None
    try:
        return workshop_in(path, kinds)
    except (NotAWorkshopError, StoreUnavailableError):
        return None
