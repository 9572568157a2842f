"""A page of the typing corner that only one kind of step knows."""

from collections.abc import Callable, Mapping

from facilitator.domain.plan.step import StepKind
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.entry_base import EntryBase


class OwnEntry(EntryBase):
    """Where one person hands something in; each kind that needs it extends this.

    What was handed in, and that nothing was, must look the same and take the same time.
    """

    @property
    def answer(self) -> object:
        """What the person hands in: a value that the kind's commands take."""
        raise NotImplementedError


MakePage = Callable[[CornerPicture, bool], OwnEntry]  # the picture, and whether it stays covered
OwnPages = Mapping[StepKind, Callable[[], MakePage]]  # each imports its page when asked
