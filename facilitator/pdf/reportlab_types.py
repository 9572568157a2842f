"""The parts of reportlab's document that its type stubs leave out, as this package uses them."""

from typing import Protocol


class DelayedFont(Protocol):
    """A font that adds its objects when the document is saved."""

    def addObjects(self, document: "Document") -> None:
        """Add the font's objects to the document."""


class Outlines(Protocol):
    """The bookmarks; ``ready`` is negative when there are none."""

    ready: int

    def prepare(self, document: "Document", canvas: object) -> None:
        """Add the bookmarks' objects to the document."""


class Document(Protocol):
    """``PDFDocument``: its objects by name and by number, its catalogue and its fonts."""

    Catalog: object
    Outlines: Outlines
    delayedFonts: list[DelayedFont]
    idToObject: dict[str, object]
    idToObjectNumberAndVersion: dict[str, tuple[int, int]]
    numberToId: dict[int, str]
    objectcounter: int

    def Reference(self, obj: object, name: str | None = None) -> object:
        """Register an object, under a name if given, and return a reference to it."""
