"""Workshop files that the list does not know: opened by hand, or left by a crash."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from facilitator.domain.ids import WorkshopId
from facilitator.domain.workshop import Stage, Workshop
from facilitator.errors import FacilitatorError, NotAllowedNowError, NotAWorkshopError
from facilitator.live.workshop_list import WorkshopList
from facilitator.store.library.workshops import Entry
from facilitator.store.workshop.file import forget, open_workshop
from facilitator.store.workshop.whole import read_whole
from facilitator.wording import _


class WorkshopFiles:
    """Brings files to the list, and copies of them to an end."""

    def __init__(self, listed: WorkshopList, today: Callable[[], date]) -> None:
        self._list = listed
        self._today = today

    def take_in(self, path: Path) -> WorkshopId:
        """Put the workshop in a file on the list where it lies, so that it can be carried on.

        Where the list cannot be written, it knows the workshop until the program ends.

        Raises:
            NotAWorkshopError: the file is something else, or holds nothing yet.
            NotAllowedNowError: the workshop was closed; the file is a copy that was left.
            WorkshopInUseError, StoreTooNewError, StoreUnavailableError: as ``open_workshop``.

        """
        workshop = workshop_in(path) if _holds_something(path) else None
        if workshop is None:
            raise NotAWorkshopError
        known = next((one for one in self._list.known() if one.id == workshop.id), None)
        if known is None:
            self._list.put(entry_of(workshop, self._day_of(workshop), str(path)))
        elif known.stage is Stage.CLOSED:
            raise NotAllowedNowError(
                _("“{title}” is closed, and its record is made.").format(title=known.title),
                _("This file is a copy that was left: delete it."),
            )
        elif self._list.path_of(known) != path:
            self._list.put(replace(known, file=str(path)))
        return workshop.id

    def take_in_strays(self) -> None:
        """Put workshop files that no list knows on the list: a crash, or a lost library."""
        ids = {one.id for one in self._list.entries()}
        for path in self._list.strays():
            try:
                workshop = workshop_in(path)
            except FacilitatorError:
                continue  # somebody has it open, or it is not ours
            if workshop is None:
                forget(path)  # a crash before anything was in it
            elif workshop.id not in ids:
                self._list.add(entry_of(workshop, self._day_of(workshop), path.name))

    def forget_copies(self, workshop_id: WorkshopId) -> None:
        """Forget what else in the data folder holds a workshop that has ended."""
        for path in self._list.strays():
            try:
                copy = workshop_in(path)
            except FacilitatorError:
                continue
            if copy is not None and copy.id == workshop_id:
                forget(path)

    def _day_of(self, workshop: Workshop) -> date:
        begins = workshop.setup.starts_at
        return self._today() if begins is None else begins.astimezone().date()


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


def workshop_in(path: Path) -> Workshop | None:
    """Return the workshop in a file; ``None`` when nothing has been kept in it yet."""
    with closing(open_workshop(path)) as db:
        try:
            return read_whole(db)
        except NotAWorkshopError:
            return None
