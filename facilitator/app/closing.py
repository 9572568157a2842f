"""Makes the record in the background, then forgets: the one decision at the end of a workshop."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.domain.workshop import Workshop
from facilitator.errors import FacilitatorError
from facilitator.live.workshops import Workshops, write_record
from facilitator.ui.kit.background import BackgroundTask


class Closing(QObject):
    """One closing. A crash at any moment of it is finished at the next start.

    Signals:
        made: the record is in its place; its path. The workshop file is still there.
        failed: what to tell the facilitator. Nothing is lost; the workshop goes on.
    """

    made = Signal(Path)
    failed = Signal(str)

    def __init__(
        self, workshops: Workshops, workshop: Workshop, records: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workshops = workshops
        self._workshop = workshop
        self._records = records
        self._task: BackgroundTask | None = None

    def start(self) -> None:
        """Begin. The signals come later, on this thread."""
        workshop = self._workshop
        try:
            summary, record = self._workshops.begin_closing(workshop, self._records)
        except FacilitatorError as error:
            self.failed.emit(str(error))
            return
        self._task = BackgroundTask(lambda: write_record(summary, record), self)
        self._task.done.connect(lambda _nothing: self.made.emit(record))
        self._task.failed.connect(self._give_up)
        self._task.start()

    def _give_up(self, error: Exception) -> None:
        self._workshops.abandon_closing(self._workshop)
        if not isinstance(error, FacilitatorError):
            raise error
        self.failed.emit(str(error))
