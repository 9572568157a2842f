"""How a running workshop ends: with its record, stopped for later, or deleted."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from facilitator.app.closing import Closing
from facilitator.app.opening import own_file, own_file_covered
from facilitator.app.parting import Parting
from facilitator.app.workshop_windows import WorkshopWindows
from facilitator.errors import FacilitatorError
from facilitator.live.library.workshops import Workshops
from facilitator.room.pages.picture import CalmPage, Content
from facilitator.room.pages.thanks import thanks_page, thanks_without_record
from facilitator.store.folders import service_of
from facilitator.ui.console.record.panel import RecordPanel
from facilitator.wording import _

PATIENCE_MS = 1200  # for a record in progress while the system ends the program
NOT_KEPT_PATIENCE_MS = 20_000  # if nothing can be saved, only the record remains


class Ending(QObject):
    """Handles the console's signals about the end of its workshop.

    Signals:
        ended: the windows are closed; a message, the record's path, if any, and what Home shows in
            place of the message beside a projector, if that names a file.
        timed: after ``ended`` with a record; a line for each step, for the facilitator only.
        folder_chosen: the folder for records from now on.
    """

    ended = Signal(str, str, str)
    timed = Signal(tuple)
    folder_chosen = Signal(Path)

    def __init__(
        self, workshops: Workshops, windows: WorkshopWindows, records: Path, parting: Parting
    ) -> None:
        super().__init__(windows)
        self._parting = parting
        self._workshops = workshops
        self._windows = windows
        self._records = records
        self._closing: Closing | None = None
        self._has_ended = False
        self.ended.connect(self._note_end)
        windows.record_asked.connect(self._make_record)
        windows.leave_asked.connect(self._leave)
        windows.stop_asked.connect(self._stop)
        windows.delete_asked.connect(self._delete)
        windows.elsewhere_asked.connect(self._save_elsewhere)
        self._lazy_record = windows.console.desk.middle.lazy_record
        self._lazy_record.when_built(self._connect_closing)
        self._show_folder()

    def _connect_closing(self, record: RecordPanel) -> None:
        record.closing.elsewhere_asked.connect(self._record_elsewhere)
        record.closing.folder_asked.connect(self._choose_folder)

    def _leave(self) -> None:
        """Stop; ask first, unless it is practice or the workshop is not saved."""
        session = self._windows.session
        if self._closing is None and session.is_saved and not session.workshop.practice:
            self._windows.console.ask_to_leave()
        else:
            self._stop()

    def _stop(self) -> None:
        """Stop early; everything handed in stays in the workshop's file, if there is one."""
        if self._record_is_being_made():
            return
        session = self._windows.session
        if not (session.is_saved or session.workshop.practice):
            self._windows.console.show_notice(_not_saved_words())
            return
        self._close(CalmPage())
        workshop = session.workshop
        if workshop.practice:
            self.ended.emit(_practice_left(), "", "")
        else:
            covered = own_file_covered() if self._own_file() else ""
            self.ended.emit(self._stopped_words(), "", covered)

    def _close(self, page: Content) -> None:
        """Close the windows; the room sees this page instead of the board, never the desktop."""
        self._parting.open(self._windows, page)
        self._windows.close()

    def _stopped_words(self) -> str:
        """Say where a stopped workshop is, without its group, which Home may have to cover."""
        return self._own_file() or _("The workshop waits; carry on when you like.")

    def _own_file(self) -> str:
        """Return the workshop's path if the list does not have it, else ""."""
        listed, workshop_id = self._workshops.list, self._windows.session.workshop.id
        if listed.is_written(workshop_id):
            return ""
        return own_file(listed.path_of(listed.entry(workshop_id)))

    def end_now(self) -> None:
        """Close everything without asking, because the system ends the program.

        Unsaved data is saved first, if the machine can do so by now. A record in progress
        then gets a moment to be finished; otherwise the next start finishes it.
        """
        windows = self._windows
        windows.take_off_displays()
        session = windows.session
        if not session.is_saved and not session.workshop.practice:
            with suppress(FacilitatorError):
                self._workshops.save_in_own_folder(session)
        if self._closing is None or not self._record_is_finished():
            windows.close()

    def _note_end(self) -> None:
        self._has_ended = True

    def _record_is_finished(self) -> bool:
        """Wait a moment for the record; return whether it was made and the rest deleted."""
        loop = QEventLoop(self)
        self.ended.connect(loop.quit)
        if self._closing is not None:
            self._closing.failed.connect(loop.quit)
        session = self._windows.session
        may_go = session.is_saved or session.workshop.practice
        patience = PATIENCE_MS if may_go else NOT_KEPT_PATIENCE_MS
        QTimer.singleShot(patience, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._has_ended

    def _delete(self) -> None:
        if self._record_is_being_made():
            return
        workshop = self._windows.session.workshop
        self._close(thanks_without_record(workshop, deleted=workshop.practice))
        if workshop.practice:
            self.ended.emit(_practice_left(), "", "")
            return
        try:
            self._workshops.delete(workshop.id)
        except FacilitatorError as error:
            self.ended.emit(str(error), "", error.covered)
        else:
            self._parting.show(thanks_without_record(workshop, deleted=True))
            self.ended.emit(_("The workshop is deleted. Nothing of it remains here."), "", "")

    def _make_record(self) -> None:
        """Make the record and delete the rest, in one decision."""
        if self._closing is not None:
            return
        self._closing = Closing(self._workshops, self._windows.session, self._records, self)
        self._closing.record_made.connect(self._finish_closing)
        self._closing.failed.connect(self._record_failed)
        self._closing.refused.connect(self._offer_elsewhere)
        self._closing.start()

    def _record_is_being_made(self) -> bool:
        """Refuse another way to end meanwhile, which would leave a record that nobody asked for."""
        if self._closing is not None:
            self._windows.console.show_notice(_being_made())
        return self._closing is not None

    def _record_failed(self, message: str) -> None:
        self._closing = None
        self._windows.console.show_notice(message)

    def _offer_elsewhere(self) -> None:
        if not self._windows.session.workshop.practice:  # its record is not kept
            self._lazy_record.part.closing.ask_elsewhere(str(self._records))

    def _record_elsewhere(self) -> None:
        folder = self._folder(_("Where should the record go?"))
        if folder is not None:
            self._records = folder
            self._make_record()

    def _choose_folder(self) -> None:
        """Choose another folder for records from now on."""
        folder = self._folder(_("Where should records go?"))
        if folder is not None:
            self._records = folder
            self._show_folder()
            self.folder_chosen.emit(folder)

    def _show_folder(self) -> None:
        """Warn before the record is made if a service seems to copy its folder."""
        practice = self._windows.session.workshop.practice
        service = "" if practice else service_of(self._records)
        self._lazy_record.update(RecordPanel.show_folder, str(self._records), service)

    def _folder(self, asked: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._windows.console, asked)
        return Path(chosen) if chosen else None

    def _finish_closing(self, record: Path) -> None:
        workshop = self._windows.session.workshop
        times = self._windows.session.minutes()
        self._close(thanks_page(workshop))
        if workshop.practice:
            self.ended.emit(_practised(), str(record), "")
            self.timed.emit(times)
            return
        try:
            self._workshops.finish_closing(workshop.id, workshop)
            stays = self._workshops.keeps_for_group_of(workshop)
        except FacilitatorError as error:
            words = _("The record is made. {problem}")
            covered = words.format(problem=error.covered) if error.covered else ""
            self.ended.emit(words.format(problem=error), str(record), covered)
        else:
            listed = self._workshops.list.is_written(workshop.id)
            words = _record_made_words(stays=stays, listed=listed)
            self.ended.emit(words, str(record), "")
            self.timed.emit(times)

    def _save_elsewhere(self) -> None:
        folder = self._folder(_("Where should this workshop be kept?"))
        if folder is None:
            return
        try:
            self._workshops.save_elsewhere(self._windows.session, folder)
        except FacilitatorError as error:
            self._windows.console.show_notice(str(error))
        else:
            if message := self._own_file():
                self._windows.console.show_notice(message)


def _not_saved_words() -> str:
    return _(
        "This workshop is not being kept, so stopping now would lose what people wrote. "
        "Save it elsewhere first, make the record, or delete the workshop."
    )


def _being_made() -> str:
    return _("The record is being made. In a moment it is there, and the workshop is closed.")


def _practice_left() -> str:
    return _("That was practice. Nothing of it was kept.")


def _practised() -> str:
    return _(
        "That was practice. Its record is here to look at and goes when you close Facilitator; "
        "nothing else of it was kept."
    )


def _record_made_words(*, stays: bool, listed: bool) -> str:
    first = _(
        "The record is made. What people wrote, the note and the times are gone from this laptop."
    )
    remain = (
        _(
            "Kept: the record with the minutes that steps took, a data file beside it, and the "
            "title, group, date and plan in your list."
        )
        if listed
        else _(
            "Kept: the record with the minutes that steps took, and a data file beside it. The "
            "list of workshops could not be written: it does not know that this one is over."
        )
    )
    for_group = _("What the group said yes to stays here too, for its next workshop.")
    return " ".join((first, remain, for_group) if stays else (first, remain))
