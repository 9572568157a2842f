"""The parts of reportlab's document that its type stubs leave out, as this package reaches them."""

from typing import IO, Protocol


class DelayedFont(Protocol):
    """A font that adds its objects when the document is saved."""

    def addObjects(self, document: "Document") -> None:
        """Add the font's objects to the document."""


class Document(Protocol):
    """``PDFDocument``: its objects by name, its catalogue and its fonts."""

    Catalog: object
    delayedFonts: list[DelayedFont]
    idToObject: dict[str, object]
    idToObjectNumberAndVersion: dict[str, tuple[int, int]]

    def Reference(self, obj: object, name: str | None = None) -> object:
        """Register an object, under a name if given, and return a reference to it."""

    def SaveToFile(self, file: IO[bytes], canvas: object) -> None:
        """Write the document."""
