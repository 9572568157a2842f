"""Makes the record in the background, then deletes the rest: one decision ends a workshop."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.domain.summary import SessionSummary
from facilitator.errors import FacilitatorError, StoreUnavailableError
from facilitator.live.library.record_file import not_there, record_is_whole, write_record
from facilitator.live.library.workshops import Workshops
from facilitator.live.session.session import LiveSession
from facilitator.ui.widgets.background import BackgroundTask
from facilitator.wording import _

log = logging.getLogger(__name__)


class Closing(QObject):
    """The closing of a workshop. After a crash at any moment the next start finishes it.

    Signals:
        record_made: the path of the record, which is in its place. The workshop file still exists.
        failed: a message for the facilitator. Nothing is lost; the workshop goes on.
        refused: after ``failed``; the folder takes no record, but another one may.
    """

    record_made = Signal(Path)
    failed = Signal(str)
    refused = Signal()

    def __init__(
        self,
        workshops: Workshops,
        session: LiveSession,
        records: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workshops = workshops
        self._session = session
        self._records = records
        self._task: BackgroundTask | None = None

    def start(self) -> None:
        """Start. The signals are emitted later, on this thread."""
        self._session.time.leave()  # so that the minutes are up to date
        session = self._session
        try:
            summary, record = self._workshops.begin_closing(
                session.workshop, self._records, kept=session.is_saved
            )
        except FacilitatorError as error:
            self._tell(error, str(error))
            return
        self._write(summary, record)

    def _write(self, summary: SessionSummary, record: Path) -> None:
        self._task = BackgroundTask(lambda: write_record(summary, record), self)
        self._task.done.connect(lambda _nothing: self._written(summary, record))
        self._task.failed.connect(self._give_up)
        self._task.start()

    def _written(self, summary: SessionSummary, record: Path) -> None:
        """Finish, or write again if somebody took a line out meanwhile.

        If a stick with the record was unplugged meanwhile, nothing is deleted.
        """
        if not record_is_whole(record):
            self._give_up(not_there())
            return
        now = self._session.summary(summary.held_on)
        if now != summary:
            self._write(now, record)
        else:
            self.record_made.emit(record)

    def _give_up(self, error: Exception) -> None:
        message = str(error)
        if not isinstance(error, FacilitatorError):
            log.error("a bug while the record was made: %s", type(error).__name__)
            message = _("The record could not be made. Nothing is lost; the workshop goes on.")
        if not self._session.workshop.practice:
            try:
                self._workshops.abandon_closing(self._session.workshop.id)
            except FacilitatorError as also:
                message = f"{message} {also}"
        self._tell(error, message)

    def _tell(self, error: Exception, message: str) -> None:
        self.failed.emit(message)
        if isinstance(error, StoreUnavailableError):
            self.refused.emit()
