"""Expected failures, worded for a facilitator in front of a room."""

from pathlib import Path

from facilitator.wording import _


class FacilitatorError(Exception):
    """An expected failure; anything else that is raised is a bug.

    ``message`` says what happened, ``remedy`` what to do now, each in one sentence.
    Neither ever quotes a contribution: both reach the log and the console. Where they name a file
    or a workshop, ``covered`` is what Home shows in their place beside a projector.
    """

    def __init__(self, message: str, remedy: str = "", covered: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.covered = covered

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class StoreTooNewError(FacilitatorError):
    """The workshop file has a schema that this version does not know."""

    def __init__(self, version: int, newest: int) -> None:
        super().__init__(
            _("This workshop was saved by a newer version of Facilitator."),
            _("Install the newest version, or open another workshop."),
        )
        self.version = version
        self.newest = newest


class StoreUnavailableError(FacilitatorError):
    """The file cannot be used, because of the machine and not of our code."""


class StoreBusyError(StoreUnavailableError):
    """Another program is writing, and did not finish in time."""


class StoreDamagedError(StoreUnavailableError):
    """The content of the file is not what was written."""


class WorkshopInUseError(FacilitatorError):
    """Another program has the workshop open."""

    def __init__(self) -> None:
        super().__init__(
            _("Another window of Facilitator has this workshop open."),
            _("Use that one, or close it first."),
        )


class AnotherFileError(FacilitatorError):
    """The list knows another file of the same workshop, and somebody has to choose."""

    def __init__(self, other: Path) -> None:
        super().__init__(
            _("The list knows another file of this workshop."),
            _("Choose which of the two goes on. On the list is this one: {path}").format(
                path=other
            ),
            _("The list knows another file of this workshop."),
        )
        self.other = other


class NotAWorkshopError(FacilitatorError):
    """The file is not a workshop or library of ours."""

    def __init__(self) -> None:
        super().__init__(_("This file is not a Facilitator workshop."), _("Choose another file."))


class PlanFileError(FacilitatorError):
    """A file is no plan, is newer, or has a wrong field; says where and what to do."""


class NotAllowedNowError(FacilitatorError):
    """The workshop's state does not allow what was asked."""


class FloorError(FacilitatorError):
    """Too few took part for the lines to be opened (decision 5)."""
