"""What goes at the end of a workshop, and in which order: each part can be done twice."""

from contextlib import suppress
from dataclasses import replace

from facilitator.domain.setup import Stage
from facilitator.domain.workshop import Workshop
from facilitator.errors import FacilitatorError, StoreUnavailableError
from facilitator.live.library.kept_agreements import KeptAgreements
from facilitator.live.library.record_file import erase_record
from facilitator.live.library.workshop_files import WorkshopFiles
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.store.library.workshops import Entry
from facilitator.wording import _


class Forgetting:
    """Forgets workshops that are over.

    Everything here raises ``StoreUnavailableError`` that says what could not be done, when the
    machine keeps us from the list or from a file.
    """

    def __init__(self, listed: WorkshopList, files: WorkshopFiles, kept: KeptAgreements) -> None:
        self._list = listed
        self._files = files
        self._kept = kept

    def close(self, entry: Entry, ended: Workshop | None) -> None:
        """Forget the file of a workshop whose record is made.

        About the agreement is decided first where the next start would finish this; else last.
        """
        closed = replace(entry, stage=Stage.CLOSED, file="")
        is_written = self._list.is_written(entry.id)
        if is_written:
            self._kept.decide(ended)
        try:
            self._files.forget_files_of(entry)
        except FacilitatorError:
            if not is_written:  # the next start knows of no closing: it looks for what is left
                self._list.save(closed)
                with suppress(StoreUnavailableError):
                    self._kept.decide(ended)
            raise
        self._list.save(closed)
        self._files.forget_what_was_left()
        if not is_written:
            self._kept.decide_late(ended)

    def delete(self, entry: Entry) -> None:
        """Forget a workshop: its file, its place in the list, and a record that is not yet one."""
        if entry.stage is Stage.CLOSED:
            self.remove(entry)
            return
        self._files.forget_files_of(entry)
        if entry.record is not None:
            erase_record(entry.record)
        try:
            self.remove(entry)
        except StoreUnavailableError as error:
            raise StoreUnavailableError(
                _("What people wrote is deleted. {reason}").format(reason=error.message),
                _("The title is still in the list: delete it there once that is mended."),
            ) from error

    def remove(self, entry: Entry) -> None:
        """Take a workshop off the list, with what its group kept if it was the last of it."""
        self._kept.let_go(entry, self._list.entries())
        self._list.remove(entry.id)
        self._files.forget_what_was_left()
