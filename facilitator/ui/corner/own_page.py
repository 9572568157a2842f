"""A page of the typing corner that belongs to a kind of step."""

from collections.abc import Callable, Mapping
from typing import Protocol

from facilitator.domain.plan.step import StepKind
from facilitator.room.pages.picture import CornerPicture
from facilitator.ui.corner.entry_base import EntryBase


class OwnEntry(EntryBase):
    """The base class of a kind's page, where a person hands something in.

    Handing something in and passing must look the same and take the same time.
    """

    @property
    def answer(self) -> object:
        """The value to hand in, for the kind's commands; ``None`` passes, a turn like any other."""
        return None


class MakePage(Protocol):
    """Builds a kind's page for one person."""

    def __call__(self, picture: CornerPicture, *, forced: bool) -> OwnEntry:
        """Build the page; ``forced`` if its cover must stay."""


OwnPages = Mapping[StepKind, Callable[[], MakePage]]  # each imports its page on demand
