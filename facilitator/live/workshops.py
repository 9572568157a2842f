"""Workshops from the first moment to the last: begin, carry on, close, delete.

Closing can be killed at any moment and is finished at the next start: the list says first that a
workshop is closing and where its record goes; then the record is written and put in its place;
then the workshop file is forgotten; then the list says that it is closed. Each part can be done
twice.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from facilitator.domain.clock import Clock
from facilitator.domain.contribution import Shuffler
from facilitator.domain.ids import WorkshopId
from facilitator.domain.plan import Plan
from facilitator.domain.summary import SessionSummary, summary_of
from facilitator.domain.workshop import Setup, Stage, Workshop
from facilitator.errors import NotAllowedNowError, StoreUnavailableError
from facilitator.live.session import LiveSession
from facilitator.record import json_of, make_record
from facilitator.room.ruler import Ruler
from facilitator.store.database import Store, transaction
from facilitator.store.library.workshops import (
    Entry,
    add_workshop,
    remove_workshop,
    save_workshop,
    workshops,
)
from facilitator.store.workshop.file import (
    SUFFIX,
    create_workshop,
    forget,
    open_workshop,
    workshop_in_memory,
)
from facilitator.store.workshop.whole import read_whole
from facilitator.wording import _

UNFINISHED = ".part"  # of a record that is being written
MAX_NAME = 60  # characters of a record's file name


class Workshops:
    """All workshops of one data folder."""

    def __init__(
        self,
        folder: Path,
        library: Store,
        clock: Clock,
        shuffler: Shuffler,
        new_ruler: Callable[[], Ruler],
    ) -> None:
        self._folder = folder
        self._library = library
        self._clock = clock
        self._shuffler = shuffler
        self._new_ruler = new_ruler  # one a session: a ruler remembers texts

    def entries(self) -> tuple[Entry, ...]:
        """Return the list, the newest first."""
        return workshops(self._library)

    def entry(self, workshop_id: WorkshopId) -> Entry:
        """Return one workshop of the list. Raises ``NotAllowedNowError`` if it is not there."""
        for one in self.entries():
            if one.id == workshop_id:
                return one
        raise NotAllowedNowError(_("This workshop is not in the list any more."))

    def begin(self, plan: Plan, setup: Setup) -> LiveSession:
        """Begin a workshop in a file of its own.

        Raises ``StoreUnavailableError`` when the data folder cannot be written.
        """
        workshop = self._new(plan, setup, practice=False)
        entry = Entry(
            id=workshop.id,
            title=workshop.title,
            group=setup.group,
            date=self._today(),
            plan_id=plan.id,
            plan_title=plan.title.first,
            planned=plan.length,
            stage=Stage.RUNNING,
            file=f"{self._shuffler.new_id()}{SUFFIX}",
        )
        path = self._folder / entry.file
        db = create_workshop(path, workshop)
        try:
            with transaction(self._library):
                add_workshop(self._library, entry)
        except StoreUnavailableError:
            db.close()
            forget(path)
            raise
        return self._session(db, workshop)

    def practise(self, plan: Plan, setup: Setup) -> LiveSession:
        """Begin a workshop with made-up people, in memory alone: nothing of it is kept."""
        workshop = self._new(plan, setup, practice=True)
        return self._session(workshop_in_memory(workshop), workshop)

    def carry_on(self, workshop_id: WorkshopId) -> LiveSession:
        """Open a workshop that was stopped, or that a crash ended. The curtain is down."""
        db = open_workshop(self._folder / self.entry(workshop_id).file)
        try:
            workshop = read_whole(db)
        except BaseException:
            db.close()
            raise
        board = replace(workshop.board, curtain=True)
        session = self._session(db, replace(workshop, board=board))
        session.time.resumed()
        return session

    def begin_closing(self, workshop: Workshop, records: Path) -> tuple[SessionSummary, Path]:
        """Say in the list that a workshop is closing; return its record and where that goes.

        A practice workshop is in no list: only its record is returned.
        """
        if workshop.practice:
            today = self._today()
            return summary_of(workshop, today), free_name(records, workshop, today)
        entry = self.entry(workshop.id)
        record = free_name(records, workshop, entry.date)
        changed = replace(
            entry,
            title=workshop.title,
            group=workshop.setup.group,
            stage=Stage.CLOSING,
            record=record,
        )
        self._save(changed)
        return summary_of(workshop, entry.date), record

    def abandon_closing(self, workshop: Workshop) -> None:
        """Let a workshop go on whose record could not be written."""
        if not workshop.practice:
            entry = self.entry(workshop.id)
            self._save(replace(entry, stage=Stage.RUNNING, record=None))

    def save_elsewhere(self, session: LiveSession, folder: Path) -> None:
        """Let a workshop that is not kept go on in a file in another folder.

        Raises ``StoreUnavailableError`` when that folder or the list cannot be written.
        """
        path = folder / f"{self._shuffler.new_id()}{SUFFIX}"
        entry = self.entry(session.workshop.id)
        session.save_elsewhere(path)
        self._save(replace(entry, file=str(path)))
        forget(self._folder / entry.file)

    def record_of(self, workshop_id: WorkshopId) -> Path:
        """Return where a workshop's record goes. Raises ``NotAllowedNowError`` before closing."""
        record = self.entry(workshop_id).record
        if record is None:
            raise NotAllowedNowError(_("This workshop has no record yet."))
        return record

    def finish_closing(self, workshop_id: WorkshopId) -> Path:
        """Forget the workshop file, now that the record is in its place; return the record."""
        entry = self.entry(workshop_id)
        record = self.record_of(workshop_id)
        forget(self._folder / entry.file)
        self._save(replace(entry, stage=Stage.CLOSED))
        return record

    def finish_what_was_begun(self) -> tuple[Path, ...]:
        """Finish every closing that a crash interrupted; return the records made by it."""
        finished = []
        for entry in self.entries():
            if entry.stage is not Stage.CLOSING or entry.record is None:
                continue
            path = self._folder / entry.file
            if path.exists() and not record_is_whole(entry.record):
                db = open_workshop(path)
                summary = summary_of(read_whole(db), entry.date)
                db.close()
                write_record(summary, entry.record)
            finished.append(self.finish_closing(entry.id))
        return tuple(finished)

    def delete(self, workshop_id: WorkshopId) -> None:
        """Delete a workshop without a record: its file and its place in the list."""
        entry = self.entry(workshop_id)
        forget(self._folder / entry.file)
        with transaction(self._library):
            remove_workshop(self._library, workshop_id)

    def remove(self, workshop_id: WorkshopId) -> None:
        """Take a closed workshop off the list; its record stays where it is."""
        if self.entry(workshop_id).stage is not Stage.CLOSED:
            raise NotAllowedNowError(
                _("This workshop has not been closed."), _("Carry on with it, or delete it.")
            )
        with transaction(self._library):
            remove_workshop(self._library, workshop_id)

    def _new(self, plan: Plan, setup: Setup, *, practice: bool) -> Workshop:
        workshop_id = WorkshopId(self._shuffler.new_id())
        return Workshop.of(workshop_id, plan, setup, practice=practice)

    def _session(self, db: Store, workshop: Workshop) -> LiveSession:
        return LiveSession(db, workshop, self._clock, self._shuffler, self._new_ruler())

    def _save(self, entry: Entry) -> None:
        with transaction(self._library):
            save_workshop(self._library, entry)

    def _today(self) -> date:
        return self._clock.moment().wall.astimezone().date()


def free_name(folder: Path, workshop: Workshop, day: date) -> Path:
    """Return a file name for a record that is not taken, from the title and the day."""
    title = "".join(c if c.isalnum() or c in " -" else " " for c in workshop.title)
    name = " ".join(title.split())[:MAX_NAME].strip() or _("Workshop")
    path = folder / f"{day:%Y-%m-%d} {name}.pdf"
    number = 2
    while path.exists() or json_beside(path).exists():
        path = folder / f"{day:%Y-%m-%d} {name} {number}.pdf"
        number += 1
    return path


def json_beside(record: Path) -> Path:
    """Return where the JSON of the same content stands."""
    return record.with_suffix(".json")


def record_is_whole(record: Path) -> bool:
    """Return whether record and JSON are both in their places."""
    return record.exists() and json_beside(record).exists()


def write_record(
    summary: SessionSummary, record: Path, make: Callable[[SessionSummary], bytes] = make_record
) -> None:
    """Write record and JSON, whole or not at all. Safe on any thread, and to do twice.

    Raises ``StoreUnavailableError`` when the folder cannot be written.
    """
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        _put(json_beside(record), json_of(summary).encode())
        _put(record, make(summary))
    except OSError as error:
        raise StoreUnavailableError(
            _("The record cannot be written there."),
            _("Nothing is lost. Free some space or choose another folder, then try again."),
        ) from error


def _put(path: Path, content: bytes) -> None:
    """Put a file in its place at once; what a crash leaves behind is overwritten next time."""
    unfinished = path.with_name(path.name + UNFINISHED)
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
