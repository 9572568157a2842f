"""The tree of tags that tells a screen reader what each part of the record is, in reading order.

It is built with the story, before anything is drawn; drawing only adds the marked contents to
it. So neither page breaks nor the order of drawing can change the order of reading.
"""

from dataclasses import dataclass, field
from typing import Self

from facilitator.domain.text.language import Language


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure shows, in words, and its left, lower, right and upper edge on the page."""

    words: str
    box: tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Tag:
    """An element: its kind as PDF names it, its children (``under``), and what was drawn for it.

    ``marks`` are pairs of a page's index and the number of the marked content on that page.
    """

    kind: str
    language: Language | None = None
    spelled: str = ""  # the text to be read, if the glyphs do not show it
    numbering: str = ""  # of a list
    rtl: bool = False
    scope: str = ""  # of a table's head: ``Row`` or ``Column``
    figure: "Figure | None" = None
    under: list["Tag"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0  # of its object, when the file is written

    def add(self, kind: str, language: Language | None = None) -> "Tag":
        """Add an element at the end of this one."""
        child = Tag(kind, language)
        self.under.append(child)
        return child

    def add_head(self, scope: str, language: Language | None = None) -> "Tag":
        """Add a head of a table's row or column, as ``scope`` says."""
        child = self.add("TH", language)
        child.scope = scope
        return child

    def add_list(self, numbering: str = "None") -> "Tag":
        """Add a list at the end of this one; ``numbering`` as PDF names it."""
        child = self.add("L")
        child.numbering = numbering
        return child

    def reading(self, text: str) -> "Tag":
        """Add an element that is read as ``text``, from right to left."""
        self.rtl = True
        child = self.add("Span")
        child.spelled = text
        return child

    def pruned(self) -> Self:
        """Drop every element for which nothing was drawn."""
        children = [child.pruned() for child in self.under]
        self.under = [child for child in children if child.marks or child.under]
        return self
