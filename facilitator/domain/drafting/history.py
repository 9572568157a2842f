"""Undo and redo without a limit, for as long as a plan is open.

A plan holds nobody's words but the facilitator's, so earlier drafts may be in memory with their
texts. None of them is saved.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Self

from facilitator.domain.drafting.order import Editing


@dataclass(frozen=True, slots=True)
class History:
    """The present draft, those before it, and those that were undone."""

    present: Editing
    past: tuple[Editing, ...] = ()
    undone: tuple[Editing, ...] = ()  # the last is redone first
    typing: Hashable = None  # the text that is being typed

    def after(self, editing: Editing, typing: Hashable = None) -> Self:
        """Return the history after an act; what is typed into one text in a row is one act."""
        if editing.draft == self.present.draft:
            return replace(self, present=editing)
        if typing is not None and typing == self.typing:
            return replace(self, present=editing, undone=())
        return replace(
            self, present=editing, past=(*self.past, self.present), undone=(), typing=typing
        )

    def choosing(self, editing: Editing) -> Self:
        """Return the history with other steps chosen, which is no act."""
        return replace(self, present=replace(self.present, chosen=editing.chosen), typing=None)

    def undo(self) -> Self:
        """Return the history one act back, or as it is."""
        if not self.past:
            return self
        return replace(
            self,
            present=self.past[-1],
            past=self.past[:-1],
            undone=(*self.undone, self.present),
            typing=None,
        )

    def redo(self) -> Self:
        """Return the history one act on, or as it is."""
        if not self.undone:
            return self
        return replace(
            self,
            present=self.undone[-1],
            past=(*self.past, self.present),
            undone=self.undone[:-1],
            typing=None,
        )
