"""Opens finished records, finds moved ones, and makes them again without lines."""

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from facilitator.domain.stage import Stage
from facilitator.domain.time.dates import own_day
from facilitator.errors import FacilitatorError
from facilitator.live.library.record_file import settle
from facilitator.live.library.taking_out import MadeAgain, OpenedRecord, open_record
from facilitator.live.library.workshops import Workshops
from facilitator.record import LinePlace, RecordFileError
from facilitator.store.folders import service_of
from facilitator.store.library.workshops import Entry
from facilitator.ui.home.lines_page import LinesPage
from facilitator.ui.home.window import HomeWindow
from facilitator.ui.widgets.background import BackgroundTask
from facilitator.wording import _

log = logging.getLogger(__name__)


class Records(QObject):
    """Handles Home's signals about the records of closed workshops."""

    def __init__(self, home: HomeWindow, workshops: Workshops) -> None:
        super().__init__(home)
        self._home = home
        self._workshops = workshops
        self._making: BackgroundTask | None = None  # one at a time: two would use the same files

    def open_in_desktop(self, path: str) -> None:
        """Open a record or its folder; show a notice if it is missing or nothing can open it."""
        if not _is_there(Path(path)):
            self._home.show_missing(path)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            message = _("No program here can open PDFs. Your file is safe: {path}")
            covered = _("No program here can open PDFs. Your file is safe.")
            self._home.show_notice(message.format(path=path), covered)

    def update_path(self, missing: str, path: str) -> bool:
        """Save a record's new path; return whether that succeeded."""
        if self._refuse_while_busy():
            return False
        record = Path(path).with_suffix(".pdf")
        try:
            for entry in self._workshops.entries():
                if entry.stage is Stage.CLOSED and str(entry.record or "") == missing:
                    _check(record, entry)
                    self._workshops.list.save(replace(entry, record=record))
        except FacilitatorError as error:
            self._home.show_notice(str(error), error.covered)
            return False
        return True

    def settle(self, records: list[Path]) -> None:
        """Finish interrupted remaking of these records, or say which cannot be reached."""
        if self._making is not None:
            return  # the next start does it
        for record in records:
            try:
                settle(record)
            except FacilitatorError as error:
                self._home.show_notice(str(error), error.covered)

    def show_lines(self, path: Path) -> None:
        """Show the lines of a record, to take some out."""
        if self._refuse_while_busy():
            return
        try:
            opened = open_record(path)
        except FacilitatorError as error:
            self._home.show_notice(str(error), error.covered)
            return
        self._show(opened)

    def show_listed_lines(self, path: str) -> None:
        """Show the lines of a listed record; offer to look for it if it is missing."""
        record = Path(path)
        if _is_there(record) or _is_there(record.with_suffix(".json")):
            self.show_lines(record)
        else:
            self._home.show_missing(path)

    def _refuse_while_busy(self) -> bool:
        """Return whether a record is being made again, and show a notice if so."""
        if self._making is not None:
            message = _("A record is being made again. Wait until that is done, then try again.")
            self._home.show_notice(message)
        return self._making is not None

    def _show(self, opened: OpenedRecord) -> None:
        if not opened.groups:
            self._home.show_notice(_("This record holds no line that could be taken out."))
            return
        self._home.show_notice("")
        when = own_day(opened.summary.held_on)
        page = LinesPage(opened, when, covered=self._home.home_page.is_covered)
        page.make_asked.connect(partial(self._make, page, opened))
        self._home.show_lines(page)

    def _make(self, page: LinesPage, opened: OpenedRecord, gone: tuple[LinePlace, ...]) -> None:
        if self._refuse_while_busy():
            return
        try:
            making = self._workshops.taking_out.begin(opened, gone)
        except FacilitatorError as error:
            self._home.show_notice(str(error), error.covered)
            return
        self._home.show_notice("")
        page.show_busy()
        task = self._making = BackgroundTask(making.write, self)
        task.done.connect(partial(self._written, page))
        task.failed.connect(partial(self._failed, page))
        for ended in (task.done, task.failed):
            ended.connect(task.deleteLater)  # it contains the removed words
        task.start()

    def _written(self, page: LinesPage, remade: MadeAgain) -> None:
        self._making = None
        try:
            agreement_went = self._workshops.taking_out.finish(remade)
        except FacilitatorError as error:
            self._failed(page, error)
            return
        sentence = _made_again_words(remade, agreement_went=agreement_went)
        private = _private_words(remade)
        if self._home.page is not page:  # what is typed on that page stays
            self._home.show_notice(f"{sentence} {private}".strip(), sentence if private else "")
            return
        title = _("The record is made again")
        self._home.show_after(sentence, str(remade.places[0]), title, private)

    def _failed(self, page: LinesPage, error: Exception) -> None:
        self._making = None
        covered = _("The record could not be made again. It is as it was.")
        if isinstance(error, FacilitatorError):
            self._home.show_notice(str(error), error.covered)
        else:
            log.error("a bug while a record was made again: %s", type(error).__name__)
            self._home.show_notice(covered)
        if self._home.page is page:
            page.show_ready()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _check(record: Path, entry: Entry) -> None:
    """Refuse the record of another workshop, if its data file identifies it."""
    try:
        summary = open_record(record).summary
    except FacilitatorError:
        if not _is_there(record) or record.suffix.lower() != ".pdf":
            raise
        return  # without its data file the record can still be read
    if (summary.title, summary.held_on) != (entry.title, entry.date):
        raise RecordFileError(
            _("That is the record of another workshop."), _("Choose the one of this workshop.")
        )


def _made_again_words(remade: MadeAgain, *, agreement_went: bool) -> str:
    """Say what was deleted, and where unreachable copies may be."""
    words = [
        _(
            "What you took out is in neither the record nor its data file, and the old files are "
            "erased."
        )
    ]
    if agreement_went:
        words.append(_("It is gone from what this group kept here, too."))
    words.append(
        _(
            "Copies that were given away, mailed, printed or backed up cannot be reached from "
            "here. Give people the new record, and ask them to delete the old one."
        )
    )
    if service := service_of(remade.places[0]):
        copied = _(
            "{service} seems to copy this folder, and may keep the old record: delete it there."
        )
        words.append(copied.format(service=service))
    return " ".join(words)


def _private_words(remade: MadeAgain) -> str:
    """Say which other copies were replaced, and who the recipients are."""
    words = []
    others = remade.places[1:]
    if others:
        places = ", ".join(str(place) for place in others)
        words.append(
            _("The same record was replaced here as well: {places}.").format(places=places)
        )
    recipients = remade.recipients.strip().rstrip(".")
    if recipients:
        words.append(_("It was for: {recipients}.").format(recipients=recipients))
    return " ".join(words)
