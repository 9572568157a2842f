"""Deletes what goes at the end of a workshop, in order; each part can be repeated."""

from contextlib import suppress
from dataclasses import replace

from facilitator.domain.stage import Stage
from facilitator.domain.workshop import Workshop
from facilitator.errors import FacilitatorError, StoreUnavailableError
from facilitator.live.library.record_file import erase_record
from facilitator.live.library.saved_for_groups import SavedForGroups
from facilitator.live.library.workshop_files import WorkshopFiles
from facilitator.live.library.workshop_list import WorkshopList
from facilitator.store.library.workshops import Entry
from facilitator.wording import _


class Forgetting:
    """Forgets workshops that are over.

    Every method raises ``StoreUnavailableError``, which says what could not be done, when the list
    or a file cannot be read or written.
    """

    def __init__(
        self, listed: WorkshopList, files: WorkshopFiles, for_groups: SavedForGroups
    ) -> None:
        self._list = listed
        self._files = files
        self._for_groups = for_groups

    def close(self, entry: Entry, ended: Workshop | None) -> None:
        """Forget the file of a workshop whose record is written.

        Decides what stays for the group first where the next start would finish this; else last.
        """
        closed = replace(entry, stage=Stage.CLOSED, file="")
        is_written = self._list.is_written(entry.id)
        if is_written:
            self._for_groups.decide(ended, entry.date)
        try:
            self._files.delete_files_of(entry)
        except FacilitatorError:
            if (
                not is_written
            ):  # the next start finds no closing in the list: it checks for leftover files
                self._list.save(closed)
                with suppress(StoreUnavailableError):
                    self._for_groups.decide(ended, entry.date)
            raise
        self._list.save(closed)
        self._files.delete_leftovers()
        if not is_written:
            self._for_groups.decide_late(ended, entry.date)

    def delete(self, entry: Entry) -> None:
        """Forget a workshop: its file, its place in the list, and an unfinished record."""
        if entry.stage is Stage.CLOSED:
            self.remove(entry)
            return
        self._files.delete_files_of(entry)
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
        """Remove a workshop from the list; with the group's last one, what is saved for it."""
        self._for_groups.forget(entry, self._list.entries())
        self._list.remove(entry.id)
        self._files.delete_leftovers()
